"""Word knowledge of linking as data: how common a stem is, which stems mean the same, short forms."""

import math
from pathlib import Path

FOLDER = Path(__file__).parent / "words"
SENTENCES = 31_240
UNSEEN = 4
COMMONEST = 700


def read_rows(path: Path) -> list[tuple[str, ...]]:
    """The rows of a word list: cells between bars, comments and empty lines left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines if line and line[0] != "#"]


def read_synonyms() -> dict[str, str]:
    """Each stem to the one that stands for its group."""
    rows = read_rows(FOLDER / "synonyms.txt")
    return {stem: row[0] for row in rows for stem in row}


FREQUENCIES = {row[0]: int(row[1]) for row in read_rows(FOLDER / "frequencies.txt")}
SYNONYMS = read_synonyms()
EXPANSIONS = {row[0]: row[1] for row in read_rows(FOLDER / "expansions.txt")}
EMPTY_WORDS = frozenset(row[0] for row in read_rows(FOLDER / "empty_words.txt"))
# A pattern of the nouns for what was said before
CHARGE = "|".join(row[0] for row in read_rows(FOLDER / "charges.txt"))
MOST = math.log(SENTENCES / UNSEEN)


def weigh(stem: str) -> float:
    """How much a stem says about what a sentence is about, 0 (nothing) to 1 (rare)."""
    count = FREQUENCIES.get(stem, UNSEEN)
    if stem in EMPTY_WORDS or count > COMMONEST:
        return 0.0
    return math.log(SENTENCES / count) / MOST
