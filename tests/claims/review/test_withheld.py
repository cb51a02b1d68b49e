"""Words that were taken down are reviewed by nobody: never queued, off the queue, and said to be gone."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.models import Article
from articles.takedowns import let_in, take_down
from claims.models import FullReview, QueueItem, Report
from claims.review.filling import draw_sample, fill_queue, week_of
from claims.store import erase_withheld
from tests import rows
from tests.claims.review.test_queue import editor, make_item

__all__ = ["editor"]
pytestmark = pytest.mark.django_db
GONE = "Teksnya dicabut atas permintaan medianya."


def article_of(item: QueueItem) -> Article:
    """The article in which an item's words stand."""
    return Article.objects.get(reports__queued=item)


def take_away(article: Article) -> None:
    """Take an article's text down, as the desk does."""
    take_down(article, user=rows.make_user("kurator").pk, requested_by="Redaksi", reason="Naskah ditarik")
    while erase_withheld():
        pass


def test_open_items_go_at_once_and_nothing_comes_back(editor: User) -> None:
    item, other = make_item(), make_item()
    report = Report.objects.get(queued=item)
    take_away(article_of(item))
    assert list(QueueItem.objects.values_list("pk", flat=True)) == [other.pk]
    assert report.recorded is not None
    Report.objects.update(recorded=timezone.now())
    fill_queue()
    draw_sample(week_of(timezone.now()))
    assert not QueueItem.objects.filter(report=report).exists()
    assert QueueItem.objects.filter(reason="sample").count() == 1


def test_suggested_links_of_such_words_are_not_queued(editor: User) -> None:
    utterance = rows.make_utterance(rows.make_actor("Sekar Wangi"), rows.wib(16))
    revision = rows.make_revision("J\nSatu hal.")
    rows.make_report(revision, "Satu hal.", utterance)
    rows.make_stance(utterance, rows.make_claim("hal", rows.wib(16)), "denies", taken=False)
    take_away(revision.article)
    fill_queue()
    assert not QueueItem.objects.exists()


def test_old_words_stay_off_though_later_text_is_let_in(editor: User) -> None:
    item = make_item()
    report, article = Report.objects.get(queued=item), article_of(item)
    take_away(article)
    let_in(article, user=editor.pk, requested_by="Redaksi", reason="Naskah terbit lagi")
    fill_queue()
    assert not QueueItem.objects.filter(report=report).exists()


def test_an_item_queued_beside_the_take_down_goes_with_the_next_filling(editor: User) -> None:
    item = make_item()
    Article.objects.filter(pk=article_of(item).pk).update(withheld=timezone.now())
    fill_queue()
    assert not QueueItem.objects.exists()


def test_an_open_page_says_so_and_decides_nothing(client: Client, editor: User) -> None:
    item = make_item()
    Article.objects.filter(pk=article_of(item).pk).update(withheld=timezone.now())
    page = client.get(f"/review/{item.pk}/").content.decode()
    assert GONE in page
    assert 'id="paragraf"' not in page
    assert 'value="accept"' not in page
    answer = client.post(f"/review/{item.pk}/", {"deed": "accept"})
    assert answer.status_code == 409
    assert "butir ini akan hilang sendiri" in answer.content.decode()
    assert QueueItem.objects.get().state == "open"


def test_a_page_whose_item_went_says_why(client: Client, editor: User) -> None:
    item = make_item()
    take_away(article_of(item))
    answer = client.post(f"/review/{item.pk}/", {"deed": "accept"})
    assert answer.status_code == 404
    assert "teksnya dicabut" in answer.content.decode()


def test_decided_items_keep_who_and_when_without_the_words(client: Client, editor: User) -> None:
    item = make_item()
    client.post(f"/review/{item.pk}/", {"deed": "accept"})
    take_away(article_of(item))
    listed = client.get("/review/?state=accepted").content.decode()
    assert "kata-katanya dicabut" in listed
    page = client.get(f"/review/{item.pk}/").content.decode()
    assert GONE in page
    assert "redaktur sudah memutuskan" in page


def test_a_whole_article_without_its_text_is_not_reviewed(client: Client, editor: User) -> None:
    item = make_item()
    report = Report.objects.get(queued=item)
    take_away(article_of(item))
    address = f"/review/revision/{report.revision_id}/"
    page = client.get(address).content.decode()
    assert GONE in page
    assert 'value="finish"' not in page
    for deed in ("finish", "add"):
        assert client.post(address, {"deed": deed, "span": "kata"}).status_code == 409
    assert not FullReview.objects.exists()
    assert GONE in client.get(f"/review/report/{report.pk}/").content.decode()
