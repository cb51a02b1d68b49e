"""Numbers as an address or a form says them."""

LARGEST = 18  # digits: no longer number is an id that a database holds


def parse_number(words: str, digits: int = LARGEST) -> int:
    """A number of at most so many digits; 0 for anything else, signs and digits of other scripts included."""
    return int(words) if words.isascii() and words.isdigit() and len(words) <= digits else 0
