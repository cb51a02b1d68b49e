"""Every rule of the table finds its own sentence and leaves its counter-sentence alone."""

import pytest

from claims.nlp.drafting import RULES
from claims.nlp.matcher import Rule
from claims.nlp.reading import read

NAMES = [rule.name for rule in RULES]


def rules_of(sentence: str) -> set[str]:
    return {statement.rule for statement in read(sentence).statements}


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_rule_matches_its_sentence(rule: Rule) -> None:
    assert rule.name in rules_of(rule.matches)


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_rule_misses_its_counter_sentence(rule: Rule) -> None:
    assert rule.name not in rules_of(rule.misses)


def test_names_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_every_rule_serves_a_frame() -> None:
    assert all(rule.frames for rule in RULES)
