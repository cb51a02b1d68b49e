"""Hollow sources on the queue: when they come and go, what their page shows, and what is decided on them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Spell
from claims.models import QueueItem, Review
from claims.review.filling import fill_queue
from tests import rows
from tests.accounts.test_accounts import member

pytestmark = pytest.mark.django_db
LONG, SHORT = "kata " * 300, "Baca selengkapnya di aplikasi."


def make_hollow(name: str = "Kabar Pagi") -> Spell:
    """A source whose articles are short since 16 October."""
    loss = {
        "field": "length",
        "since": "2024-10-16",
        "amount": 60,
        "of": 2,
        "habit": 1900.0,
        "dwindles": True,
    }
    return Spell.objects.create(
        source=rows.make_source(name, enabled=True, last_success=timezone.now()),
        state="hollow",
        why="length",
        since="2024-10-16",
        facts={"losses": [loss]},
    )


def end(spell: Spell) -> None:
    """The source has come round."""
    Spell.objects.filter(pk=spell.pk).update(ended=timezone.now())


def queued() -> list[tuple[int | None, str]]:
    """The spells on the queue, with what came of each."""
    return list(QueueItem.objects.filter(reason="hollow").order_by("pk").values_list("spell", "state"))


@pytest.fixture
def curator(client: Client) -> User:
    """A curator, signed in."""
    user = member("kurator", "curator")
    client.force_login(user)
    return user


def test_a_hollow_source_is_queued_once_and_goes_when_it_comes_round() -> None:
    spell = make_hollow()
    Spell.objects.create(source=rows.make_source("Suara Kota"), state="quiet", since="2024-10-16")
    fill_queue()
    fill_queue()
    assert queued() == [(spell.pk, "open")]
    end(spell)
    fill_queue()
    assert queued() == []


def test_a_refusal_is_remembered_for_its_spell_and_a_new_spell_queues_anew(
    client: Client, curator: User
) -> None:
    spell = make_hollow()
    fill_queue()
    item = QueueItem.objects.get(spell=spell)
    client.post(f"/review/{item.pk}/", {"deed": "refuse", "reason": "Memang kilas berita."})
    fill_queue()
    assert queued() == [(spell.pk, "refused")]
    end(spell)
    later = make_hollow()
    fill_queue()
    assert queued() == [(spell.pk, "refused"), (later.pk, "open")]


def test_the_page_says_since_when_in_the_words_of_the_health_page_and_counts_words(
    client: Client, curator: User
) -> None:
    spell = make_hollow()
    old = rows.make_revision("Panen raya\nSegera menyusul.", at=rows.wib(14))
    for text, day in ((LONG, 15), ("", 16), (SHORT, 17)):
        rows.make_revision(f"Panen raya\n{text}", at=rows.wib(day), article=old.article)
    fresh = rows.make_revision("Panen kedua\n", at=rows.wib(18))
    fresh.published = None
    fresh.save()
    taken = rows.make_revision(f"Panen ketiga\n{LONG}", at=rows.wib(18)).article
    taken.withheld = timezone.now()
    taken.save()
    rows.make_revision(f"Media lain\n{LONG}", at=rows.wib(18), outlet="Suara Kota")
    fill_queue()
    answer = client.get(f"/review/{QueueItem.objects.get(spell=spell).pk}/")
    shown = [
        (one.title, one.before, one.since, sorted(one.lacks)) for one in answer.context["shown"].articles
    ]
    assert shown == [
        ("Panen kedua", None, 0, ["author", "body", "date"]),
        ("Panen raya", 300, 4, ["author"]),
    ]
    page, health = answer.content.decode(), client.get("/sources/kabar-pagi/").content.decode()
    words = "sejak 16 Okt hanya 30 huruf per artikel, biasanya 1.900"
    assert words in page
    assert words in health
    assert 'href="/sources/kabar-pagi/"' in page


def test_the_desk_is_linked_for_those_who_may_change_sources(client: Client, curator: User) -> None:
    spell = make_hollow()
    fill_queue()
    address = f"/review/{QueueItem.objects.get(spell=spell).pk}/"
    desk = f"/admin/articles/source/{spell.source_id}/change/"
    assert desk in client.get(address).content.decode()
    client.force_login(member("redaktur", "editor"))
    page = client.get(address)
    assert desk not in page.content.decode()
    assert page.status_code == 200


def test_a_broken_source_is_given_to_somebody_who_mends_it_and_back(client: Client, curator: User) -> None:
    spell = make_hollow()
    fill_queue()
    item = QueueItem.objects.get(spell=spell)
    editor, mender = member("redaktur", "editor"), member("teknisi", "curator")
    address, told = f"/review/{item.pk}/", {"deed": "accept", "reason": "Tata letaknya baru."}
    for words in (
        {**told, "reason": " "},
        {**told, "person": str(editor.pk)},
        {**told, "person": "\0<script>"},
        {**told, "deed": "correct"},
    ):
        answer = client.post(address, words)
        assert answer.status_code == 409
        assert "<script>" not in answer.content.decode().replace("<script type", "").replace(
            "<script src", ""
        )
    assert queued() == [(spell.pk, "open")]
    client.post(address, {**told, "person": str(mender.pk)})
    item.refresh_from_db()
    assert (item.state, item.assigned, item.decided_by) == ("accepted", mender, curator)
    review = Review.objects.get(model="spell", row=spell.pk)
    assert (review.user, review.reason) == (curator, "Tata letaknya baru.")
    assert "Tata letaknya baru." in client.get(address).content.decode()
    assert "ditugaskan kepada teknisi" in client.get("/review/?state=accepted").content.decode()
    listed = client.get("/review/decisions/?model=spell").content.decode()
    assert "Sumber rusak" in listed
    client.post("/review/undo/")
    item.refresh_from_db()
    review.refresh_from_db()
    assert (item.state, item.assigned, review.undone_by) == ("open", None, curator)


def test_a_decision_on_a_source_is_taken_back_from_the_list_of_decisions(
    client: Client, curator: User
) -> None:
    make_hollow()
    fill_queue()
    item = QueueItem.objects.get(reason="hollow")
    client.post(f"/review/{item.pk}/", {"deed": "refuse", "reason": "Memang kilas berita."})
    client.post(reverse("claims:review_undo_one", args=[Review.objects.get().pk]))
    item.refresh_from_db()
    assert (item.state, item.decided_by) == ("open", None)


def test_a_source_that_came_round_is_not_judged_any_more(client: Client, curator: User) -> None:
    spell = make_hollow()
    fill_queue()
    end(spell)
    item = QueueItem.objects.get(spell=spell)
    answer = client.post(f"/review/{item.pk}/", {"deed": "refuse", "reason": "begitu"})
    assert answer.status_code == 409
    assert "sudah berganti keadaan" in answer.content.decode()
    assert not Review.objects.exists()


def test_many_at_once_never_takes_a_source(client: Client, curator: User) -> None:
    make_hollow()
    fill_queue()
    client.post("/review/accept/?outlet=kabar-pagi", {"reason": "begitu", "count": "9"})
    assert QueueItem.objects.open().count() == 1


def test_a_hollow_source_asks_at_most_eight_queries(client: Client, curator: User) -> None:
    spell = make_hollow()
    for day in range(1, 29):
        rows.make_revision(f"Kabar {day}\n{LONG}", at=rows.wib(day))
    fill_queue()
    for address in (f"/review/{QueueItem.objects.get(spell=spell).pk}/", "/review/?reason=hollow"):
        with CaptureQueriesContext(connection) as asked:
            page = client.get(address)
        assert len(asked) <= 8, "\n".join(query["sql"] for query in asked.captured_queries)
    assert "Kabar Pagi: sejak 16 Okt" in page.content.decode()


def test_an_item_is_about_a_report_or_a_spell_and_never_both() -> None:
    report = rows.make_report(rows.make_revision("J\nSatu hal."), "Satu hal.")
    with pytest.raises(IntegrityError, match="queueitem_of_a_report_or_a_spell"):
        QueueItem.objects.create(reason="hollow", report=report, spell=make_hollow(), priority=0)


def test_a_source_is_looked_at_by_one(client: Client, curator: User) -> None:
    spell = make_hollow()
    fill_queue()
    until = timezone.now() + timedelta(minutes=1)
    QueueItem.objects.update(looking=User.objects.create_user("lain"), looking_until=until)
    page = client.get(f"/review/{QueueItem.objects.get(spell=spell).pk}/").content.decode()
    assert "lain sedang melihat butir ini" in page
