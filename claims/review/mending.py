"""Decides on a source whose articles come empty: whether it is broken, and who mends it."""

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from claims.corrections.history import Hand
from claims.corrections.sources import keep_finding
from claims.corrections.verdicts import CannotCorrect, Stale
from claims.models import QueueItem, Review
from claims.review.people import MEND, find_person


def judge_source(
    item: QueueItem, deed: str, words: Mapping[str, str], hand: Hand
) -> tuple[Review, User | None]:
    """Say that a source is broken and who mends it, or that its articles are so; the reason must be told.

    Gives the decision and whom the work is given to. Raises CannotCorrect, changing nothing.
    """
    if item.spell is None:
        raise Stale
    if item.spell.ended:
        raise CannotCorrect(_("Sumber ini sudah berganti keadaan; butir ini akan hilang sendiri."))
    if deed not in ("accept", "refuse"):
        raise CannotCorrect(_("Sumber hanya dapat dinyatakan rusak atau tidak."))
    if not hand.reason:
        raise CannotCorrect(_("Tulis alasannya."), "reason")
    mender = find_person(words.get("person", ""), MEND) if deed == "accept" else None
    given = (item.assigned, mender or item.assigned)
    return keep_finding(item.spell, mender is not None, given, hand), mender
