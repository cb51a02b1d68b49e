"""The queue: what comes on it and why, who takes what, what comes of it, and the way back."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.accuracy.measuring import find_accuracy
from claims.corrections.deciding import accept_report, undo_decision
from claims.corrections.history import Hand
from claims.corrections.undoing import undo_any
from claims.models import QueueItem, Report, Review, Stance, Utterance
from claims.review.asking import Asked, find_next
from claims.review.batches import undo_last
from claims.review.filling import draw_sample, fill_queue, week_of
from claims.review.looking import take_lease
from claims.review.settling import settle, settle_report, take_back
from tests import rows
from tests.accounts.test_accounts import member
from tests.claims.corrections.newsroom import digest, keep_stories, read_all

pytestmark = pytest.mark.django_db
TEXT = "Warga mengeluh\nGudang {} kosong sejak Lebaran, kata Sekar Wangi."


def make_item(score: float = 0.3, outlet: str = "Kabar Pagi", **fields: object) -> QueueItem:
    """A doubtful report on the queue."""
    revision = rows.make_revision(TEXT.format(Report.objects.count()), outlet=outlet)
    utterance = rows.make_utterance(rows.make_actor("Sekar Wangi"), rows.wib(16))
    report = rows.make_report(
        revision, revision.paragraphs[0], utterance, score=score, speaker_sort="person", **fields
    )
    return QueueItem.objects.create(reason="score", report=report, priority=score)


@pytest.fixture
def editor(client: Client) -> User:
    """An editor, signed in."""
    user = member("redaktur", "editor")
    client.force_login(user)
    return user


def test_rules_say_why_a_report_is_queued() -> None:
    low = rows.make_report(rows.make_revision("J\nSatu hal."), "Satu hal.", score=0.2, speaker_name="X")
    unnamed = rows.make_report(rows.make_revision("J\nDua hal."), "Dua hal.")
    undecided = rows.make_report(
        rows.make_revision("J\nTiga hal."), "Tiga hal.", speaker_name="Y", candidates=[1, 2]
    )
    plain = rows.make_report(rows.make_revision("J\nEmpat hal."), "Empat hal.", speaker_name="Z")
    claim = rows.make_claim("hal", rows.wib(16))
    utterance = rows.make_utterance(None, rows.wib(16))
    linked = rows.make_report(rows.make_revision("J\nLima hal."), "Lima hal.", utterance, speaker_name="Z")
    rows.make_stance(utterance, claim, "denies", taken=False)
    fill_queue()
    fill_queue()
    found = set(QueueItem.objects.exclude(reason="sample").values_list("report", "reason"))
    assert found == {
        (low.pk, "score"),
        (unnamed.pk, "unnamed"),
        (undecided.pk, "undecided"),
        (linked.pk, "link"),
    }
    assert plain.pk not in {report for report, _ in found}


def test_an_edit_of_what_was_reviewed_is_queued() -> None:
    hand, text = Hand(User.objects.create_user("lain")), TEXT.format("beras") + "\n" + TEXT.format("pupuk")
    first = rows.make_revision(text)
    read_all([first], 1)
    for report in Report.objects.current():
        settle_report(report.pk, "accept", {}, hand)
    edited = text.replace("pupuk kosong", "pupuk nyaris kosong")
    second = rows.make_revision(edited, at=rows.wib(17), article=first.article)
    read_all([second], 1)
    fill_queue()
    item = QueueItem.objects.get(reason="edited")
    assert item.report == Report.objects.get(revision=second, exact__contains="nyaris")
    assert not QueueItem.objects.exclude(reason="edited").filter(report__revision=second).exists()
    undo_any(Review.objects.get(carried__report=item.report), hand.user)
    fill_queue()
    assert not QueueItem.objects.filter(reason="edited").exists()


def test_what_is_decided_of_one_revision_leaves_the_queue_in_all_and_is_no_second_example() -> None:
    hand, first = Hand(User.objects.create_user("lain")), rows.make_revision(TEXT.format("beras"))
    second = rows.make_revision(f"{first.text}\nCuaca cerah.", article=first.article)
    read_all([first, second], 1)
    one, other = Report.objects.current().order_by("revision__number")
    for report in (one, other):
        QueueItem.objects.create(reason="score", report=report, priority=0.1)
    week = week_of(timezone.now())
    assert draw_sample(week) == 2
    settle_report(one.pk, "accept", {}, hand)
    assert set(QueueItem.objects.values_list("report", "state")) == {(one.pk, "accepted")}
    assert draw_sample(week) == 0
    assert find_accuracy().statements.judged == 1
    take_back(Review.objects.get(), hand.user)
    assert set(QueueItem.objects.values_list("report", "state")) == {(one.pk, "open")}
    assert draw_sample(week) == 1
    QueueItem.objects.filter(report=one).delete()
    settle_report(one.pk, "accept", {}, hand)
    assert QueueItem.objects.get().report == other
    assert find_accuracy().statements.judged == 1
    undo_last(hand.user)
    assert QueueItem.objects.get().state == "open"


def test_words_decided_in_another_revision_leave_the_queue_and_come_back(editor: User) -> None:
    text = "Warga mengeluh\nGudang beras itu kosong sejak Lebaran, kata Sekar Wangi."
    old = rows.make_revision(text)
    newer = rows.make_revision(f"{text}\nCuaca cerah.", article=old.article)
    read_all([old, newer], 1)
    first, same = Report.objects.current().order_by("revision__number")
    Report.objects.update(score=0.2)
    fill_queue()
    assert QueueItem.objects.open().filter(reason="score").count() == 2
    review = accept_report(first.pk, Hand(editor))
    fill_queue()
    assert not QueueItem.objects.open().filter(report=same, reason="score").exists()
    undo_decision(review, editor)
    fill_queue()
    assert QueueItem.objects.open().filter(report=same, reason="score").exists()


def test_the_weeks_sample_is_drawn_alike_every_time() -> None:
    revisions = keep_stories(24)
    read_all(revisions, 1)
    week = week_of(timezone.now())
    assert draw_sample(week) == 50
    drawn = set(QueueItem.objects.values_list("report", flat=True))
    assert draw_sample(week) == 0
    QueueItem.objects.all().delete()
    draw_sample(week)
    assert set(QueueItem.objects.values_list("report", flat=True)) == drawn
    assert Report.objects.current().count() > 50


def test_what_somebody_else_looks_at_or_was_given_is_passed_over(editor: User) -> None:
    other = User.objects.create_user("lain")
    taken, given, free = make_item(0.1), make_item(0.2), make_item(0.3)
    assert take_lease(taken, other)
    QueueItem.objects.filter(pk=given.pk).update(assigned=other)
    assert find_next(Asked(), editor) == free.pk
    assert not take_lease(taken, editor)
    QueueItem.objects.update(looking_until=timezone.now() - timedelta(seconds=1))
    assert find_next(Asked(), editor) == taken.pk


def test_deciding_leads_to_the_next_and_back(client: Client, editor: User) -> None:
    read_all(keep_stories(2), 1)
    before = digest()
    reports = list(Report.objects.current().order_by("pk"))[:3]
    items = [QueueItem.objects.create(reason="score", report=r, priority=r.pk) for r in reports]
    page = client.get(f"/review/{items[0].pk}/")
    seen = page.context["shown"].seen
    answer = client.post(f"/review/{items[0].pk}/", {"deed": "accept", "seen": seen})
    assert answer.headers["Location"] == f"/review/{items[1].pk}/?"
    words = {"deed": "correct", "role": "Juru parkir", "reason": "tertulis begitu"}
    client.post(f"/review/{items[1].pk}/", words)
    client.post(f"/review/{items[2].pk}/", {"deed": "refuse"})
    assert list(QueueItem.objects.order_by("pk").values_list("state", flat=True)) == [
        "accepted",
        "corrected",
        "refused",
    ]
    assert Report.objects.get(pk=reports[1].pk).role == "Juru parkir"
    for item in reversed(items):
        assert client.post("/review/undo/").headers["Location"] == f"/review/{item.pk}/"
    assert set(QueueItem.objects.values_list("state", flat=True)) == {"open"}
    assert digest() == before
    assert not Review.objects.filter(undone=None).exists()


def test_the_second_editor_is_told_by_name_and_overwrites_nothing(client: Client, editor: User) -> None:
    item = make_item()
    seen = client.get(f"/review/{item.pk}/").context["shown"].seen
    other = Hand(User.objects.create_user("lain"))
    words = {"deed": "correct", "role": "Camat", "seen": seen}
    settle(item, "correct", {"role": "Lurah"}, other)
    QueueItem.objects.update(state="open")
    answer = client.post(f"/review/{item.pk}/", words)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "lain mengubahnya" in page
    assert 'value="Camat"' in page
    assert Report.objects.get(queued=item).role == "Lurah"


def test_words_outside_the_text_are_refused_beside_their_field(client: Client, editor: User) -> None:
    item = make_item()
    for words in ("0-9999999", "tidak tercetak", "<script>alert(1)</script>", "\0"):
        answer = client.post(f"/review/{item.pk}/", {"deed": "correct", "span": words})
        assert answer.status_code == 409
        page = answer.content.decode()
        assert 'id="galat"' in page
        assert "<script>alert" not in page
    assert QueueItem.objects.get().state == "open"


def test_a_suggested_link_is_refused_and_remembered(client: Client, editor: User) -> None:
    item = make_item()
    utterance = Utterance.objects.get(reports__queued=item)
    claim = rows.make_claim("hal", rows.wib(16))
    rows.make_words(claim, "Dewi Arum", "asserts", "J\nHal itu benar.", rows.wib(16))
    stance = rows.make_stance(utterance, claim, "denies", taken=False)
    link = QueueItem.objects.create(reason="link", report=item.report, stance=stance, priority=0)
    assert "hal" in client.get(f"/review/{link.pk}/").content.decode()
    client.post(f"/review/{link.pk}/", {"deed": "refuse"})
    assert Stance.objects.get(pk=stance.pk).decision == "refused"
    assert client.post("/review/undo/").status_code == 302
    assert not Stance.objects.filter(decision="refused").exists()
    assert not Review.objects.filter(undone=None).exists()


def test_pages_ask_at_most_eight_queries(client: Client, editor: User) -> None:
    items = [make_item(place / 100) for place in range(60)]
    for address in ("/review/", f"/review/{items[0].pk}/", f"/review/{items[1].pk}/?reason=score"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= 8, "\n".join(query["sql"][:130] for query in asked.captured_queries)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "/review/?reason=%00",
            "/review/?after=nan_1",
            "/review/?after=1e999_99",
            "/review/?outlet=<script>",
        ),
        *("/review/?after=x", "/review/?rule=" + "x" * 5000, "/review/next/?reason=tidak-ada"),
        *("/review/?state=%00", "/review/?state=accepted&after=0.3_1", "/review/?state=<script>&after=x_1"),
        *("/review/?state=refused&after=0001-01-01T00:00%2B23:59_1", "/review/?person=%00&after=0.1_99"),
        *("/review/?state=refused&after=2024-10-16_1", "/review/?person=99999999999999999999"),
    ],
)
def test_nonsense_gives_a_page(client: Client, editor: User, address: str) -> None:
    make_item()
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().replace("<script type", "").replace("<script src", "")


def test_unknown_items_are_named(client: Client, editor: User) -> None:
    assert client.get("/review/999999999/").status_code == 404
