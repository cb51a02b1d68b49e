"""Write the page of reading rules from the rule table and from what was measured."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.nlp.matcher import Rule
from claims.scoring.fields import speaker_is_right
from claims.scoring.scores import Bin, Score
from claims.scoring.totals import Reading

OPENING = """\
# How the reader reads

This page is written by `manage.py reading_rules`; change the rule tables in `claims/nlp`, not this page.

A statement is a span of the text with a cue, a speaker and the circumstances, found by one named rule.
Words (verbs of saying, roles, outlets, hedges) are data in `claims/nlp/words`; the rules hold grammar only.
Each rule stands below with a sentence that it reads and one, made of much the same words, that it must leave
alone; tests walk the table. All sentences are invented. What no rule does: read reporting inside a direct
quotation, free indirect speech without a cue, or a speaker whom the text does not name."""

MEASURE = """\
## Measured

Precision is the share of a rule's findings that overlap a gold statement (intersection over union of at
least 0.5); "right" also has the right speaker and the right kind. A dash means that the rule found nothing.
"corpus" and "held-out" are the invented texts in `tests/texts/reading`. Rules were tuned on the first; errors
in the second were kept from their author, but for three names, and some of its annotations were corrected
after the reader had been run, so it is nearly and not wholly unseen. Written by `{command}`."""

CALIBRATION = """\
## What a score means

A finding's score is the reader's own probability that it is right: content, speaker and kind. Below, the
findings by score, and the share of them that is right."""


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What one rule found on some gold: how many findings, how many match, how many are right."""

    found: int = 0
    matched: int = 0
    right: int = 0


def score_rules(readings: Iterable[Reading]) -> dict[str, RuleScore]:
    """Each rule's counts over `readings`, by the name of the rule; unscored kinds are passed over."""
    scores: dict[str, RuleScore] = {}
    for reading in readings:
        right = {id(one): speaker_is_right(row, one) and row.kind == one.kind for row, one in reading.matched}
        for statement in reading.scored:
            old = scores.get(statement.rule, RuleScore())
            scores[statement.rule] = RuleScore(
                old.found + 1,
                old.matched + (id(statement) in right),
                old.right + right.get(id(statement), False),
            )
    return scores


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one gold, called `name` on the page."""

    name: str
    score: Score
    rules: Mapping[str, RuleScore]


def rule_page(rules: Sequence[Rule], golds: Sequence[Measured], command: str) -> str:
    """The whole page in Markdown: every rule, then what was measured on each gold."""
    parts = [OPENING, "## Rules", *(_rule_section(rule) for rule in rules)]
    parts += [MEASURE.format(command=command), _score_table(rules, golds)]
    parts += [CALIBRATION, _calibration_table(golds)]
    return "\n\n".join(parts) + "\n"


def rule_names(page: str) -> list[str]:
    """The names of the rules that a page describes, in its order."""
    return [line.removeprefix("### ") for line in page.splitlines() if line.startswith("### ")]


def _rule_section(rule: Rule) -> str:
    reads, leaves = _plain(rule.matches), _plain(rule.misses)
    return f"### {rule.name}\n\n- reads: *{reads}*\n- does not read: *{leaves}*"


def _score_table(rules: Sequence[Rule], golds: Sequence[Measured]) -> str:
    head = "| rule |" + "".join(f" {gold.name}: found | precision | right |" for gold in golds)
    lines = [head, "|---|" + "---:|---:|---:|" * len(golds)]
    for rule in rules:
        cells = "".join(_cells(gold.rules.get(rule.name, RuleScore())) for gold in golds)
        lines.append(f"| {rule.name} |{cells}")
    return "\n".join(lines)


def _calibration_table(golds: Sequence[Measured]) -> str:
    head = "| score at least |" + "".join(f" {gold.name}: found | right |" for gold in golds)
    ranks = zip(*(gold.score.calibration for gold in golds), strict=True)
    rows = (f"| {bins[0].low} |{''.join(_bin_cells(one) for one in bins)}" for bins in ranks)
    return "\n".join((head, "|---|" + "---:|---:|" * len(golds), *rows))


def _bin_cells(one: Bin) -> str:
    return f" {one.found} | {one.right / one.found:.2f} |" if one.found else " 0 | - |"


def _cells(score: RuleScore) -> str:
    if not score.found:
        return " 0 | - | - |"
    return f" {score.found} | {score.matched / score.found:.2f} | {score.right / score.found:.2f} |"


def _plain(sentence: str) -> str:
    """A sentence on one line, without what Markdown would take for emphasis."""
    return " ".join(sentence.split()).replace("*", r"\*")
