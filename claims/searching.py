"""What a reader types to search words: AND by default, OR or ATAU, minus, "phrases", Indonesian stems."""

from dataclasses import dataclass
from re import compile as pattern

from django.contrib.postgres.search import SearchQuery

LONGEST_WORDS = 300
QUOTES = str.maketrans("“”„«»", '"' * 5)
PIECES = pattern(r'-?"[^"]*"|[^\s"]+')
EITHER, BOTH = frozenset({"or", "atau", "|", "||"}), frozenset({"and", "dan", "&", "&&"})


@dataclass(frozen=True, slots=True)
class Search:
    """Words as typed, the query for the index, and what was amended: "cut", "quote", "either", "empty".

    `query` is empty where the words ask for nothing, such as a lone minus.
    """

    words: str = ""
    query: str = ""
    amended: tuple[str, ...] = ()

    def ask(self) -> SearchQuery:
        """The query for the database; any input is one."""
        return SearchQuery(self.query, config="indonesian", search_type="websearch")


def parse_search(typed: str) -> Search:
    """Read what was typed; an open quotation mark is closed, a lone operator dropped, and both are told."""
    words = " ".join(typed.replace("\0", " ").split())
    amended = ["cut"] if len(words) > LONGEST_WORDS else []
    words = words[:LONGEST_WORDS].strip()
    plain = words.translate(QUOTES)
    if plain.count('"') % 2:
        amended.append("quote")
        plain += '"'
    pieces = [piece for piece in map(_piece, PIECES.findall(plain)) if piece]
    kept = _without_idle_operators(pieces)
    if kept != pieces:
        amended.append("either")
    if words and not any(piece != "or" for piece in kept):
        amended.append("empty")
        kept = []
    return Search(words, " ".join(kept), tuple(amended))


def _piece(piece: str) -> str:
    """One word, phrase or operator in the database's notation; empty for what asks nothing."""
    if piece.lower() in EITHER:
        return "or"
    if piece in ("&", "&&") or not any(letter.isalnum() for letter in piece):
        return ""
    return "" if piece in BOTH and piece.isupper() else piece


def _without_idle_operators(pieces: list[str]) -> list[str]:
    """Drop an "or" that has nothing on one side."""
    kept: list[str] = []
    for piece in pieces:
        if piece != "or" or (kept and kept[-1] != "or"):
            kept.append(piece)
    while kept and kept[-1] == "or":
        kept.pop()
    return kept
