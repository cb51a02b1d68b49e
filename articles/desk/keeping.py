"""Keeps what a look at a proposed outlet found, and makes a source of it when a curator says so."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.desk.values import FoundList, Preview, Site
from articles.fetching.verdicts import Verdict
from articles.models import Feed, Proposal, Source
from articles.outlets import publisher_named
from articles.visits import find_source


@dataclass(frozen=True, slots=True)
class Wish:
    """What a curator decided about a proposal: the source's fields and the addresses of its lists."""

    name: str
    slug: str
    group: str
    pace: float
    lists: tuple[str, ...]


def save_proposal(url: str, user: int) -> Proposal:
    """A proposal waiting for a worker; the same address asked twice at once waits once."""
    waiting = Proposal.objects.filter(url=url, asked_by=user, state=Proposal.State.WAITING).first()
    return waiting or Proposal.objects.create(url=url, asked_by_id=user)


def save_site(proposal: Proposal, site: Site) -> None:
    """What outlet it is."""
    slug = site.publisher.slug if site.publisher else ""
    _keep(proposal, name=site.name[:120], home=site.home[:300], publisher=slug, lists=[], previews=[])


def save_lists(proposal: Proposal, lists: Sequence[FoundList]) -> None:
    """The lists found so far."""
    _keep(proposal, lists=[asdict(one) for one in lists])


def save_previews(proposal: Proposal, previews: Sequence[Preview]) -> None:
    """The articles previewed so far."""
    _keep(proposal, previews=[asdict(preview) for preview in previews])


def save_found(proposal: Proposal) -> str:
    """The look is over; without a list that can be asked there is nothing to make a source of."""
    proposal.refresh_from_db()
    if any(one["stories"] for one in proposal.lists):
        _keep(proposal, state=Proposal.State.FOUND, verdict="", note="")
        return Proposal.State.FOUND.value
    return save_failure(proposal, Verdict.NOT_A_LISTING)


def save_failure(proposal: Proposal, verdict: Verdict, note: str = "") -> str:
    """The look ended badly; what was found stays to be seen."""
    _keep(proposal, state=Proposal.State.FAILED, verdict=verdict.value, note=note[:500])
    return Proposal.State.FAILED.value


def _keep(proposal: Proposal, **fields: object) -> None:
    Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.WAITING).update(**fields)


@transaction.atomic
def save_source(proposal: Proposal, wish: Wish) -> tuple[Source, bool]:
    """The source of a proposal, switched off, with the chosen lists, and whether it is new.

    A source that is known already keeps its fields and state and gets the lists it lacks.
    """
    source, is_new = known_source(proposal), False
    if source is None:
        fields: dict[str, Any] = {"name": wish.name, "home": proposal.home, "group": wish.group}
        source, is_new = Source.objects.get_or_create(slug=wish.slug, defaults={**fields, "pace": wish.pace})
    Feed.objects.bulk_create((Feed(source=source, url=url) for url in wish.lists), ignore_conflicts=True)
    Proposal.objects.filter(pk=proposal.pk).update(state=Proposal.State.SAVED, source=source, previews=[])
    return source, is_new


def known_source(proposal: Proposal) -> Source | None:
    """The registered source that a proposal's address belongs to."""
    if proposal.publisher and publisher_named(proposal.publisher):
        return Source.objects.filter(slug=proposal.publisher).first()
    return find_source(proposal.home or proposal.url)


def switch_on(source: Source) -> bool:
    """Let the source run, its first round due at once; False where it ran already."""
    switched = Source.objects.filter(pk=source.pk, enabled=False)
    return bool(switched.update(enabled=True, next_due=timezone.now()))
