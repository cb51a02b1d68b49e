"""Figures of the machine's accuracy come from reviewed samples, and reviewed articles are tomorrow's gold."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from articles.models import Revision
from claims.accuracy.gold import find_gold
from claims.accuracy.measuring import find_accuracy
from claims.accuracy.wilson import find_share
from claims.corrections.deciding import add_report, correct_report, refuse_report
from claims.corrections.history import Hand
from claims.models import FullReview, QueueItem, Report
from claims.review.settling import settle
from claims.review.whole import finish
from tests.accounts.test_accounts import member
from tests.claims.corrections.newsroom import keep_stories, read_all
from tests.claims.review.test_queue import make_item
from tests.rows import make_revision, wib

pytestmark = pytest.mark.django_db


@pytest.fixture
def hand() -> Hand:
    """An editor."""
    return Hand(User.objects.create_user("redaktur"))


@pytest.mark.parametrize(
    ("right", "judged", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_wilsons(right: int, judged: int, low: float, high: float) -> None:
    share = find_share(right, judged)
    assert (round(share.low, 4), round(share.high, 4)) == (low, high)


def test_nothing_judged_says_nothing() -> None:
    assert (find_share(0, 0).low, find_share(0, 0).high) == (0.0, 1.0)


def test_precision_is_counted_by_field_rule_outlet_and_version(hand: Hand) -> None:
    items = [
        make_item(0.9, outlet, rule=rule)
        for outlet, rule in (
            ("Kabar Pagi", "a"),
            ("Kabar Pagi", "a"),
            ("Suara Kota", "b"),
            ("Suara Kota", "b"),
        )
    ]
    QueueItem.objects.update(reason="sample", week="2026-W47")
    settle(items[0], "accept", {}, hand)
    settle(items[1], "correct", {"role": "Camat"}, hand)
    settle(items[2], "refuse", {}, hand)
    found = find_accuracy()
    assert (found.statements.right, found.statements.judged) == (2, 3)
    fields = {row.name: (row.share.right, row.share.judged) for row in found.fields}
    assert fields["role"] == (1, 2)
    assert fields["speaker"] == (2, 2)
    rules = {row.name: (row.share.right, row.share.judged) for row in found.rules}
    assert rules == {"a": (1, 2), "b": (0, 1)}
    assert {row.name: row.share.judged for row in found.outlets} == {"Kabar Pagi": 2, "Suara Kota": 1}
    assert [row.name for row in found.versions] == ["1"]
    assert [(week.drawn, week.reviewed) for week in found.weeks] == [(4, 3)]


def test_a_later_re_reading_does_not_change_what_was_measured(hand: Hand) -> None:
    revisions = keep_stories(1)
    read_all(revisions, 1)
    report = Report.objects.current().order_by("start")[0]
    item = QueueItem.objects.create(reason="sample", report=report, priority=0, week="2026-W47")
    settle(item, "correct", {"role": "Camat"}, hand)
    before = find_accuracy()
    read_all(revisions, 2)
    assert find_accuracy() == before


def review_fully(revision: Revision, hand: Hand) -> FullReview:
    """Refuse one statement, correct one, add one, and mark the article as done."""
    one, two = Report.objects.current().filter(revision=revision).order_by("start")[:2]
    refuse_report(one.pk, hand)
    correct_report(two.pk, {"role": "Juru parkir", "speaker": "Tirta Wirabumi"}, hand)
    add_report(revision, {"span": " ".join(revision.paragraphs[-1].split()[:2]), "speaker": "Gandi"}, hand)
    return finish(revision, hand)


def test_recall_comes_from_articles_read_to_the_end(hand: Hand) -> None:
    revisions = keep_stories(2)
    read_all(revisions, 1)
    count = Report.objects.current().filter(revision=revisions[0]).count()
    full = review_fully(revisions[0], hand)
    assert (full.found, full.missed, full.reader_version) == (count - 1, 1, 1)
    found = find_accuracy()
    assert (found.recall.right, found.recall.judged, found.articles) == (count - 1, count, 1)
    assert not Report.objects.current().filter(revision=revisions[0], machine={}).exists()


def evaluate(folder: Path) -> dict[str, Any]:
    """What `evaluate` says of the exported gold."""
    out = io.StringIO()
    call_command("evaluate", str(folder / "gold.jsonl"), docs=str(folder / "docs"), as_json=True, stdout=out)
    scores: dict[str, Any] = json.loads(out.getvalue())
    return scores


def test_gold_goes_out_and_evaluate_reads_it(tmp_path: Path, hand: Hand) -> None:
    revisions = keep_stories(4)
    read_all(revisions, 1)
    for revision in revisions[1:]:
        finish(revision, hand)
    call_command("export_gold", str(tmp_path))
    scores = evaluate(tmp_path)
    assert scores["statements"]["exact"]["f1"] == 1.0, scores
    assert set(scores["accuracy"].values()) == {1.0}, scores["accuracy"]
    review_fully(revisions[0], hand)
    call_command("export_gold", str(tmp_path))
    scores = evaluate(tmp_path)
    assert scores["statements"]["exact"]["recall"] < 1.0
    assert scores["statements"]["right_speaker"]["precision"] < 1.0


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(CommandError, match="name another folder"):
        call_command("export_gold", str(tmp_path / "berkas"))


def test_a_wrong_week_is_named() -> None:
    with pytest.raises(CommandError, match="2026-W47"):
        call_command("draw_sample", "pekan lalu")


def test_the_pages_show_it_to_everybody_and_the_gold_to_editors(client: Client) -> None:
    item = make_item()
    QueueItem.objects.update(reason="sample", week="2026-W47")
    assert "Belum ada laporan undian" in client.get("/accuracy/").content.decode()
    user = member("redaktur", "editor")
    settle(item, "accept", {}, Hand(user))
    page = client.get("/accuracy/").content.decode()
    assert "100,0 %" in page
    assert "20,7 %" in page
    assert client.get("/accuracy/gold.zip").status_code == 302
    client.force_login(user)
    archive = zipfile.ZipFile(io.BytesIO(client.get("/accuracy/gold.zip").content))
    assert sorted(archive.namelist()) == ["docs.json", "gold.jsonl"]


def test_an_article_is_reviewed_to_the_end_on_its_page(client: Client) -> None:
    revisions = keep_stories(1)
    read_all(revisions, 1)
    client.force_login(member("redaktur", "editor"))
    address = f"/review/revision/{revisions[0].pk}/"
    wrong = client.post(address, {"deed": "add", "span": "tidak tercetak"})
    assert wrong.status_code == 409
    assert "Salin persis" in wrong.content.decode()
    words = {"deed": "add", "span": " ".join(revisions[0].title.split()[:3]), "speaker": "Gandi"}
    assert client.post(address, words).status_code == 302
    assert client.post(address, {"deed": "finish"}).status_code == 302
    assert "1 ditambahkan" in client.get(address).content.decode()
    client.post(address, {"deed": "again"})
    assert not FullReview.objects.exists()
    assert client.get("/review/revision/999999/").status_code == 404


def test_an_article_read_to_the_end_twice_counts_once_with_its_latest_text(hand: Hand) -> None:
    first = keep_stories(1)[0]
    read_all([first], 1)
    review_fully(first, hand)
    later = make_revision(f"{first.text}\nWarga menunggu.", at=wib(27), article=first.article)
    read_all([later], 1)
    full = finish(later, hand)
    found = find_accuracy()
    assert (full.found, full.missed) == (found.recall.right, 1)
    assert (found.recall.judged, found.articles) == (full.found + 1, 1)
    names = [name for name, _text in find_gold()]
    assert names == [f"docs/r{later.pk}.txt", "gold.jsonl", "docs.json"]
