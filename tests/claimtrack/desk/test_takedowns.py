"""An article's text is taken down for good: nothing of it is left anywhere, and nothing brings it back."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Lead, Revision, TakeDown
from articles.rounds import discover
from articles.visits import visit_address, visit_article, visit_lead
from claims.desk import read_and_link
from claims.models import Claim, Report, Stance, Utterance
from claims.store import erase_withheld, waiting
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import Newsroom
from claimtrack.seeding import seed_newsroom
from tests.claimtrack.desk.people import curator, desk, reader

__all__ = ["curator", "desk", "reader"]
pytestmark = pytest.mark.django_db
REQUEST = {"action": "withheld", "requested_by": "Redaksi Kabar Pagi", "reason": "Naskah ditarik"}


def read_newsroom(newsroom: Newsroom) -> Article:
    """Two outlets on one river read; the article of Kabar Pagi with the most reports."""
    for source in seed_newsroom((outlet, newsroom.addresses[outlet.slug]) for outlet in OUTLETS[:2]):
        discover(source)
    for lead in Lead.objects.filter(title__icontains="wening").select_related("source"):
        visit_lead(lead)
    for revision in Revision.objects.order_by("pk"):
        read_and_link(revision.pk)
    articles = Article.objects.filter(source__slug="kabar-pagi")
    return max(articles, key=lambda article: (article.reports.count(), article.pk))


def unquoted(line: str) -> str:
    """The longest stretch of a line that is written the same in JSON."""
    return max(line.split('"'), key=len).strip()[:60]


def dump() -> str:
    """Every row of every table of ours, as text."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where tablename ~ '^(articles|claims|django_admin)_'")
        tables = [name for (name,) in cursor.fetchall()]
        cursor.execute(
            " union all ".join(f"select t::text from {name} t" for name in tables)  # noqa: S608
        )
        return "\n".join(row for (row,) in cursor.fetchall())


def test_nothing_of_the_text_is_left_in_any_table(desk: Client, newsroom: Newsroom) -> None:
    article = read_newsroom(newsroom)
    text = article.latest()
    quotes = list(article.reports.values_list("exact", flat=True))
    lines = [unquoted(line) for line in (text.title, *text.paragraphs, *quotes)]
    others = Revision.objects.exclude(article=article)
    own = [line for line in lines if len(line) > 30 and not others.filter(body__contains=line).exists()]
    assert len(own) > 4
    kept = dump()
    assert [line for line in own if line not in kept] == []
    assert desk.post(reverse("desk:takedown", args=[article.pk]), REQUEST).status_code == 302
    left = dump()
    assert [line for line in own if line in left] == []


def test_who_said_what_kind_of_thing_when_and_where_stays(desk: Client, newsroom: Newsroom) -> None:
    article = read_newsroom(newsroom)
    fields = ("pk", "start", "end", "kind", "quote", "speaker_name", "role", "utterance", "chain", "rule")
    before = list(article.reports.order_by("pk").values_list(*fields))
    hashes = list(article.revisions.values_list("content_hash", "published"))
    counts = [model.objects.count() for model in (Report, Utterance, Claim, Stance)]
    desk.post(reverse("desk:takedown", args=[article.pk]), REQUEST)
    assert list(article.reports.order_by("pk").values_list(*fields)) == before
    assert list(article.revisions.values_list("content_hash", "published")) == hashes
    assert [model.objects.count() for model in (Report, Utterance, Claim, Stance)] == counts
    assert not Claim.objects.filter(title="").exists()


def test_pages_and_exports_say_so_and_carry_none_of_it(desk: Client, newsroom: Newsroom) -> None:
    article = read_newsroom(newsroom)
    words = article.reports.order_by("-score").values_list("exact", flat=True)[0][:40]
    stances = Stance.objects.filter(utterance__reports__article=article)
    claims = [stance.claim.get_absolute_url() for stance in stances.select_related("claim")]
    desk.post(reverse("desk:takedown", args=[article.pk]), REQUEST)
    page = Client().get(f"/articles/{article.pk}/").content.decode()
    assert "Teks artikel ini dicabut" in page
    for address in (
        "/",
        f"/articles/{article.pk}/",
        *claims,
        "/explore/?format=csv",
        "/explore/?format=json",
    ):
        answer = Client().get(address, follow=True)
        body = answer.getvalue()
        assert answer.status_code == 200, address
        assert words not in body.decode(), address


