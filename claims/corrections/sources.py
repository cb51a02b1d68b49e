"""What people decide about a hollow source: broken and who mends it, or not; kept as other decisions are."""

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Spell
from claims.corrections.history import Hand, keep_review, take_back
from claims.models import QueueItem, Review

MODEL, FIELD = "spell", "hollow"


def keep_finding(spell: Spell, broken: bool, given: tuple[User | None, User | None], hand: Hand) -> Review:
    """Keep whether a source was found broken, and on whose desk the work lay before and lies now."""
    before, after = ({"assigned": one.pk if one else None} for one in given)
    source = {"source": spell.source.name, "slug": spell.source.slug}
    return keep_review(hand, (MODEL, spell.pk, FIELD), before, {**after, **source, "broken": broken})


@transaction.atomic
def undo_finding(review: Review, by: User) -> None:
    """Take a decision on a source back, and with it the work that it gave to somebody."""
    take_back(review, by)
    before = review.before or {}
    QueueItem.objects.filter(spell=review.row).update(assigned=before.get("assigned"))
