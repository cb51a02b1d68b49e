"""The links of a claim as its editors see them: who stands to it how, in whose words, decided or not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from claims.filters import PAGE, Cursor, mark_of, moment_of
from claims.models import Claim, Report, Stance
from claims.timeline.entries import standing, with_speakers

UNSHOWN = ("gist", "pairs", "search", "machine", "figures", "hedges")
IN_TIME = (F("utterance__not_later_than").asc(nulls_last=True), "pk")
MOST_ASIDE = 50


@dataclass(frozen=True, slots=True)
class Link:
    """One link with the words behind it; `machine` is the machine's own stance, empty where it has none.

    `report` is the first report of the utterance, None where it has none any more. `wrong` says why a form
    beside it was refused.
    """

    stance: Stance
    report: Report | None
    outlets: tuple[str, ...]
    reports: int
    wrong: str = ""

    @property
    def decided(self) -> bool:
        """Whether a person decided on it."""
        return bool(self.stance.decision)

    @property
    def refused(self) -> bool:
        """Whether a person refused it."""
        return self.stance.decision == Stance.Decision.REFUSED

    @property
    def agrees(self) -> bool:
        """Whether the machine alone would say the same."""
        machine = self.stance.machine_kind
        return not machine if self.refused else machine == self.stance.kind


@dataclass(frozen=True, slots=True)
class LinkPage:
    """One page of a claim's links in order of time, and the place after which the next begins, if any."""

    links: tuple[Link, ...]
    next: str
    reports: tuple[Report, ...]

    @property
    def actors(self) -> set[int]:
        """Who speaks in them."""
        return {link.stance.utterance.actor_id for link in self.links if link.stance.utterance.actor_id}

    @property
    def topics(self) -> set[str]:
        """The topics in which their reports are linked."""
        return {report.topic for report in self.reports} - {""}


def find_links(claim: Claim, after: str = "", wrong: Mapping[int, str] | None = None) -> LinkPage:
    """Fifty links that hold; two queries. `wrong` are words of refusal by the stance's id."""
    rows = list(_after(with_speakers(standing(claim.stances.all())), after).order_by(*IN_TIME)[: PAGE + 1])
    shown = rows[:PAGE]
    reports = list(find_reports([stance.utterance_id for stance in shown]))
    following = _place(shown[-1]) if len(rows) > PAGE else ""
    return LinkPage(links_of(shown, reports, wrong or {}), following, tuple(reports))


def find_aside(claim: Claim, wrong: Mapping[int, str] | None = None) -> tuple[Link, ...]:
    """Links that only the machine proposes, and those that people refused; two queries."""
    proposed = Q(taken=False) | Q(decision=Stance.Decision.REFUSED)
    rows = claim.stances.filter(proposed, utterance__successor=None).exclude(utterance__reports=None)
    stances = list(with_speakers(rows).order_by("decision", "-score", "pk")[:MOST_ASIDE])
    return links_of(stances, find_reports([one.utterance_id for one in stances]), wrong or {})


def find_reports(utterances: Iterable[Any]) -> QuerySet[Report]:
    """The reports that hang on these utterances (ids, or a query for them), in order of publication."""
    rows = Report.objects.current().filter(utterance__in=utterances).select_related("article__source")
    return rows.defer(*UNSHOWN).order_by("published", "pk")


def links_of(
    stances: Sequence[Stance], reports: Iterable[Report], wrong: Mapping[int, str]
) -> tuple[Link, ...]:
    """Stances with the words behind them."""
    told: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        told[report.utterance_id or 0].append(report)
    return tuple(_link(one, told[one.utterance_id], wrong.get(one.pk, "")) for one in stances)


def _link(stance: Stance, told: Sequence[Report], wrong: str) -> Link:
    outlets = tuple(dict.fromkeys(report.article.source.name for report in told))
    return Link(stance, told[0] if told else None, outlets, len(told), wrong)


def _after(stances: QuerySet[Stance], words: str) -> QuerySet[Stance]:
    cursor = Cursor.parse(words)
    if cursor is None:
        return stances
    moment: datetime | None = moment_of(cursor.mark)
    if moment is None:
        return stances.filter(utterance__not_later_than=None, pk__gt=cursor.pk)
    same = Q(utterance__not_later_than=moment, pk__gt=cursor.pk)
    later = Q(utterance__not_later_than__gt=moment) | Q(utterance__not_later_than=None)
    return stances.filter(same | later)


def _place(stance: Stance) -> str:
    moment = stance.utterance.not_later_than
    return str(Cursor(mark_of(moment) if moment else "", stance.pk))
