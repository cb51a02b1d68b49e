"""Words are followed back through outlets and agencies towards their speaker."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Revision
from claims.desk import read_and_link
from claims.linking.relays import name_chain
from claims.record import digest_record, find_record
from tests.rows import make_revision, wib

pytestmark = pytest.mark.django_db
RELAYED = (
    "Gudang Kosong\n"
    "Bupati Kalingga Sarwendah Mulyoto mengatakan kepada Reuters gudang beras di Lembah Turi kosong "
    "sejak Lebaran, Senin (14/10/2024).\n"
)


@pytest.mark.parametrize(
    ("outlet", "credit", "via", "chain"),
    [
        ("Kabar Pagi", "", (), ("Kabar Pagi",)),
        ("Kabar Pagi", "ANTARA/Xinhua", (), ("Kabar Pagi", "Antara", "Xinhua")),
        ("Antara", "ANTARA", ("Radio Randu",), ("Antara", "Radio Randu")),
        (
            "Kabar Pagi",
            "AFP",
            ("The Washington Post",),
            ("Kabar Pagi", "Agence France-Presse", "The Washington Post"),
        ),
    ],
)
def test_a_chain_runs_from_the_outlet_over_agencies_to_whom_the_words_name(
    outlet: str, credit: str, via: tuple[str, ...], chain: tuple[str, ...]
) -> None:
    assert [name.casefold() for name in name_chain(outlet, credit, via)] == [n.casefold() for n in chain]


def test_the_record_shows_the_chain_of_each_report() -> None:
    revision = make_revision(RELAYED, outlet="Kabar Pagi", at=wib(14, 12))
    Revision.objects.filter(pk=revision.pk).update(source_credit="ANTARA")
    read_and_link(revision.pk)
    (claim,) = find_record()
    chain = claim["stances"][0]["reports"][0]["chain"]
    assert chain == list(name_chain("Kabar Pagi", "ANTARA", ("Reuters",)))
    assert len(chain) == 3
    at_once = find_record(timezone.now() + timedelta(minutes=1))
    assert digest_record(find_record()) == digest_record(at_once)
