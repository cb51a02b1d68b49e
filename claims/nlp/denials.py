"""Tells a denial by its words, and finds which statement of the same text it answers."""

import re

from claims.nlp.lexicon import DENIALS, NOMINAL_CUES, WORD_CLASSES
from claims.values import Kind, QuoteForm, Span, Statement

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
STOPWORDS = WORD_CLASSES["stopwords"]
ANSWERS = frozenset((Kind.DENIAL, Kind.CONFIRMATION, Kind.NEITHER, Kind.NO_COMMENT, Kind.RETRACTION))
ANSWERED = frozenset((Kind.CLAIM, Kind.ACCUSATION))
LINKED = frozenset((Kind.DENIAL, Kind.NEITHER, Kind.NO_COMMENT))
CHARGES = frozenset(("tuduhan", "tudingan", "dakwaan"))
WORD = re.compile(r"\w{3,}|\d+")


def denies_outright(string: str, content: Span) -> bool:
    """Whether what is said calls a reported thing untrue: "kabar itu tidak benar"."""
    false = FALSE.search(string, content.start, content.end)
    if false is None:
        return False
    if false.start() <= content.start + 1 and false.group().lower().endswith("benar"):
        return True
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
LOST_LETTERS = {"meny": "s", "peny": "s", "men": "t", "pen": "t", "mem": "p", "pem": "p"}


def cut_affixes(word: str) -> str:
    """A rough stem, good enough to compare: penyiksaan, disiksa are both "siks"."""
    prefix = PREFIX.match(word)
    stem = word
    if prefix is not None:
        stem = word[prefix.end() :]
        if stem[0] in "aeiou":
            stem = LOST_LETTERS.get(prefix.group(), "") + stem
    return SUFFIX.sub("", SUFFIX.sub("", stem))[:6]


def effective_span(statements: list[Statement], at: int) -> Span:
    """What a statement says; "Kabar itu" says what the statement before it says."""
    content = statements[at].content
    if len(content) < 25 and at > 0 and statements[at].kind in ANSWERED:
        return Span(min(statements[at - 1].content.start, content.start), content.end)
    return content


def link_answers(string: str, statements: list[Statement]) -> list[int | None]:
    """For each statement the index of the one it answers, or None."""
    links: list[int | None] = [None] * len(statements)
    if not any(statement.kind in ANSWERS for statement in statements):
        return links
    words = [stems(string, effective_span(statements, at)) for at in range(len(statements))]
    for at, statement in enumerate(statements):
        if statement.kind in LINKED:
            links[at] = find_answered(string, statements, words, links, at)
    return links


def find_answered(
    string: str, statements: list[Statement], words: list[set[str]], links: list[int | None], at: int
) -> int | None:
    """The statement that the one at `at` answers: most words in common; the nearest for "tuduhan itu"."""
    content = statements[at].content.of(string)
    lows = [word for word in WORD.findall(content.lower()) if word not in ("itu", "tersebut", "adanya")]
    named = find_by_speaker(statements, at, lows)
    if named is not None:
        return named
    if not words[at] or (len(lows) <= 3 and POINTING.search(content)) or lows == ["terlibat"]:
        return find_pointed(string, statements, links, at, set(lows))
    best = find_likest(string, statements, words, links, at)
    before = statements[at - 1] if at else None
    if (
        best is None
        and before is not None
        and before.kind is Kind.DENIAL
        and same_speaker(before, statements[at])
    ):
        return links[at - 1]
    return best


def find_by_speaker(statements: list[Statement], at: int, lows: list[str]) -> int | None:
    """The statement of the speaker whom "keterangan saksi", "pernyataan Darma" names, the nearest."""
    if not 1 < len(lows) <= 4 or lows[0] not in NOMINAL_CUES:
        return None
    near = sorted(
        range(max(0, at - WINDOW), min(len(statements), at + WINDOW)), key=lambda other: abs(other - at)
    )
    for other in near:
        speaker = statements[other].speaker
        if other != at and speaker is not None and not same_speaker(statements[other], statements[at]):
            described = f"{speaker.name} {speaker.role or ''}".lower().split()
            if set(lows[1:]) <= set(described) | {"itu"}:
                return other
    return None


