"""Two small fictional disputes that tests of pages look at."""

from dataclasses import dataclass
from typing import Any

from claims.models import Claim, Report
from tests import rows

TITLE = "gudang beras Desa Randu Alas kosong sejak Lebaran"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim that is denied the same day, its first words edited the next day."""

    claim: Claim
    said: Report
    denied: Report
    edited: Report


def make_dispute() -> Dispute:
    """Sekar Wangi states it in two outlets, Bram Kusnadi denies it 8 hours 25 minutes later."""
    claim = rows.make_claim(TITLE, rows.wib(16, 10, 40))
    first = "Warga mengeluh\nGudang beras itu kosong sejak Lebaran, kata Sekar Wangi."
    said = rows.make_words(
        claim,
        "Sekar Wangi",
        "asserts",
        first,
        rows.wib(16, 10, 40),
        quote="direct",
    )
    copy = rows.make_revision(
        "Gudang kosong\nGudang padi itu kosong sejak Lebaran, kata Sekar Wangi.",
        outlet="Warta Nusa",
        at=rows.wib(16, 11),
    )
    figure = {"value": 3000, "upper": None, "approximate": True, "unit": "ton"}
    more: dict[str, Any] = {"chain": said.chain, "figures": [figure], "via": ["Radio Randu"]}
    rows.make_report(copy, copy.paragraphs[0], said.utterance, **more)
    second = "Kepala gudang menjawab\nLaporan itu kabar burung belaka, ujar Bram Kusnadi."
    denied = rows.make_words(
        claim,
        "Bram Kusnadi",
        "denies",
        second,
        rows.wib(16, 19, 5),
        outlet="Suara Kota",
        quote="direct",
    )
    newer = "Warga mengeluh\nGudang beras itu hampir kosong sejak Lebaran, kata Sekar Wangi."
    revision = rows.make_revision(newer, at=rows.wib(17), article=said.article)
    edited = rows.make_report(revision, revision.paragraphs[0], said.utterance, chain=said.chain)
    claim.refresh_from_db()
    return Dispute(claim, said, denied, edited)


def make_accusation() -> Claim:
    """Dewi Arum accuses a company that has not answered."""
    at = rows.wib(17, 8)
    claim = rows.make_claim("PT Lintang Rawa menimbun pupuk", at, target="PT Lintang Rawa")
    text = "Petani menuding\nPT Lintang Rawa menimbun pupuk, kata Dewi Arum."
    rows.make_words(claim, "Dewi Arum", "accuses", text, at, target="PT Lintang Rawa")
    return claim
