"""Rows of lists as entries of feeds."""

from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from claims.templatetags.record import evidence, verb
from claims.timeline.actor_rows import ActorRow
from claims.timeline.report_rows import Found
from claims.timeline.values import ClaimRow
from lists.feeds import Item

# Makes a whole address of a path.
Absolute = Callable[[str], str]
TITLE = 120


def report_item(row: Found, absolute: Absolute) -> Item:
    """One report: who did what, in which words, leading to the marked sentence."""
    words = "".join(piece.words for piece in row.pieces)
    speaker = row.speaker.name or row.speaker_name
    told = f"{speaker} {verb(row.stance or row.kind)}".strip()
    return Item(
        title=Truncator(f"{told}: {words}").chars(TITLE),
        link=absolute(evidence(row)),
        words=f"{words}\n({row.outlet})",
        author=speaker,
        at=row.published or row.fetched,
        categories=(row.stance or row.kind,),
    )


def claim_item(row: ClaimRow, absolute: Absolute) -> Item:
    """One claim, with who takes which stance, at its last movement."""
    stances = [
        f"{', '.join(party.name for party in tally.parties if party.name)} {verb(tally.kind)}"
        for tally in row.tallies
    ]
    return Item(
        title=row.title,
        link=absolute(reverse("claims:claim", args=[row.pk])),
        words="; ".join(stances),
        author="",
        at=row.last_moved or row.first_said or timezone.now(),
        categories=tuple(tally.kind for tally in row.tallies),
    )


def actor_item(row: ActorRow, absolute: Absolute) -> Item:
    """One actor, at the last time it spoke."""
    return Item(
        title=row.party.name,
        link=absolute(reverse("claims:actor", args=[row.party.slug])),
        words=row.role,
        author=row.party.name,
        at=row.last or timezone.now(),
        categories=(row.party.sort,),
    )
