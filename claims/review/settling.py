"""Decides queue items: accept, correct, refuse, and back again."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.corrections.deciding import accept_report, correct_report, refuse_report
from claims.corrections.history import Hand
from claims.corrections.undoing import undo_any
from claims.corrections.verdicts import CannotCorrect, Stale, in_words
from claims.models import Actor, CarriedReview, QueueItem, Report, Review
from claims.models.queue import QueueItemQuerySet
from claims.review.assigning import check_holder
from claims.review.mending import judge_source
from claims.store import accept_stance, assign_speaker, refuse_stance
from claims.store.fields import COLUMNS, EXISTS, agree, value_of
from claims.store.links import take_turn
from claims.store.speaking import ALL
from lists.numbers import parse_number

State = QueueItem.State
OPEN_AGAIN: dict[str, Any] = {
    "state": State.OPEN,
    "decided": None,
    "decided_by": None,
    "verdict": {},
    "batch": None,
}
DEEDS = {"accept": State.ACCEPTED, "correct": State.CORRECTED, "refuse": State.REFUSED}


@transaction.atomic
def settle(item: QueueItem, deed: str, words: Mapping[str, str], hand: Hand) -> QueueItem:
    """Decide one open item; raises CannotCorrect, changing nothing, where it cannot be.

    `words` are the fields of the form, with `seen` naming the state they were shown in, and `anyway` saying
    that it is decided although it was given to somebody else.
    """
    take_turn()  # before any row, as whoever reads an edited article does
    locked = QueueItem.objects.select_for_update().filter(pk=item.pk, state=State.OPEN).first()
    if locked is None:
        raise Stale
    check_holder(locked, hand.user, words.get("anyway", ""))
    check_readable(locked)
    if locked.report_id is None:
        settle_source(locked, deed, words, hand)
    elif locked.stance is None:
        settle_report(locked.report_id, deed, words, hand)
    else:
        judged = refuse_stance if deed == "refuse" else accept_stance
        with in_words():
            reviews = [judged(locked.stance, hand.user, hand.reason)]
        verdict = verdict_of(locked.report_id, reviews)
        close(QueueItem.objects.filter(pk=locked.pk), DEEDS[deed], verdict, hand.user)
    locked.refresh_from_db()
    return locked


def check_readable(item: QueueItem) -> None:
    """Raise CannotCorrect where the words that an item is about were taken down."""
    if item.report_id and not Report.objects.readable().filter(pk=item.report_id).exists():
        raise CannotCorrect(
            _("Teks artikelnya dicabut atas permintaan medianya; butir ini akan hilang sendiri.")
        )


def settle_source(item: QueueItem, deed: str, words: Mapping[str, str], hand: Hand) -> None:
    """Decide on a hollow source; who is to mend it has the item from then on."""
    review, mender = judge_source(item, deed, words, hand)
    items = QueueItem.objects.filter(pk=item.pk)
    close(items, DEEDS[deed], {"reviews": [review.pk], "reason": hand.reason}, hand.user)
    if mender:
        items.update(assigned=mender)


@transaction.atomic
def settle_report(pk: int, deed: str, words: Mapping[str, str], hand: Hand) -> str:
    """Decide a report, and with it whatever is queued about it; the state it has now.

    Raises CannotCorrect, changing nothing, where it cannot be decided.
    """
    with in_words():
        reviews = decide(pk, deed, words, hand)
    state = DEEDS[deed]
    if deed == "correct" and all(review.field == ALL for review in reviews):
        state = State.ACCEPTED
    items = QueueItem.objects.open().filter(report=pk, stance=None)
    close(items, state, verdict_of(pk, reviews), hand.user)
    settle_elsewhere(pk, state, reviews, hand.user)
    return state


def decide(pk: int, deed: str, words: Mapping[str, str], hand: Hand) -> list[Review]:
    """Make the decisions that a form asks for."""
    if deed == "refuse":
        return [refuse_report(pk, hand, words.get("seen"))]
    if deed == "accept":
        return [accept_report(pk, hand, words.get("seen"))]
    fields = {field: told for field, told in words.items() if field in COLUMNS}
    reviews = correct_report(pk, fields, hand, words.get("seen"))
    corrected = {review.field for review in reviews}
    if words.get("actor"):
        reviews.append(choose_actor(pk, words["actor"], hand))
    return [*reviews, accept_report(pk, hand, besides=corrected)]


def choose_actor(pk: int, words: str, hand: Hand) -> Review:
    """Say which of several actors an undecided name is."""
    actor = Actor.objects.filter(pk=parse_number(words)).first()
    if actor is None and words != "new":
        raise CannotCorrect(_("Pilih salah satu dari daftar."), "actor")
    return assign_speaker([Report.objects.get(pk=pk)], actor, hand.user, hand.reason)


def judge(report: Report) -> dict[str, Any]:
    """Where the machine was right, field by field; a refused report is wrong as a whole."""
    if report.refused:
        return {EXISTS: False, "rule": report.rule}
    right = {
        field: agree(field, report.machine[field], value_of(report, field))
        for field in COLUMNS
        if field in report.machine
    }
    return {EXISTS: True, "right": right, "rule": report.rule}


def verdict_of(pk: int, reviews: list[Review]) -> dict[str, Any]:
    """What is kept of the decisions on a report."""
    report = Report.objects.select_related("reading").get(pk=pk)
    version = report.reading.reader_version
    return {**judge(report), "version": version, "reviews": [review.pk for review in reviews]}


def close(items: QueueItemQuerySet, state: str, verdict: dict[str, Any], user: User) -> None:
    """Note on items decided at once what came of them."""
    items.update(
        state=state,
        decided_by=user,
        decided=timezone.now(),
        verdict=verdict,
        looking=None,
        looking_until=None,
    )


def settle_elsewhere(pk: int, state: str, reviews: list[Review], user: User) -> None:
    """Take off the queue the same words in other revisions, on which these decisions speak as well.

    Of words drawn for the sample in several revisions one item counts: they were judged once.
    """
    carried = CarriedReview.objects.filter(review__in=reviews, after__isnull=False).values("report")
    items = QueueItem.objects.open().filter(report__in=carried, stance=None)
    drawn = QueueItem.objects.filter(reason=QueueItem.Reason.SAMPLE)
    first = None if drawn.filter(report=pk).exists() else (items & drawn).order_by("pk").first()
    if first is not None and first.report_id:
        verdict = verdict_of(first.report_id, reviews)
        close(QueueItem.objects.filter(pk=first.pk), state, verdict, user)
    items.delete()


@transaction.atomic
def reopen(item: QueueItem, user: User) -> None:
    """Take an item's decisions back, the last first, and open it and its twins again.

    Raises CannotCorrect, changing nothing, where one cannot be taken back; Stale where it is open already.
    """
    take_turn()
    rows = QueueItem.objects.select_for_update().exclude(state=State.OPEN)
    if not rows.filter(pk=item.pk, decided=item.decided).first():
        raise Stale
    for review in Review.objects.filter(pk__in=item.verdict.get("reviews", ()), undone=None).order_by("-pk"):
        undo_any(review, user)
    together = {"decided_by": item.decided_by, "verdict__reviews": item.verdict.get("reviews")}
    QueueItem.objects.filter(**together).update(**OPEN_AGAIN)


@transaction.atomic
def take_back(review: Review, user: User) -> None:
    """Take one decision back; an item of which no decision stands any more is open again.

    Raises CannotCorrect, changing nothing, where it cannot be taken back.
    """
    undo_any(review, user)
    decided = QueueItem.objects.filter(decided_by=review.user_id, verdict__reviews__contains=review.pk)
    for item in decided.select_related("report"):
        if item.report and Review.objects.filter(pk__in=item.verdict["reviews"], undone=None).exists():
            item.verdict.update(judge(item.report))
            item.save(update_fields=["verdict"])
        else:
            QueueItem.objects.filter(pk=item.pk).update(**OPEN_AGAIN)
