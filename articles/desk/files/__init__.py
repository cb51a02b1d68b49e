"""Sources from and to files: CSV and OPML."""
