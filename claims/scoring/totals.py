"""Add up judged documents into precision, recall, F1, accuracies and calibration."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.scoring.fields import GIVEN, JUDGES, speaker_is_right
from claims.scoring.gold import GoldDocument, GoldStatement
from claims.scoring.matching import Pair, find_pairs, is_scored
from claims.scoring.scores import Agreement, Bin, FormScore, Ratio, Score
from claims.values import Findings, Kind, QuoteForm, Statement

Matched = tuple[GoldStatement, Statement]

BIN_EDGES = (0.9, 0.8, 0.7, 0.5, 0.0)


@dataclass(frozen=True, slots=True)
class Reading:
    """One gold document beside what the reader found in it, already paired."""

    document: GoldDocument
    found: tuple[Statement, ...]
    pairs: tuple[Pair, ...]

    @property
    def scored(self) -> list[Statement]:
        """The found statements of kinds that the guidelines know."""
        return [statement for statement in self.found if is_scored(statement)]

    @property
    def matched(self) -> list[Matched]:
        """Each matched gold statement with the found one."""
        return [(self.document.statements[pair.gold], self.found[pair.found]) for pair in self.pairs]


def find_gold_links(reading: Reading) -> set[tuple[int, int]]:
    """Each gold denial with the gold statement it denies, by their numbers in the document."""
    places = {row.id: index for index, row in enumerate(reading.document.statements)}
    return {
        (places[row.id], places[row.denies])
        for row in reading.document.statements
        if row.denies is not None and row.denies in places
    }


def find_found_links(reading: Reading) -> set[tuple[int, int]]:
    """Links of found denials by gold number; an end without a match gets a number below nought."""
    gold_of = {pair.found: pair.gold for pair in reading.pairs}
    return {
        (gold_of.get(index, -1 - index), gold_of.get(statement.denies, -1 - statement.denies))
        for index, statement in enumerate(reading.found)
        if statement.kind == Kind.DENIAL and statement.denies is not None
    }


def pair_document(document: GoldDocument, findings: Findings) -> Reading:
    """Set what was found beside the gold of one document."""
    return Reading(document, findings.statements, find_pairs(document.statements, findings.statements))


def score_readings(readings: Sequence[Reading]) -> Score:
    """The micro totals over `readings`: every statement counts once, whatever its document."""
    matched = [pair for reading in readings for pair in reading.matched]
    gold = [row for reading in readings for row in reading.document.statements]
    found = [statement for reading in readings for statement in reading.scored]
    dated = [pair for reading in readings if reading.document.published for pair in reading.matched]
    return Score(
        documents=len(readings),
        overlap=_agreement(gold, found, len(matched)),
        exact=_agreement(gold, found, sum(row.content == one.content for row, one in matched)),
        right_speaker=_agreement(gold, found, sum(speaker_is_right(row, one) for row, one in matched)),
        fields={name: _field_ratio(name, dated if name == "said_on" else matched) for name in JUDGES},
        given={name: _given_ratio(name, dated if name == "said_on" else matched) for name in GIVEN},
        forms={form: _form_score(form, gold, found, matched) for form in QuoteForm},
        denial_links=_link_agreement(readings),
        calibration=_calibration(found, matched),
    )


def _agreement(gold: Sequence[object], found: Sequence[object], right: int) -> Agreement:
    return Agreement(len(gold), len(found), right, right)


def _field_ratio(name: str, matched: Sequence[Matched]) -> Ratio:
    return Ratio(sum(JUDGES[name](row, one) for row, one in matched), len(matched))


def _given_ratio(name: str, matched: Sequence[Matched]) -> Ratio:
    return _field_ratio(name, [(row, one) for row, one in matched if GIVEN[name](row, one)])


def _form_score(
    form: QuoteForm,
    gold: Sequence[GoldStatement],
    found: Sequence[Statement],
    matched: Sequence[Matched],
) -> FormScore:
    of_gold = [(row, one) for row, one in matched if row.quote == form]
    agreement = Agreement(
        gold=sum(row.quote == form for row in gold),
        found=sum(one.quote == form for one in found),
        gold_right=len(of_gold),
        found_right=sum(one.quote == form for _, one in matched),
    )
    return FormScore(agreement, _field_ratio("speaker", of_gold))


def _link_agreement(readings: Iterable[Reading]) -> Agreement:
    gold, found, right = 0, 0, 0
    for reading in readings:
        gold_links, found_links = find_gold_links(reading), find_found_links(reading)
        gold, found, right = (
            gold + len(gold_links),
            found + len(found_links),
            right + len(gold_links & found_links),
        )
    return Agreement(gold, found, right, right)


def _calibration(found: Sequence[Statement], matched: Sequence[Matched]) -> tuple[Bin, ...]:
    total = Counter(_bin_edge(one.score) for one in found)
    agreed = Counter(_bin_edge(one.score) for _, one in matched)
    right = Counter(
        _bin_edge(one.score) for row, one in matched if speaker_is_right(row, one) and row.kind == one.kind
    )
    return tuple(Bin(edge, total[edge], agreed[edge], right[edge]) for edge in BIN_EDGES)


def _bin_edge(score: float) -> float:
    return next((edge for edge in BIN_EDGES if score >= edge), BIN_EDGES[-1])
