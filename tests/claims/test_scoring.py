"""The measure itself: pairs, fields, links and bins come out as counted by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from claims.scoring.errors import error_lines
from claims.scoring.gold import GoldDocument, GoldError, GoldStatement, parse_gold_lines, parse_gold_row
from claims.scoring.matching import find_pairs
from claims.scoring.scores import Score
from claims.scoring.table import document_lines, score_object, score_table
from claims.scoring.totals import Reading, pair_document, score_readings
from claims.values import Findings, Kind, QuoteForm, Relay, Sort, Span, Speaker, Statement, Text

STRING = "Jalan ditutup, kata Bupati Wiryo. Wali kota membantah kabar itu. Ia minta warga tenang."
JALAN, KABAR, WARGA = Span(0, 13), Span(54, 63), Span(73, 86)


def gold(number: int, content: Span, speaker: str = "Wiryo", **fields: object) -> GoldStatement:
    row: dict[str, Any] = {
        "doc": "d",
        "id": f"d-{number}",
        "content": [content.start, content.end],
        "speaker": speaker,
    }
    return parse_gold_row({**row, "quote": "indirect", "kind": "claim", **fields})


def found(content: Span, speaker: str | None = "Wiryo", **fields: object) -> Statement:
    who = Speaker(speaker, Sort.PERSON) if speaker else None
    plain: dict[str, Any] = {"kind": Kind.CLAIM, "quote": QuoteForm.INDIRECT, "rule": "r", "score": 0.95}
    return Statement(content, speaker=who, **{**plain, **fields})


def reading(rows: list[GoldStatement], statements: list[Statement], day: date | None = None) -> Reading:
    findings = Findings(Text(STRING, (), ()), tuple(statements))
    return pair_document(GoldDocument("d", STRING, tuple(rows), day), findings)


def score(rows: list[GoldStatement], statements: list[Statement], day: date | None = None) -> Score:
    return score_readings([reading(rows, statements, day)])


def test_overlap_is_intersection_over_union() -> None:
    assert Span(0, 10).overlap(Span(5, 15)) == pytest.approx(5 / 15)
    assert Span(0, 10).overlap(Span(10, 20)) == 0


def test_half_an_overlap_matches_and_less_does_not() -> None:
    assert len(find_pairs([gold(1, Span(0, 10))], [found(Span(0, 20))])) == 1
    assert find_pairs([gold(1, Span(0, 10))], [found(Span(0, 21))]) == ()


def test_one_finding_matches_one_gold_statement_only() -> None:
    pairs = find_pairs([gold(1, JALAN)], [found(Span(0, 12)), found(JALAN)])
    assert [(pair.gold, pair.found) for pair in pairs] == [(0, 1)]


def test_equal_overlaps_go_to_the_pair_with_the_same_cue() -> None:
    rows = [gold(1, JALAN, cue=[0, 3]), gold(2, JALAN, cue=[15, 19])]
    pairs = find_pairs(rows, [found(JALAN, cue=Span(15, 19)), found(JALAN, cue=Span(0, 3))])
    assert [(pair.gold, pair.found) for pair in pairs] == [(0, 1), (1, 0)]


def test_counts_give_precision_recall_and_exact_f1() -> None:
    result = score([gold(1, JALAN), gold(2, WARGA)], [found(JALAN), found(Span(72, 86)), found(Span(30, 40))])
    assert result.overlap.precision == pytest.approx(2 / 3)
    assert result.overlap.recall == 1.0
    assert result.overlap.f1 == pytest.approx(0.8)
    assert result.exact.f1 == pytest.approx(0.4)


def test_kinds_the_guidelines_leave_out_are_passed_over() -> None:
    result = score([gold(1, JALAN)], [found(JALAN), found(KABAR, kind=Kind.NO_COMMENT)])
    assert (result.overlap.found, result.overlap.precision) == (1, 1.0)


def test_nothing_found_is_nought_and_nothing_asked_is_no_figure() -> None:
    assert score([gold(1, JALAN)], []).overlap.f1 == 0
    assert score([], []).overlap.f1 is None


@pytest.mark.parametrize(
    ("ours", "right"),
    [("Bupati  Wiryo Adi", 1), ("wiryo adi", 1), ("Wiryo", 0), (None, 0), ("Adi", 0)],
)
def test_speaker_must_be_a_full_accepted_name(ours: str | None, right: int) -> None:
    row = gold(1, JALAN, speaker="Wiryo Adi", speaker_alt=["Bupati Wiryo Adi"])
    result = score([row], [found(JALAN, ours)])
    assert (result.fields["speaker"].right, result.right_speaker.gold_right) == (right, right)


def test_joint_speakers_are_right_member_by_member() -> None:
    row = gold(1, JALAN, speaker="Sari dan Wiryo", speakers=["Sari", "Wiryo"])
    joint = Speaker("keduanya", Sort.PERSON, members=("Wiryo", "Sari"))
    other = Speaker("keduanya", Sort.PERSON, members=("Wiryo",))
    assert score([row], [replace(found(JALAN), speaker=joint)]).fields["speaker"].right == 1
    assert score([row], [replace(found(JALAN), speaker=other)]).fields["speaker"].right == 0


@pytest.mark.parametrize(
    ("asked", "ours", "right"),
    [
        (None, (), 1),
        (None, ("Lensa",), 0),
        ("Lensa", (), 0),
        ("Kantor Berita Lensa", ("lensa",), 1),
        ("Lensa", ("Harian Suara", "Lensa"), 1),
        (["Suara", "Lensa"], ("Lensa",), 0),
        (["Suara", "Lensa"], ("Lensa", "harian Suara"), 1),
    ],
)
def test_via_names_the_same_outlets(asked: str | list[str] | None, ours: tuple[str, ...], right: int) -> None:
    relays = tuple(Relay(name, Span(0, 1)) for name in ours)
    assert score([gold(1, JALAN, via=asked)], [found(JALAN, via=relays)]).fields["via"].right == right


def test_day_of_saying_is_judged_only_where_the_day_of_publication_is_known() -> None:
    rows, statements = [gold(1, JALAN, said_on="2024-03-11")], [found(JALAN, said_on=date(2024, 3, 11))]
    assert score(rows, statements).fields["said_on"].of == 0
    assert score(rows, statements, date(2024, 3, 12)).fields["said_on"].right == 1
    assert score(rows, [found(JALAN)], date(2024, 3, 12)).given["said_on"].value == 0


def test_forms_are_counted_alone() -> None:
    rows = [gold(1, JALAN, quote="direct"), gold(2, WARGA)]
    result = score(rows, [found(JALAN, quote=QuoteForm.DIRECT), found(WARGA, "Sari", quote=QuoteForm.DIRECT)])
    direct, indirect = result.forms[QuoteForm.DIRECT], result.forms[QuoteForm.INDIRECT]
    assert (direct.statements.precision, direct.statements.recall) == (1.0, 1.0)
    assert (indirect.statements.recall, indirect.statements.found, indirect.speaker.value) == (1.0, 0, 0.0)


def test_a_denial_link_is_right_when_both_ends_match() -> None:
    rows = [gold(1, JALAN), gold(2, KABAR, kind="denial", denies="d-1")]
    claim, denial = found(JALAN), found(KABAR, kind=Kind.DENIAL, denies=0)
    assert score(rows, [claim, denial]).denial_links.f1 == 1.0
    assert score(rows, [found(WARGA), denial]).denial_links.f1 == 0.0
    unlinked = score(rows, [claim, found(KABAR, kind=Kind.DENIAL)]).denial_links
    assert (unlinked.precision, unlinked.recall) == (None, 0.0)


def test_a_confirmation_answers_but_denies_nothing() -> None:
    statements = [found(JALAN), found(KABAR, kind=Kind.CONFIRMATION, denies=0)]
    assert score([gold(1, JALAN), gold(2, KABAR)], statements).denial_links.found == 0


def test_calibration_counts_right_findings_by_score() -> None:
    rows = [gold(1, JALAN), gold(2, WARGA)]
    result = score(rows, [found(JALAN, score=0.9), found(WARGA, "Sari", score=0.55), found(KABAR, score=0.1)])
    bins = {one.low: (one.found, one.matched, one.right) for one in result.calibration}
    assert (bins[0.9], bins[0.5], bins[0.0]) == ((1, 1, 1), (1, 1, 0), (1, 0, 0))


def test_tables_show_the_figures() -> None:
    result = score([gold(1, JALAN), gold(2, WARGA)], [found(JALAN)])
    assert "statements, overlap          1.000     0.500     0.667       2       1" in score_table(result)
    assert list(document_lines({"d": result}))[1].split() == ["d", "2", "1", "1", "1", "1", "0.667"]
    assert score_object(result)["statements"]["overlap"]["f1"] == 0.6667


def test_errors_name_what_was_missed_added_and_wrong() -> None:
    lines = list(error_lines(reading([gold(1, JALAN), gold(2, WARGA)], [found(JALAN, "Sari"), found(KABAR)])))
    assert [line.split(":")[0] for line in lines] == ["missed d-2", "extra d #1", "speaker d-1"]


def test_errors_name_links_that_are_missing_or_too_many() -> None:
    rows = [gold(1, JALAN), gold(2, KABAR, kind="denial", denies="d-1")]
    denial = found(KABAR, kind=Kind.DENIAL, denies=1)
    lines = list(error_lines(reading(rows, [found(JALAN), found(WARGA), replace(denial, denies=1)])))
    assert lines[-2:] == ["link missed d-2 -> d-1", "link extra d-2 -> d #1"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2 is not JSON"),
        ("[]", "line 2 is not a JSON object"),
        ('{"doc": "d"}', "line 2 has no field 'speaker'"),
        (
            '{"doc": "d", "id": "1", "speaker": "a", "content": [1], "quote": "direct", "kind": "claim"}',
            "line 2 has a field of wrong form",
        ),
    ],
)
def test_a_broken_line_is_named(line: str, words: str) -> None:
    with pytest.raises(GoldError, match="^" + words.replace("[", r"\[")):
        parse_gold_lines(["", line])
