"""Measure the reader: compare what it found with gold annotations."""
