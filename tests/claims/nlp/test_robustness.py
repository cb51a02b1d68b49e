"""Broken, foreign and enormous texts are read without error, in linear work, spans inside the text."""

import os
import random

import pytest

from claims.nlp.reading import read
from claims.values import Findings, Span
from tests.work import calls_in

COUNT = int(os.environ.get("READER_MUTATIONS", "150"))
BASE = (
    "Wali Kota Taluna Bantah Jembatan Retak\n"
    'TALUNA, PEWARTA - "Jembatan itu aman," kata Wali Kota Taluna Darma Wibisa, Senin (12/3/2018). '
    "“Kami sudah memeriksa.”\n"
    "Menurut Serikat Buruh Sungai (SBS), sekitar 1.200-1.500 warga menuduh kontraktor mengurangi besi.\n"
    "Ia menepis tudingan itu dan menyatakan, pihaknya akan membangun jembatan, seperti dikutip Pos Taluna.\n"
)
PIECES = [
    '"',
    "“",
    "”",
    "''",
    "'",
    "\n",
    "\x00",
    "\u2028",
    "İ",
    "😀",
    "\ud800",
    "日本語",
    "العربية",
    "...",
    "(",
    ")",
    " kata ",
    ", ",
    "²",
]


def spans_of(findings: Findings) -> list[Span]:
    spans = [
        *findings.text.paragraphs,
        *findings.text.sentences,
        *(mention.span for mention in findings.mentions),
    ]
    for one in findings.statements:
        optional = (one.cue, one.said_on_span, one.place, one.audience, one.target and one.target.span)
        speaker = (one.speaker.span, one.speaker.name_span, one.speaker.role_span) if one.speaker else ()
        spans += [span for span in (one.content, *optional, *speaker) if span is not None]
        spans += [*one.hedges, *(figure.span for figure in one.figures), *(relay.span for relay in one.via)]
    return spans


def check(text: str) -> None:
    findings = read(text)
    assert findings.text.string == text
    assert all(0 <= span.start <= span.end <= len(text) for span in spans_of(findings))
    for one in findings.statements:
        assert one.content.of(text).strip()
        assert one.rule
        assert 0 <= one.score <= 1
        assert one.denies is None or 0 <= one.denies < len(findings.statements)
        assert all(relay.span.of(text) == relay.name or relay.name for relay in one.via)


def mutate(chance: random.Random) -> str:
    text = BASE * chance.choice((1, 1, 2))
    for _ in range(chance.randint(1, 12)):
        at, to = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
        piece = chance.choice(PIECES)
        text = chance.choice(
            (
                text[:at] + text[to:],
                text[:at] + piece + text[at:],
                text[at:to] + text[:at],
                text[:at] + text[at:to] * 2 + text[to:],
            )
        )
        text = text[:4000]
    return text


def test_mutated_texts_are_read() -> None:
    chance = random.Random(20240)  # noqa: S311 - repeatable, not secret
    for _ in range(COUNT):
        check(mutate(chance))


@pytest.mark.parametrize(
    "piece", [*PIECES, "a", "A ", "kata ", "Menurut A, ", '" ', "1", "1.000 ", "(", "ia mengatakan "]
)
def test_a_long_text_of_one_piece_is_read(piece: str) -> None:
    check(piece * 1500)


def test_empty_and_blank_texts_hold_nothing() -> None:
    assert read("").statements == ()
    assert read(" \n\t\r\n ").statements == ()


@pytest.mark.parametrize(
    "text",
    [
        BASE * 15,
        BASE.replace(".", "").replace("\n", " ") * 15,
        "kata Darma, " * 600,
        '"Ya," kata Darma. ' * 300,
    ],
    ids=["articles", "without a full stop", "one cue again and again", "short quotations"],
)
def test_twice_the_text_takes_about_twice_the_work(text: str) -> None:
    assert calls_in(lambda: read(text * 2)) <= 2.2 * calls_in(lambda: read(text))


def test_the_same_text_gives_the_same_findings() -> None:
    assert read(BASE) == read(BASE)
