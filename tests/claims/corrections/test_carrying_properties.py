"""Whatever is decided, edited and read anew in whatever order: undone, it leaves the record as it was."""

from collections.abc import Callable
from random import Random

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Revision
from claims.corrections.deciding import accept_report, add_report, correct_report, refuse_report
from claims.corrections.history import Hand
from claims.corrections.undoing import undo_any
from claims.corrections.verdicts import CannotCorrect
from claims.models import Report, Review, Stance
from claims.store import assign_speaker, refuse_stance
from claims.store.fields import COLUMNS
from claims.store.verdicts import CannotDecide
from tests import rows
from tests.claims.corrections.newsroom import another, digest, keep_stories, read_all

pytestmark = pytest.mark.django_db
MORE = ("Warga menunggu truk air tiba dari kota.", "Camat Wening Laras mengatakan jalan desa rusak parah.")
FIELDS = [field for field in COLUMNS if field != "sort"]


def edited(text: str, chance: Random) -> str:
    """The text with a paragraph more, less, or worded otherwise."""
    title, *paragraphs = text.split("\n")
    at = chance.randrange(len(paragraphs))
    deed = chance.randrange(4)
    if deed == 0:
        paragraphs.insert(at, chance.choice(MORE))
    elif deed == 1 and len(paragraphs) > 2:
        del paragraphs[at]
    elif deed == 2:
        words = paragraphs[at].split(" ")
        words.insert(chance.randrange(len(words)), "kembali")
        paragraphs[at] = " ".join(words)
    else:
        paragraphs.append(paragraphs[at])
    return "\n".join((title, *paragraphs))


def correct(report: Report, chance: Random, hand: Hand) -> object:
    """Other words for one field."""
    field = chance.choice(FIELDS)
    words = another(report, field, chance)
    return correct_report(report.pk, {field: words}, hand) if words else None


def add(report: Report, _chance: Random, hand: Hand) -> object:
    """A statement in the last paragraph of the report's text."""
    words = " ".join(report.revision.paragraphs[-1].split()[:3])
    return add_report(report.revision, {"span": words, "speaker": "Gandi"}, hand)


def refuse_link(_report: Report, chance: Random, hand: Hand) -> object:
    """One link of the record refused."""
    return refuse_stance(chance.choice(list(Stance.objects.filter(taken=True).order_by("pk"))), hand.user)


DEEDS: tuple[Callable[[Report, Random, Hand], object], ...] = (
    correct,
    correct,
    add,
    refuse_link,
    lambda report, _chance, hand: refuse_report(report.pk, hand),
    lambda report, _chance, hand: accept_report(report.pk, hand),
    lambda report, _chance, hand: assign_speaker([report], None, hand.user, name="Gandi Palupi"),
)


def decide(chance: Random, hand: Hand) -> None:
    """One decision by chance; one that cannot be is passed over."""
    report = chance.choice(list(Report.objects.current().select_related("revision").order_by("pk")))
    try:
        chance.choice(DEEDS)(report, chance, hand)
    except (CannotCorrect, CannotDecide):
        return


def run(events: list[tuple[str, int]], revisions: list[Revision], seed: int, hand: Hand | None) -> str:
    """Edit, read and - with a hand - decide and take everything back; the record's digest."""
    version, newest, edits, deeds = 1, list(revisions), Random(seed), Random(seed)  # noqa: S311
    read_all(revisions, version)
    for event, number in events:
        at = number % len(newest)
        if event == "edit":
            text = edited(newest[at].text, edits)
            newest[at] = rows.make_revision(text, at=rows.wib(27, 8), article=newest[at].article)
            read_all([newest[at]], version)
        elif event == "read":
            version += 1
            read_all(list(Revision.objects.order_by("pk")), version)
        elif hand:
            decide(deeds, hand)
            check()
    if hand:
        reviews = list(Review.objects.filter(undone=None).order_by("pk"))
        deeds.shuffle(reviews)
        for review in reviews:
            undo_any(review, hand.user)
            check()
        assert not Report.objects.current().exclude(machine={}).exists()
    return digest()


def check() -> None:
    """Every report stands in its text, and nothing that was taken off is still linked."""
    for report in Report.objects.current().select_related("revision"):
        assert report.revision.text[report.start : report.end] == report.exact
        assert report.utterance_id
    assert not Report.objects.filter(refused=True, superseded=None).exists()


@pytest.mark.parametrize("seed", range(6))
def test_edits_decisions_and_re_readings_in_any_order_are_undone_without_a_trace(seed: int) -> None:
    hand = Hand(User.objects.create_user("redaktur"))
    chance = Random(seed)  # noqa: S311 - a seed that repeats is the point
    revisions = keep_stories(3)
    words = chance.choices(["edit", "decide", "read"], weights=[5, 8, 1], k=20)
    events = [(word, chance.randrange(1000)) for word in words]
    with transaction.atomic():
        expected = run(events, revisions, seed, None)
        transaction.set_rollback(True)
    assert run(events, revisions, seed, hand) == expected
    assert Review.objects.count() > 3
