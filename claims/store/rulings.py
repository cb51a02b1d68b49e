"""Keeps human decisions with the places of the reports they speak of; finds those that linking must heed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from claims.linking.rulings import Ruling, What
from claims.models import Actor, Review, RuledReport, Stance
from claims.store.places import Place, find_keys, index_rows
from claims.values import StanceKind

COLUMNS = (
    *("review_id", "review__model", "review__row", "review__field", "review__after", "side", "actor__key"),
    *("revision_id", "start", "end", "ordinal", "speaker"),
)
LONGEST_REASON = 2000
WHATS = {
    ("claim", "successor"): (What.ONE_CLAIM,),
    ("claim", "apart"): (What.CLAIMS_APART,),
    ("claim", "distinct"): (What.CLAIMS_APART,),
    ("utterance", "successor"): (What.ONE_CLAIM, What.ONE_UTTERANCE),
    ("utterance", "apart"): (What.UTTERANCES_APART,),
    ("actor", "speaks"): (What.SPEAKER,),
}


def keep_review(
    user: User,
    reason: str,
    place: tuple[str, int, str],
    change: tuple[object, object],
    sides: Sequence[Collection[Place]] = (),
    *,
    actor: Actor | None = None,
) -> Review:
    """Keep one decision: on which model, row and field, what stood before and after, and on which reports.

    Of the reason is kept what the column can hold.
    """
    model, row, field = place
    reason = reason.replace("\0", "")[:LONGEST_REASON]
    review = Review.objects.create(
        model=model, row=row, field=field, before=change[0], after=change[1], reason=reason, user=user
    )
    RuledReport.objects.bulk_create(
        RuledReport(
            review=review,
            revision_id=at.revision,
            start=at.start,
            end=at.end,
            ordinal=at.ordinal,
            speaker=at.speaker,
            side=side,
            actor=actor,
        )
        for side, places in enumerate(sides)
        for at in sorted(places, key=lambda at: (at.revision, at.start, at.ordinal))
    )
    return review


def find_rulings(rows: Mapping[str, dict[str, Any]], moment: datetime | None = None) -> list[Ruling]:
    """The decisions on these reports (by key) that stand, or stood at a moment, in order; one query."""
    index = index_rows(rows)
    ruled = RuledReport.objects.filter(revision__in=sorted(index))
    ruled = ruled.filter(review__in=Review.objects.standing(moment))
    sides: dict[int, tuple[dict[str, Any], tuple[set[Place], ...]]] = {}
    for row in ruled.order_by("review__at", "review_id", "pk").values(*COLUMNS):
        place = Place(row["revision_id"], row["start"], row["end"], row["ordinal"], row["speaker"])
        sides.setdefault(row["review_id"], (row, (set(), set(), set())))[1][row["side"]].add(place)
    return [
        ruling
        for row, places in sides.values()
        for ruling in rulings_of(row, *(find_keys(side, index) for side in places))
    ]


def rulings_of(
    row: Mapping[str, Any], reports: frozenset[str], others: frozenset[str], left: frozenset[str]
) -> Iterable[Ruling]:
    """What one kept decision means for linking, now that its reports are found; nothing where none are."""
    model, field, after = row["review__model"], row["review__field"], row["review__after"]
    if not reports:
        return
    if (model, field) == ("claim", "moved"):
        kind = StanceKind(after["kind"]) if after["kind"] else None
        yield Ruling(What.STANCE, reports, others, kind=kind)
        yield Ruling(What.CLAIMS_APART, reports, left)
        yield Ruling(What.ONE_CLAIM, reports, others)
    if model == "stance":
        accepted = after["decision"] == Stance.Decision.ACCEPTED
        kind = StanceKind(after["kind"]) if accepted else None
        refused = 0 if accepted else row["review__row"]
        what = What.STANCE if accepted else What.CLAIMS_APART
        yield Ruling(what, reports, others, kind=kind, row=refused)
    merged = row["review__row"] if field == "successor" else 0
    for at, what in enumerate(WHATS.get((model, field), ())):
        last = at == len(WHATS[model, field]) - 1
        yield Ruling(what, reports, others, row["actor__key"] or "", row=merged if last else 0)
