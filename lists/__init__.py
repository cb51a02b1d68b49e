"""Lists to take away: as CSV, JSON and Atom; it knows none of the apps, and each of them uses it."""
