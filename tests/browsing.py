"""A record with something of everything, for tests that go through all pages."""

from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from accounts.inviting import save_invitation, token_of
from articles.desk.values import FoundList, Preview
from articles.models import Proposal, SourceImport, Spell
from claims.models import Claim, QueueItem, SavedSearch, Stance
from tests import rows
from tests.scenes import Dispute, make_accusation, make_dispute

ANSWERS = {
    "partly_denies": "Hanya sebagian gudang yang kosong, kata Prana Wijaya.",
    "confirms": "Benar, gudang itu kosong, kata Laras Ayu.",
    "neither": "Kami masih memeriksa laporan itu, kata Dinas Pangan Randu Alas.",
    "no_comment": "Galih Pratama menolak berkomentar soal gudang itu.",
    "retracts": "Saya keliru soal gudang itu, kata Ratih Dewi.",
}
MORE_THAN_A_PAGE = 53


@dataclass(frozen=True, slots=True)
class Browsing:
    """The scenes that addresses point to."""

    dispute: Dispute
    accusation: Claim
    invitation: str
    session: str
    proposals: tuple[int, ...]
    files: tuple[int, ...]
    items: tuple[int, ...]

    @property
    def desk_cookie(self) -> tuple[str, str]:
        """The cookie of somebody who may open everything."""
        return settings.SESSION_COOKIE_NAME, self.session


def make_browsing() -> Browsing:
    """A dispute with every stance, an accusation without an answer, and more claims than one page shows."""
    dispute, accusation = make_dispute(), make_accusation()
    for hour, (stance, words) in enumerate(ANSWERS.items(), start=8):
        name = words.split(" kata ")[-1].removesuffix(".") if " kata " in words else "Galih Pratama"
        text = f"Tanggapan soal gudang\n{words}"
        rows.make_words(dispute.claim, name, stance, text, rows.wib(18, hour), outlet="Harian Randu")
    for number in range(MORE_THAN_A_PAGE):
        at = rows.wib(1 + number % 9, number % 24)
        claim = rows.make_claim(f"panen padi di blok {number} mundur dua pekan", at)
        text = f"Panen mundur\nPanen di blok {number} mundur dua pekan, kata Mbah Karso."
        rows.make_words(claim, "Mbah Karso", "asserts", text, at)
    dispute.claim.refresh_from_db()
    chief, client = User.objects.create_superuser("kepala"), Client()
    client.force_login(chief)
    invitation = save_invitation(chief, "baru@contoh.example", "editor")
    SavedSearch.objects.create(owner=chief, name="Bantahan soal gudang", query="q=gudang&stance=denies")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return Browsing(
        dispute,
        accusation,
        token_of(invitation),
        session,
        _make_proposals(chief),
        _make_files(chief),
        _make_items(dispute, chief),
    )


def _make_items(dispute: Dispute, chief: User) -> tuple[int, ...]:
    """A doubtful report, a proposed link, a decided report and a hollow source, for the review queue."""
    link = Stance.objects.filter(claim=dispute.claim, kind="denies").get()
    loss = {"field": "length", "amount": 400, "of": 2, "habit": 1900.0, "dwindles": True}
    hollow = Spell.objects.create(
        source=dispute.said.article.source,
        state="hollow",
        why="length",
        since="2024-10-17",
        facts={"losses": [{**loss, "since": "2024-10-17"}]},
    )
    common = {"priority": 0.3}
    states: tuple[dict[str, Any], ...] = (
        {"reason": "score", "report": dispute.said},
        {"reason": "link", "report": dispute.denied, "stance": link},
        {
            "reason": "sample",
            "week": "2024-W42",
            "report": dispute.denied,
            "state": "accepted",
            "decided_by": chief,
            "decided": timezone.now(),
        },
        {"reason": "hollow", "spell": hollow},
    )
    return tuple(QueueItem.objects.create(**common, **state).pk for state in states)


def _make_proposals(chief: User) -> tuple[int, ...]:
    """One address in each state that a proposal may be in."""
    preview = asdict(Preview("https://harian-randu.example/1", "", "Gudang kosong", (ANSWERS["confirms"],)))
    failed = asdict(Preview("https://harian-randu.example/2", "not_html"))
    found = {"lists": [asdict(FoundList("https://harian-randu.example/feed", "feed", 12, chosen=True))]}
    common = {"url": "https://harian-randu.example/", "asked_by": chief, "name": "Harian Randu"}
    states: tuple[dict[str, Any], ...] = (
        {"state": Proposal.State.WAITING},
        {"state": Proposal.State.FOUND, **found, "previews": [preview, failed]},
        {"state": Proposal.State.FAILED, "verdict": "not_html"},
        {"state": Proposal.State.SAVED, "source": rows.make_source("Harian Randu")},
    )
    return tuple(Proposal.objects.create(**common, **state).pk for state in states)


def _make_files(chief: User) -> tuple[int, ...]:
    """A file of sources being taken in, one that is done, and one that could not be read."""
    done = timezone.now()
    states: tuple[dict[str, Any], ...] = (
        {"line": 1000, "created": 900, "bad": 1},
        {"finished": done, "created": 12, "bad": 1},
        {"finished": done, "trouble": "Berkas XML ini bukan OPML."},
    )
    files = [SourceImport.objects.create(name="sumber.csv", user=chief, **state) for state in states]
    for file in files[:2]:
        file.bad_lines.create(line=7, reason="Nama kosong.")
    return tuple(file.pk for file in files)