def find_likest(
    string: str, statements: list[Statement], words: list[set[str]], links: list[int | None], at: int
) -> int | None:
    """The statement with most words in common."""
    best, best_score = None, 0.0
    answered = set(links[max(0, at - WINDOW) : at])
    for other in range(max(0, at - WINDOW), min(len(statements), at + WINDOW)):
        candidate = statements[other]
        if not can_answer(statements[at], candidate):
            continue
        shared = len(words[at] & words[other])
        score = shared / (2 + min(len(words[at]), len(words[other]))) if shared else 0.0
        score += 0.12 * (candidate.kind is Kind.ACCUSATION and other < at) + 0.1 * (at - other == 1)
        score += 0.03 * (other < at) + 0.1 * (shared > 0 and other in answered)
        enough = shared > 1 or 2 * shared >= len(words[at])
        near = at - other == 1 and (shared or same_sentence(string, candidate, statements[at]))
        if score > best_score and ((shared and enough) or near):
            best, best_score = other, score
    return best if best_score >= 0.19 else None


def same_sentence(string: str, before: Statement, after: Statement) -> bool:
    """Whether no full stop stands between two statements, the first an accusation."""
    between = string[before.content.end : after.content.start]
    return before.kind is Kind.ACCUSATION and ". " not in between and "\n" not in between


NEGATED = re.compile(
    r"[\"“”'‘]*(?:\w+[,.]? ){0,5}"
    r"(?:tidak|tak|nggak|enggak|gak|ndak|bukan(?! hanya| cuma| saja| sekadar| sekedar)|belum pernah)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"[\"“”'‘]*(?:kami|saya|kita)(?: \w+)? (?:mendesak|meminta|minta|menuntut|mengimbau|menghimbau|menyerukan"
    r"|mengajak|memohon|mohon|mendorong)\b",
    re.IGNORECASE,
)


DISMISSED = re.compile(
    r"(?:tuduhan|tudingan|laporan|kabar|klaim|isu|rumor|gosip|pemberitaan|berita|bantahan|dakwaan|spekulasi)\b",
    re.IGNORECASE,
)


def kind_by_words(string: str, statement: Statement, before: Statement | None) -> Kind:
    """The kind that the words show: an outright denial, "Kami mendesak ...", a "tidak" after a denial."""
    if statement.kind is not Kind.CLAIM:
        return statement.kind
    content = statement.content
    if statement.rule == "verb-label" and DISMISSED.match(string, content.start, content.end):
        return Kind.DENIAL
    if denies_outright(string, content):
        return Kind.DENIAL
    if ASKS.match(string, content.start, content.end):
        return Kind.DEMAND
    follows = before is not None and before.kind is Kind.DENIAL and same_speaker(before, statement)
    if follows and statement.quote is QuoteForm.DIRECT and NEGATED.match(string, content.start, content.end):
        return Kind.DENIAL
    return Kind.CLAIM


WINDOW = 60
POINTING = re.compile(r"\b(?:itu|tersebut|ini|demikian|nya)\b|nya$", re.IGNORECASE)


def find_pointed(
    string: str, statements: list[Statement], links: list[int | None], at: int, nouns: set[str]
) -> int | None:
    """What "laporan tersebut" points to: what an earlier denial of it answered, else the nearest before."""
    for other in range(at - 1, max(-1, at - WINDOW), -1):
        if links[other] is not None and nouns & set(
            WORD.findall(statements[other].content.of(string).lower())
        ):
            return links[other]
    charged = bool(nouns & CHARGES)
    for wanted in (
        ((Kind.ACCUSATION,), (Kind.CLAIM, Kind.ACCUSATION)) if charged else ((Kind.CLAIM, Kind.ACCUSATION),)
    ):
        for other in range(at - 1, max(-1, at - 7), -1):
            if statements[other].kind in wanted and can_answer(statements[at], statements[other]):
                return other
    return None


def can_answer(answer: Statement, candidate: Statement) -> bool:
    """Whether the one statement can answer the other."""
    return candidate is not answer and candidate.kind in ANSWERED and not same_speaker(candidate, answer)


def same_speaker(one: Statement, other: Statement) -> bool:
    """Whether both have the same speaker."""
    return one.speaker is not None and other.speaker is not None and one.speaker.name == other.speaker.name
