"""Decides queue items: accept, correct, refuse, many at once, and back again."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.corrections.deciding import (
    ALL,
    MODEL,
    accept_report,
    correct_report,
    refuse_report,
    undo_decision,
)
from claims.corrections.history import Hand
from claims.corrections.verdicts import CannotCorrect, Stale
from claims.models import Actor, QueueItem, Report, Review
from claims.review.asking import Asked, find_items
from claims.store import CannotDecide, accept_stance, assign_speaker, refuse_stance, undo
from claims.store.fields import COLUMNS, EXISTS, agree, value_of

State = QueueItem.State
MOST_AT_ONCE = 200
DEEDS = {"accept": State.ACCEPTED, "correct": State.CORRECTED, "refuse": State.REFUSED}


@transaction.atomic
def settle(item: QueueItem, deed: str, words: Mapping[str, str], hand: Hand) -> QueueItem:
    """Decide one open item; raises CannotCorrect, changing nothing, where it cannot be.

    `words` are the fields of the form, with `seen` naming the state they were shown in.
    """
    locked = QueueItem.objects.select_for_update().filter(pk=item.pk, state=State.OPEN).first()
    if locked is None:
        raise Stale
    report = Report.objects.select_related("reading").get(pk=locked.report_id)
    version = report.reading.reader_version
    try:
        reviews = decide(locked, deed, words, hand)
    except CannotDecide as error:
        raise CannotCorrect(str(error)) from error
    report.refresh_from_db()
    state = DEEDS[deed]
    if deed == "correct" and all(review.field == ALL for review in reviews):
        state = State.ACCEPTED
    locked.verdict = {**judge(report), "version": version, "reviews": [review.pk for review in reviews]}
    close(locked, state, hand.user)
    twins = QueueItem.objects.open().filter(report=report).exclude(reason=QueueItem.Reason.LINK)
    if locked.stance_id is None:
        twins.update(state=state, decided_by=hand.user, decided=locked.decided, verdict=locked.verdict)
    return locked


def decide(item: QueueItem, deed: str, words: Mapping[str, str], hand: Hand) -> list[Review]:
    """Make the decision on what the item is about."""
    if item.stance is not None:
        judged = refuse_stance if deed == "refuse" else accept_stance
        return [judged(item.stance, hand.user, hand.reason)]
    if deed == "refuse":
        return [refuse_report(item.report_id, hand, words.get("seen"))]
    if deed == "accept":
        return [accept_report(item.report_id, hand, words.get("seen"))]
    fields = {field: told for field, told in words.items() if field in COLUMNS}
    reviews = correct_report(item.report_id, fields, hand, words.get("seen"))
    if words.get("actor"):
        reviews.append(choose_actor(item, words["actor"], hand))
    return [*reviews, accept_report(item.report_id, hand)]


def choose_actor(item: QueueItem, words: str, hand: Hand) -> Review:
    """Say which of several actors an undecided name is."""
    number = words if words.isascii() and words.isdigit() and len(words) < 18 else "0"
    actor = Actor.objects.filter(pk=number).first()
    if actor is None and words != "new":
        raise CannotCorrect(_("Pilih salah satu dari daftar."), "actor")
    return assign_speaker([Report.objects.get(pk=item.report_id)], actor, hand.user, hand.reason)


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


def close(item: QueueItem, state: State, user: User) -> None:
    """Note what came of an item."""
    item.state, item.decided_by, item.decided = state, user, timezone.now()
    item.looking, item.looking_until = None, None
    item.save()


@transaction.atomic
def undo_last(user: User) -> QueueItem | None:
    """Take back what this user decided last; the item is open again. None where nothing is left."""
    last = QueueItem.objects.filter(decided_by=user).order_by("-decided", "-pk").first()
    if last is None:
        return None
    reopen(last, user)
    return last


def reopen(item: QueueItem, user: User) -> None:
    """Take an item's decisions back, the last first, and open it and its twins again."""
    for review in Review.objects.filter(pk__in=item.verdict.get("reviews", ()), undone=None).order_by("-pk"):
        take_back_any(review, user)
    twins = QueueItem.objects.filter(report=item.report_id, decided=item.decided, decided_by=item.decided_by)
    twins.update(state=State.OPEN, decided=None, decided_by=None, verdict={})


def take_back_any(review: Review, user: User) -> None:
    """Take one decision back, whatever it was about; raises CannotCorrect where it cannot be."""
    if review.model == MODEL:
        undo_decision(review, user)
        return
    try:
        undo(review, user)
    except CannotDecide as error:
        raise CannotCorrect(str(error)) from error


def accept_all(asked: Asked, hand: Hand) -> int:
    """Accept what is open for one rule or one outlet, a bounded batch; how many.

    Raises CannotCorrect without such a filter: nobody accepts the whole queue at a stroke.
    """
    if not (asked.rule or asked.outlet):
        raise CannotCorrect(_("Pilih satu aturan atau satu media dahulu."))
    items = find_items(asked, hand.user).free_for(hand.user.pk).filter(stance=None)
    done = 0
    for item in items.exclude(reason=QueueItem.Reason.SAMPLE)[:MOST_AT_ONCE]:
        if QueueItem.objects.open().filter(pk=item.pk).exists():
            settle(item, "accept", {}, hand)
            done += 1
    return done
