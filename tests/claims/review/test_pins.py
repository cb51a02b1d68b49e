"""Every page of the review pins how often it asks the database, however much it shows."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from claims.models import CarriedReview, QueueItem, Report, Review
from tests import rows
from tests.claims.review.test_hollow import make_hollow
from tests.claims.review.test_queue import editor, make_item
from tests.claims.views.conftest import Count, queries

__all__ = ["editor", "queries"]
pytestmark = pytest.mark.django_db
MANY = 53


def about(reason: str, candidates: list[int] | None = None) -> QueueItem:
    """A doubtful report, queued for a reason."""
    item = make_item(candidates=candidates or [])
    QueueItem.objects.filter(pk=item.pk).update(reason=reason)
    return item


def edited() -> QueueItem:
    """Words on which several decisions were lost by an edit, and whose speaker fits two actors."""
    item = undecided()
    report = Report.objects.get(queued=item)
    user = rows.make_user("lain")
    for field in ("role", "kind", "place"):
        told: dict[str, Any] = {"user": user, "field": field, "before": {}, "after": {}}
        made = [Review.objects.create(model="report", row=row, **told) for row in (report.pk, 1)]
        for review in made:
            CarriedReview.objects.create(review=review, report=report, lost=True)
    return item


def undecided() -> QueueItem:
    """A name that fits two actors."""
    return about("undecided", candidates=[rows.make_actor(name).pk for name in ("Sekar Wangi", "Sekar Arum")])


def link() -> QueueItem:
    """A suggested link."""
    item = about("link")
    utterance = Report.objects.get(queued=item).utterance
    assert utterance is not None
    stance = rows.make_stance(utterance, rows.make_claim("hal", rows.wib(16)), "denies", taken=False)
    QueueItem.objects.filter(pk=item.pk).update(stance=stance)
    return item


def hollow() -> QueueItem:
    """A source whose articles come thin."""
    spell = make_hollow()
    for day in range(1, 29):
        rows.make_revision(f"Kabar {day}\nSatu hal.", at=rows.wib(day))
    return QueueItem.objects.create(reason="hollow", spell=spell, priority=-1)


def decided(make: Callable[[], QueueItem]) -> QueueItem:
    """An item that somebody decided."""
    item = make()
    fields = {"state": "accepted", "decided": timezone.now(), "decided_by": rows.make_user("lain")}
    QueueItem.objects.filter(pk=item.pk).update(**fields)
    return item


@pytest.mark.parametrize(
    ("make", "count"),
    [
        (lambda: about("score"), 7),
        (lambda: about("unnamed"), 7),
        (undecided, 8),
        (link, 7),
        (edited, 8),
        (lambda: about("sample"), 7),
        (hollow, 8),
        (lambda: decided(lambda: about("score")), 7),
        (lambda: decided(undecided), 8),
        (lambda: decided(hollow), 8),
    ],
    ids=[
        *("score", "unnamed", "undecided", "link", "edited", "sample", "hollow"),
        *("decided", "decided name", "decided source"),
    ],
)
def test_an_item_makes_its_queries_and_no_more(
    make: Callable[[], QueueItem], count: int, editor: User, queries: Count
) -> None:
    item = make()
    for _ in range(3):
        make_item()
    assert queries(f"/review/{item.pk}/") == count


@pytest.mark.parametrize("state", ["open", "accepted", "corrected", "refused"])
def test_a_list_makes_seven_queries_in_every_state(state: str, editor: User, queries: Count) -> None:
    for _ in range(MANY):
        make_item()
    fields = {"state": state, "decided": timezone.now(), "decided_by": editor, "assigned": editor}
    QueueItem.objects.update(**{**fields, "looking": editor, "looking_until": timezone.now()})
    assert queries(f"/review/?state={state}") == 7


def test_a_whole_article_makes_six_queries(editor: User, queries: Count) -> None:
    revision = rows.make_revision("J\n" + "\n".join(f"Hal ke-{place}." for place in range(30)))
    for paragraph in revision.paragraphs:
        rows.make_report(revision, paragraph)
    assert queries(f"/review/revision/{revision.pk}/") == 6


@pytest.mark.parametrize(
    ("address", "count"),
    [("/review/accept/?rule=verb-content", 5), ("/review/assign/?rule=verb-content", 7), ("/accuracy/", 5)],
)
def test_other_pages_make_their_queries_and_no_more(
    address: str, count: int, editor: User, client: Client, queries: Count
) -> None:
    for _ in range(MANY):
        item = make_item(rule="verb-content")
        client.post(f"/review/{item.pk}/", {"deed": "accept"})
    QueueItem.objects.update(reason="sample", week="2024-W42")
    for _ in range(MANY):
        make_item(rule="verb-content")
    assert queries(address) == count


def test_giving_one_item_makes_six_queries(editor: User, queries: Count) -> None:
    assert queries(f"/review/{make_item().pk}/assign/") == 6
