"""The loader of annotated texts puts each annotated word where it stands, or says why it cannot."""

from datetime import date

import pytest

from claims.scoring.corpus import parse_corpus
from claims.scoring.gold import GoldDocument, GoldError
from claims.values import Kind, QuoteForm

HEAD = """
[[text]]
name = "t"
published = 2024-03-12
body = \"\"\"
Perkataan itu dikutip. "Air naik, air naik," kata Pak Rajun. Air naik, katanya, sampai lutut.
Ia minta bantuan.
\"\"\"
who.r = { name = "Rajun" }
said = [
"""


def corpus(*rows: str) -> GoldDocument:
    (document,) = parse_corpus(HEAD + ",\n".join(rows) + "]")
    return document


def words(row: str) -> tuple[str, str | None, str | None]:
    document = corpus(row)
    statement = document.statements[0]
    places = (statement.content, statement.cue, statement.speaker_span)
    content, cue, span = (place.of(document.text) if place else None for place in places)
    return content or "", cue, span


def test_a_row_gives_spans_and_the_plain_defaults() -> None:
    document = corpus("""{ who = "r", content = '"Air naik, air naik,"', cue = "kata", span = "Rajun" }""")
    (statement,) = document.statements
    assert document.text.startswith("Perkataan")
    assert (statement.quote, statement.kind, statement.names) == (QuoteForm.DIRECT, Kind.CLAIM, ("Rajun",))
    assert document.text[statement.cue.start - 2 if statement.cue else 0 :].startswith('" kata Pak')


def test_a_gap_reaches_to_the_first_place_of_its_end() -> None:
    assert (
        words("""{ who = "r", content = "Air naik, kata [..] lutut", at = 1 }""")[0]
        == "Air naik, katanya, sampai lutut"
    )


def test_the_nearest_whole_word_is_the_cue_and_nya_is_its_end() -> None:
    row = """{ who = "r", content = "Air naik, katanya, sampai lutut", cue = "katanya", span = "nya" }"""
    assert words(row) == ("Air naik, katanya, sampai lutut", "katanya", "nya")


def test_a_quote_that_stands_alone_has_neither_cue_nor_span() -> None:
    assert words("""{ who = "r", content = "bantuan" }""") == ("bantuan", None, None)


def test_numbers_become_ids_and_days_days() -> None:
    second = '{ who = "r", content = "minta bantuan", kind = "denial", denies = 1, on = 2024-03-11 }'
    document = corpus('{ who = "r", content = "sampai lutut" }', second)
    assert (document.statements[1].denies, document.statements[1].said_on) == ("t-01", date(2024, 3, 11))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{ who = "r", content = "api" }', "t-01: 'api' is not in the text"),
        ('{ who = "r", content = "naik" }', "t-01: 'naik' stands 3 times"),
        ('{ who = "r", content = "lutut [..] dikutip" }', "t-01: 'dikutip' does not follow 'lutut'"),
        ('{ who = "r", content = "lutut", cue = "ata" }', "t-01: 'ata' is not in the text as whole words"),
        ('{ who = "x", content = "lutut" }', "t-01: 'x'"),
        ('{ who = "r", content = "lutut", kind = "rumour" }', "t-01: 'rumour' is not a valid Kind"),
        ('{ who = "r", content = "lutut", denies = 3 }', "t-01: list index out of range"),
    ],
)
def test_a_row_that_does_not_fit_is_named(row: str, message: str) -> None:
    with pytest.raises(GoldError) as caught:
        corpus(row)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(("toml", "message"), [("text = [", "not TOML"), ("x = 1", "no [[text]] in it")])
def test_a_file_that_is_no_corpus_is_refused(toml: str, message: str) -> None:
    with pytest.raises(GoldError) as caught:
        parse_corpus(toml)
    assert str(caught.value).startswith(message)
