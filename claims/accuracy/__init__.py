"""How good the machine is today: measured on a random sample, and kept as gold for tomorrow's test."""