def test_neither_a_visit_nor_a_reading_nor_an_address_brings_it_back(
    desk: Client, newsroom: Newsroom
) -> None:
    article = read_newsroom(newsroom)
    desk.post(reverse("desk:takedown", args=[article.pk]), REQUEST)
    article.refresh_from_db()
    assert not Article.objects.due(timezone.now()).filter(pk=article.pk).exists()
    newsroom.later()
    visit_article(article)
    visit_address(article.url)
    assert set(article.revisions.values_list("title", "body", "html")) == {("", "", b"")}
    assert not waiting(reader_version=10_000).filter(article=article).exists()
    assert erase_withheld() == 0


def test_words_that_a_reading_kept_meanwhile_are_swept_out(desk: Client, newsroom: Newsroom) -> None:
    article = read_newsroom(newsroom)
    report = article.reports.earliest("pk")
    desk.post(reverse("desk:takedown", args=[article.pk]), REQUEST)
    Report.objects.filter(pk=report.pk).update(exact=report.exact, prefix=report.prefix)
    assert erase_withheld() == 1
    report.refresh_from_db()
    assert (report.exact, report.prefix) == ("", "")


def test_later_text_may_be_let_in_again_but_the_old_stays_gone(desk: Client, newsroom: Newsroom) -> None:
    article = read_newsroom(newsroom)
    address = reverse("desk:takedown", args=[article.pk])
    desk.post(address, REQUEST)
    desk.post(address, REQUEST | {"action": "let_in", "reason": "Naskah terbit lagi"})
    article.refresh_from_db()
    assert article.withheld is None
    assert article.latest().body == ""
    Revision.objects.filter(article=article).update(content_hash="lain")
    visit_article(article)
    assert [bool(body) for body in article.revisions.values_list("body", flat=True)] == [False, True]
    assert list(TakeDown.objects.values_list("action", flat=True)) == ["let_in", "withheld"]


def test_the_second_of_two_who_decide_is_told(desk: Client, newsroom: Newsroom) -> None:
    article = read_newsroom(newsroom)
    address = reverse("desk:takedown", args=[article.pk])
    desk.post(address, REQUEST)
    page = desk.post(address, REQUEST, follow=True).content.decode()
    assert "Orang lain sudah memutuskan ini lebih dulu" in page
    assert TakeDown.objects.count() == 1


@pytest.mark.parametrize("missing", ["requested_by", "reason"])
def test_a_decision_needs_whose_request_and_why(desk: Client, newsroom: Newsroom, missing: str) -> None:
    article = read_newsroom(newsroom)
    answer = desk.post(reverse("desk:takedown", args=[article.pk]), REQUEST | {missing: " "})
    assert answer.status_code == 422
    assert not TakeDown.objects.exists()
    assert article.latest().body


def test_the_log_only_grows_and_says_who(desk: Client, curator: User, newsroom: Newsroom) -> None:
    article = read_newsroom(newsroom)
    desk.post(reverse("desk:takedown", args=[article.pk]), REQUEST)
    entry = TakeDown.objects.get()
    assert (entry.user, entry.requested_by, entry.reason) == (curator, "Redaksi Kabar Pagi", "Naskah ditarik")
    assert "Redaksi Kabar Pagi" in LogEntry.objects.latest("pk").get_change_message()
    with pytest.raises(IntegrityError), transaction.atomic():
        TakeDown.objects.update(reason="lain")
    with pytest.raises(IntegrityError), transaction.atomic():
        TakeDown.objects.all().delete()


def test_only_those_who_may_take_down_come_here(reader: Client, newsroom: Newsroom) -> None:
    article = read_newsroom(newsroom)
    address = reverse("desk:takedown", args=[article.pk])
    assert reader.get(address).status_code == 403
    assert reader.post(address, REQUEST).status_code == 403
    assert Client().post(address, REQUEST).status_code == 302
    assert article.latest().body
