"""The rows of what was said; import them from here."""

from claims.models.actors import Actor, ActorName, Affiliation
from claims.models.cards import Card, SampleCard
from claims.models.claims import Claim, Stance
from claims.models.queue import FullReview, QueueItem
from claims.models.reports import FailedReading, Reading, Report, Utterance
from claims.models.reviews import CarriedReview, Review, RuledReport
from claims.models.searches import SavedSearch

__all__ = [
    "Actor",
    "ActorName",
    "Affiliation",
    "Card",
    "CarriedReview",
    "Claim",
    "FailedReading",
    "FullReview",
    "QueueItem",
    "Reading",
    "Report",
    "Review",
    "RuledReport",
    "SampleCard",
    "SavedSearch",
    "Stance",
    "Utterance",
]
