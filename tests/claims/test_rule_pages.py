"""docs/reading.md describes exactly the rules that read, and its figures are counted as it says."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from claims.nlp.drafting import RULES
from claims.nlp.matcher import Rule
from claims.rule_pages import Measured, RuleScore, rule_names, rule_page, score_rules
from claims.scoring.gold import GoldDocument, parse_gold_row
from claims.scoring.totals import Reading, pair_document, score_readings
from claims.values import Findings, Kind, QuoteForm, Sort, Span, Speaker, Statement, Text

PAGE = Path(__file__).parents[2] / "docs" / "reading.md"
ROW = {"doc": "d", "id": "d-1", "content": [0, 9], "speaker": "Rajun", "quote": "direct", "kind": "claim"}


def reading(*found: tuple[str, Span, str]) -> Reading:
    statements = tuple(
        Statement(span, Kind.CLAIM, QuoteForm.DIRECT, rule, 0.9, speaker=Speaker(name, Sort.PERSON))
        for rule, span, name in found
    )
    document = GoldDocument("d", "x" * 50, (parse_gold_row(ROW),))
    return pair_document(document, Findings(Text(document.text, (), ()), statements))


def test_the_page_lists_exactly_the_rules() -> None:
    assert rule_names(PAGE.read_text(encoding="utf-8")) == [rule.name for rule in RULES]


def test_every_sentence_of_the_table_stands_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    sentences = [" ".join(words.split()) for rule in RULES for words in (rule.matches, rule.misses)]
    assert [sentence for sentence in sentences if sentence not in page] == []


def test_rules_are_counted_found_matched_and_right() -> None:
    scores = score_rules(
        [
            reading(("a", Span(0, 9), "Rajun"), ("b", Span(20, 30), "Rajun")),
            reading(("a", Span(0, 9), "Sari")),
        ]
    )
    assert scores == {"a": RuleScore(found=2, matched=2, right=1), "b": RuleScore(found=1)}


def test_a_rule_that_found_nothing_gets_a_dash() -> None:
    rules = [Rule(name, frozenset(), RULES[0].find, "Ya.", "Bukan.") for name in ("a", "b")]
    read = [reading(("a", Span(0, 9), "Rajun"))]
    page = rule_page(rules, [Measured("gold", score_readings(read), score_rules(read))], "make it")
    assert "| a | 1 | 1.00 | 1.00 |" in page
    assert "| b | 0 | - | - |" in page
    assert "| 0.9 | 1 | 1.00 |" in page
    assert rule_names(page) == ["a", "b"]


def test_the_command_writes_and_checks_the_page(tmp_path: Path) -> None:
    out = StringIO()
    call_command("reading_rules", stdout=out)
    page = tmp_path / "reading.md"
    page.write_text(out.getvalue(), encoding="utf-8")
    call_command("reading_rules", "--check", str(page))
    page.write_text(out.getvalue().replace("### ", "#### ", 1), encoding="utf-8")
    with pytest.raises(CommandError, match="run reading_rules and save it there"):
        call_command("reading_rules", "--check", str(page))
