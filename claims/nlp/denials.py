"""Tells a denial by its words, and finds which statement of the same text it answers."""

import re

from claims.nlp.lexicon import DENIALS
from claims.values import Kind, Span, Statement

FALSE = re.compile(
    r"\b(?:"
    + "|".join(re.escape(form) for form, kind in DENIALS.items() if kind in ("false", "innocent"))
    + r")\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"\b(?:" + "|".join(re.escape(form) for form, kind in DENIALS.items() if kind == "subject") + r")\b",
    re.IGNORECASE,
)
PARTIAL = re.compile(
    r"\b(?:" + "|".join(re.escape(form) for form, kind in DENIALS.items() if kind == "partial") + r")\b",
    re.IGNORECASE,
)
INNOCENT = re.compile(
    r"\b(?:" + "|".join(re.escape(form) for form, kind in DENIALS.items() if kind == "innocent") + r")\b",
    re.IGNORECASE,
)
STOPWORDS = frozenset(
    "yang dan di ke dari itu ini tersebut untuk dengan pada adanya akan telah sudah tidak tak oleh dalam sebagai bahwa para juga "
    "mereka ia dia laporan tuduhan tudingan kabar klaim isu berita informasi hal adalah atau karena lebih".split()
)
ANSWERS = frozenset((Kind.DENIAL, Kind.CONFIRMATION, Kind.NEITHER, Kind.NO_COMMENT, Kind.RETRACTION))
ANSWERED = frozenset((Kind.CLAIM, Kind.ACCUSATION))
CHARGES = frozenset(("tuduhan", "tudingan", "dakwaan"))
WORD = re.compile(r"\w{3,}")


def denies_outright(string: str, content: Span) -> bool:
    """Whether what is said calls a reported thing untrue: "kabar itu tidak benar"."""
    false = FALSE.search(string, content.start, content.end)
    if false is None:
        return False
    return bool(SUBJECT.search(string, content.start, content.end)) or bool(
        INNOCENT.match(string, false.start())
    )


def is_partial(string: str, content: Span) -> bool:
    """Whether only a part is denied."""
    return bool(PARTIAL.search(string, content.start, content.end))


def stems(string: str, span: Span) -> set[str]:
    """The content words of a span, cut to five letters."""
    return {cut_affixes(word) for word in WORD.findall(span.of(string).lower()) if word not in STOPWORDS}


PREFIX = re.compile(r"^(?:meny|peny|meng|peng|mem|pem|men|pen|ber|ter|per|me|di|ke|pe|se)(?=\w{3})")
SUFFIX = re.compile(r"(?<=\w{3})(?:nya|kan|an|i)$")
LOST_LETTER = {"meny": "s", "peny": "s"}


def cut_affixes(word: str) -> str:
    """A rough stem, good enough to compare: penyiksaan, disiksa are both "siks"."""
    prefix = PREFIX.match(word)
    stem = LOST_LETTER.get(prefix.group(), "") + word[prefix.end() :] if prefix else word
    return SUFFIX.sub("", SUFFIX.sub("", stem))[:6]


def effective_span(statements: list[Statement], at: int) -> Span:
    """What a statement says; "Kabar itu" says what the statement before it says."""
    content = statements[at].content
    if len(content) < 25 and at > 0:
        return Span(min(statements[at - 1].content.start, content.start), content.end)
    return content


def link_answers(string: str, statements: list[Statement]) -> list[int | None]:
    """For each statement the index of the one it answers, or None."""
    links: list[int | None] = [None] * len(statements)
    if not any(statement.kind in ANSWERS for statement in statements):
        return links
    words = [stems(string, effective_span(statements, at)) for at in range(len(statements))]
    for at, statement in enumerate(statements):
        if statement.kind in ANSWERS and statement.kind is not Kind.RETRACTION:
            links[at] = find_answered(string, statements, words, links, at)
    return links


def find_answered(
    string: str, statements: list[Statement], words: list[set[str]], links: list[int | None], at: int
) -> int | None:
    """The statement that the one at `at` answers: most words in common; for "tuduhan itu" the nearest before."""
    own = words[at]
    text = statements[at].content.of(string).lower()
    short = len(text.split()) <= 4
    best, best_score = None, 0.0
    for other, candidate in enumerate(statements):
        if other == at or candidate.kind not in ANSWERED or same_speaker(candidate, statements[at]):
            continue
        shared = len(own & words[other])
        score = shared / (3 + min(len(own), len(words[other]))) if own else 0.0
        score += 0.15 * (candidate.kind is Kind.ACCUSATION) * (other < at)
        score += 0.1 * (at - other == 1) + 0.04 * (other < at)
        if short and other < at:
            score += 0.3 / (at - other) + 0.2 * (other in links)
        if score > best_score and (shared >= 2 or short or (shared and other == at - 1)):
            best, best_score = other, score
    return best if best_score >= 0.25 else None


def same_speaker(one: Statement, other: Statement) -> bool:
    """Whether both have the same speaker."""
    return one.speaker is not None and other.speaker is not None and one.speaker.name == other.speaker.name
