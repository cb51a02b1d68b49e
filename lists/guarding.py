"""Cells that no spreadsheet runs as a formula.

An apostrophe stands before them, as OWASP's page on CSV injection advises; taking a table in again drops it.
"""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guard(words: str) -> str:
    """A cell as it is given away."""
    return f"'{words}" if words.startswith(FORMULA) else words


def unguard(words: str) -> str:
    """A cell as it was before it was given away."""
    return words[1:] if words.startswith("'") and words[1:].startswith(FORMULA) else words
