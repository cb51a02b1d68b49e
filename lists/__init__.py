"""Lists to take away (CSV, JSON, Atom), and numbers in addresses; every app uses it, it knows none."""
