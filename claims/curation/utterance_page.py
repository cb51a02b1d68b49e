"""One utterance as its editors work on it: its reports, its links, those it may be one with, its history."""

from dataclasses import dataclass

from django.db.models import F

from claims.curation.links import Link, links_of
from claims.curation.state import History, utterance_history
from claims.filters import PAGE
from claims.models import Report, Stance, Utterance
from claims.timeline.entries import standing, with_speakers

MOST_TWINS = 20


@dataclass(frozen=True, slots=True)
class UtteranceShown:
    """All that the page shows; `link` is how it stands to its claim, None for demands and pledges.

    `twins` are the other utterances of the same person about the same claim, `more` the id after which the
    next page of reports begins, 0 for none.
    """

    utterance: Utterance
    reports: tuple[Report, ...]
    more: int
    link: Link | None
    twins: tuple[Link, ...]
    history: History


def find_utterance(pk: int) -> Utterance | None:
    """An utterance with its speakers; one query."""
    return Utterance.objects.select_related("actor", "on_behalf_of", "successor").filter(pk=pk).first()


def show_utterance(utterance: Utterance, after: int = 0) -> UtteranceShown:
    """The utterance's page from this report on; eight queries."""
    rows = Report.objects.current().filter(utterance=utterance, pk__gt=after)
    told = list(
        rows.select_related("article__source", "revision").defer("revision__html").order_by("pk")[: PAGE + 1]
    )
    held = standing(Stance.objects.filter(utterance=utterance)).select_related("claim").first()
    return UtteranceShown(
        utterance=utterance,
        reports=tuple(told[:PAGE]),
        more=told[PAGE - 1].pk if len(told) > PAGE else 0,
        link=links_of([held], told, {})[0] if held else None,
        twins=find_twins(utterance, held) if held else (),
        history=utterance_history(utterance),
    )


def find_twins(utterance: Utterance, held: Stance) -> tuple[Link, ...]:
    """What the same person said about the same claim on other occasions; two queries."""
    others = standing(Stance.objects.filter(claim=held.claim_id, utterance__actor=utterance.actor_id))
    rows = with_speakers(others.exclude(utterance=utterance))
    stances = list(rows.order_by(F("utterance__not_later_than").asc(nulls_last=True), "pk")[:MOST_TWINS])
    reports = Report.objects.current().filter(utterance__in=[one.utterance_id for one in stances])
    return links_of(stances, reports.select_related("article__source").order_by("published", "pk"), {})
