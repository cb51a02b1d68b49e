"""Findings become the fixed outside objects: keys in order, nulls where the text has nothing."""

from dataclasses import replace
from datetime import date

from claims.statement_json import findings_objects, statement_object
from claims.values import (
    Figure,
    Findings,
    Kind,
    QuoteForm,
    Relay,
    Sort,
    Span,
    Speaker,
    Statement,
    Target,
    Text,
)

STRING = "Di Randusari, Wiryo menyangkal sekitar 2,5 juta ton beras hilang."
PLAIN = Statement(Span(31, 64), Kind.CLAIM, QuoteForm.INDIRECT, "verb-content", 0.876)


def test_what_the_text_lacks_is_null_or_empty() -> None:
    row = statement_object(STRING, PLAIN)
    assert (row["text"], row["score"]) == ("sekitar 2,5 juta ton beras hilang", 0.88)
    assert {row[name] for name in ("cue", "speaker", "said_on", "place", "denies", "target")} == {None}
    assert (row["via"], row["hedges"], row["figures"]) == ([], [], [])


def test_a_speaker_without_a_mention_has_a_name_and_no_place() -> None:
    row = statement_object(STRING, replace(PLAIN, speaker=Speaker("Wiryo Adi", Sort.PERSON, role="Bupati")))
    assert row["speaker"]["name"] == "Wiryo Adi"
    assert (row["speaker"]["start"], row["speaker"]["end"], row["speaker"]["text"]) == (None, None, None)


def test_every_circumstance_is_written_in_words_or_numbers() -> None:
    full = replace(
        PLAIN,
        said_on=date(2024, 3, 11),
        place=Span(3, 12),
        via=(Relay("Lentera", Span(0, 1)), Relay("AGN", Span(1, 2))),
        hedges=(Span(31, 38),),
        figures=(Figure(Span(31, 51), 2_500_000.0, 3_000_000.5, True, "ton"),),
        target=Target("beras", Span(52, 57)),
    )
    row = statement_object(STRING, full)
    assert (row["said_on"], row["place"], row["via"]) == ("2024-03-11", "Randusari", ["Lentera", "AGN"])
    assert (row["hedges"], row["target"]) == (["sekitar"], "beras")
    assert row["figures"] == [
        {"value": 2500000, "upper": 3000000.5, "approximate": True, "unit": "ton", "start": 31, "end": 51}
    ]


def test_only_a_denial_denies_though_others_answer() -> None:
    answers = [replace(PLAIN, kind=kind, denies=0) for kind in (Kind.DENIAL, Kind.CONFIRMATION)]
    rows = findings_objects(Findings(Text(STRING, (), ()), (PLAIN, *answers)))
    assert [(row["denies"], row["answers"]) for row in rows] == [(None, None), (0, 0), (None, 0)]
