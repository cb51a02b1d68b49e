"""The figures of a comparison: how much each side said or ran, and in what form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.models.claims import DENYING
from claims.timeline.compare_rows import Gathered, Line
from claims.timeline.sides import Side
from claims.timeline.verbs import percent


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of one side: a count, perhaps as a share of a whole, or a length of time.

    `query` is the filter of explore that shows the rows behind it, empty where no filter does.
    """

    count: int = 0
    whole: int = 0
    lasting: timedelta | None = None
    query: str = ""

    @property
    def percent(self) -> int:
        """The share, in whole percent."""
        return percent(self.count, self.whole)


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of figures: what is counted, for either side."""

    label: str | Promise
    a: Measure
    b: Measure


Pair = tuple[Sequence[Line], Sequence[Line]]
Lags = tuple[timedelta | None, timedelta | None]


def facts_of(sides: tuple[Side, Side], lines: Pair, found: Gathered, lags: Lags) -> tuple[Fact, ...]:
    """The rows of figures; those that mean nothing for this kind of side are left out."""
    outlets = sides[0].kind == "outlet"
    columns = [_measures(side, own, found, lag) for side, own, lag in zip(sides, lines, lags, strict=True)]
    labels = _labels(outlets)
    return tuple(
        Fact(labels[name], columns[0][name], columns[1][name])
        for name in labels
        if not (columns[0][name].lasting is None and name == "lag" and columns[1][name].lasting is None)
    )


def _labels(outlets: bool) -> Mapping[str, str | Promise]:
    """What each row counts, in the order shown."""
    if outlets:
        start = {"articles": _("Artikel yang dibandingkan"), "lines": _("Ujaran yang dimuat")}
        last = {
            "unnamed": _("Dari sumber tanpa nama"),
            "one_sided": _("Tuduhan dimuat tanpa bantahannya yang tercatat"),
            "lag": _("Median jeda dari media pertama"),
        }
    else:
        start = {"utterances": _("Ujaran yang dibandingkan"), "outlets": _("Media yang memuatnya")}
        last = {}
    middle = {
        "claims": _("Klaim yang disentuh"),
        "accuses": _("Tuduhan"),
        "denies": _("Bantahan"),
        "direct": _("Kutipan langsung"),
        "hedged": _("Berpenanda ragu"),
    }
    return start | middle | last


def _measures(
    side: Side, lines: Sequence[Line], found: Gathered, lag: timedelta | None
) -> dict[str, Measure]:
    total = len(lines)
    field = f"{side.kind}={side.slug}"
    kinds = [{kind for kind, _ in found.stances.get(line.utterance, ())} for line in lines]
    denials = sum(not held.isdisjoint(DENYING) for held in kinds)
    return {
        "articles": Measure(len({line.article for line in lines}), query=field),
        "lines": Measure(total, query=field),
        "utterances": Measure(len({line.utterance for line in lines}), query=field),
        "outlets": Measure(len({line.outlet for line in lines})),
        "claims": Measure(
            len({claim for line in lines for _, claim in found.stances.get(line.utterance, ())})
        ),
        "accuses": Measure(sum("accuses" in held for held in kinds), total, query=f"{field}&stance=accuses"),
        "denies": Measure(denials, total, query=f"{field}&stance=denies"),
        "direct": Measure(
            sum(line.quote == "direct" for line in lines), total, query=f"{field}&quote=direct"
        ),
        "hedged": Measure(sum(line.hedged for line in lines), total),
        "unnamed": Measure(sum(line.unnamed for line in lines), total),
        "one_sided": Measure(*_one_sided(lines, found)),
        "lag": Measure(lasting=lag),
    }


def _one_sided(lines: Sequence[Line], found: Gathered) -> tuple[int, int]:
    """Accusations it ran whose recorded denial it did not run, of the denied accusations it ran."""
    held = [(kind, claim) for line in lines for kind, claim in found.stances.get(line.utterance, ())]
    denied = {claim for kind, claim in held if kind in DENYING}
    accused = {claim for kind, claim in held if kind == "accuses" and found.issues[claim].denied}
    return len(accused - denied), len(accused)
