"""A decision and the reading of an edit at one moment: whichever comes first, it stands on both texts."""

from collections.abc import Callable
from functools import partial
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from articles.models import Revision
from claims.corrections.deciding import correct_report
from claims.corrections.history import Hand
from claims.models import Report
from claims.nlp.reading import read
from claims.store import link_reading, save_reading
from claims.store.links import LINKING_LOCK
from tests import rows
from tests.claims.corrections.newsroom import read_all

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Bupati Wening Sartika Laras mengatakan, gudang beras di Desa Randu Alas kosong sejak Lebaran."


def keep(revision: Revision) -> None:
    """Read and link a revision as the desk does."""
    link_reading(save_reading(revision, read(revision.text), reader_version=1))


def decide(report: int, hand: Hand) -> None:
    """Give the words to somebody else."""
    correct_report(report, {"speaker": "Lestari Palupi"}, hand)


def wait_for_turn() -> None:
    """Until somebody waits for the linking lock."""
    asking = "select count(*) from pg_locks where locktype = 'advisory' and objid = %s and not granted"
    for _ in range(1000):
        with connection.cursor() as cursor:
            cursor.execute(asking, [LINKING_LOCK])
            row = cursor.fetchone()
        if row and row[0]:
            return
        Event().wait(0.01)
    raise TimeoutError("nobody waits")


@pytest.mark.parametrize("decides_first", [True, False])
def test_a_decision_beside_the_reading_of_an_edit_stands_on_both_texts(decides_first: bool) -> None:
    hand = Hand(rows.make_user())
    first = rows.make_revision(f"Bupati menjawab\n{WORDS}")
    read_all([first], 1)
    report = Report.objects.current().get().pk
    second = rows.make_revision(f"{first.text}\nCuaca cerah.", article=first.article)
    deeds: list[Callable[[], None]] = [partial(decide, report, hand), partial(keep, second)]
    one, other = deeds if decides_first else deeds[::-1]

    def run() -> None:
        other()
        connection.close()

    later = Thread(target=run)
    with transaction.atomic():
        one()
        later.start()
        wait_for_turn()
    later.join(60)
    assert not later.is_alive()
    found = Report.objects.current().values_list("revision", "speaker_name")
    assert set(found) == {(first.pk, "Lestari Palupi"), (second.pk, "Lestari Palupi")}
