"""The grammars of reporting, one file for each construction."""
