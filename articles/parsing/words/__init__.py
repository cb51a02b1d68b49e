"""Reads the word lists and patterns that lie in this folder as plain text, one entry a line."""

from pathlib import Path

HERE = Path(__file__).parent


def word_lines(name: str) -> tuple[str, ...]:
    """The entries of a list, without comments and empty lines."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))
