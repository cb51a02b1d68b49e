"""One way back for every decision, whatever it was about."""

from django.contrib.auth.models import User

from claims.corrections import actors, deciding, sources, titles
from claims.corrections.verdicts import in_words
from claims.models import Review
from claims.store import speaking, undo
from claims.store.ruled_actors import FIELDS


def undo_any(review: Review, by: User) -> None:
    """Take one decision back; raises CannotCorrect, changing nothing, where it cannot be."""
    if review.model == speaking.MODEL:
        deciding.undo_decision(review, by)
    elif (review.model, review.field) == (titles.MODEL, titles.FIELD):
        titles.undo_title(review, by)
    elif review.model == sources.MODEL:
        sources.undo_finding(review, by)
    elif review.model == actors.MODEL and review.field in FIELDS:
        actors.undo_correction(review, by)
    else:
        with in_words():
            undo(review, by)
