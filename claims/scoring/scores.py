"""What a measurement says: ratios, agreements, calibration bins, and the score that holds them."""

from dataclasses import dataclass

from claims.values import QuoteForm


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many right of so many."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, or None where there was nothing to judge."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts behind precision, recall and F1; both counts of right ones differ only for one form alone."""

    gold: int
    found: int
    gold_right: int
    found_right: int

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right."""
        return self.found_right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found."""
        return self.gold_right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; 0 where one side is empty, None where both are."""
        if not self.gold and not self.found:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Findings with a score of at least `low` (and below the bin above): how many match, how many are right.

    Right means matched, with the right speaker and the right kind.
    """

    low: float
    found: int
    matched: int
    right: int


@dataclass(frozen=True, slots=True)
class FormScore:
    """How one form of quoting alone is read."""

    statements: Agreement
    speaker: Ratio


@dataclass(frozen=True, slots=True)
class Score:
    """Everything measured over some documents."""

    documents: int
    overlap: Agreement
    exact: Agreement
    right_speaker: Agreement
    fields: dict[str, Ratio]
    given: dict[str, Ratio]
    forms: dict[QuoteForm, FormScore]
    denial_links: Agreement
    calibration: tuple[Bin, ...]
