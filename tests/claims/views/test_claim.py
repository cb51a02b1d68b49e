"""A claim's page tells who said it, who denied it, when, through whom, and what changed."""

from collections.abc import Callable
from html import unescape
from re import sub

import pytest
from django.test import Client
from django.utils import timezone

from claims.models import Stance
from claims.timeline.claim_page import find_timeline
from tests import rows
from tests.scenes import make_accusation, make_dispute

Words = Callable[[str], str]
pytestmark = pytest.mark.django_db


def plain(page: str) -> str:
    """The page's words without its tags."""
    return " ".join(unescape(sub(r"<[^>]+>", " ", page)).split())


def test_the_facts_count_parties_reports_and_chains(words: Words) -> None:
    page = plain(words(make_dispute().claim.get_absolute_url()))
    assert "1 pihak menyatakan" in page
    assert "1 pihak membantah" in page
    assert "3 laporan, 2 rantai independen" in page
    assert "Bergerak terakhir 16 Okt 2024, 19.05 WIB" in page


def test_a_denial_shows_its_delay_its_answer_and_its_reason(words: Words) -> None:
    page = plain(words(make_dispute().claim.get_absolute_url()))
    assert "8 jam 25 menit setelah Sekar Wangi" in page
    assert "Menjawab: Sekar Wangi, 16 Okt 2024 . Karena: objek sama." in page


def test_a_reply_names_what_its_own_article_says_it_answers(words: Words) -> None:
    claim = rows.make_claim("sumur warga tercemar", rows.wib(14))
    said = [
        rows.make_words(claim, name, "asserts", f"Judul\nSumur kotor, kata {name}.", rows.wib(14 + n))
        for n, name in enumerate(("Ayu Sari", "Joko Lestu", "Rina Maya"))
    ]
    utterance = rows.make_utterance(rows.make_actor("Tono Laras"), rows.wib(20))
    rows.make_stance(utterance, claim, "denies")
    reply = rows.make_report(said[0].revision, "Judul", utterance, kind="denial", answers=said[0].ordinal)
    assert reply.reading == said[0].reading
    assert "Menjawab: Ayu Sari, 14 Okt 2024 ." in plain(words(claim.get_absolute_url()))


def test_each_entry_leads_to_its_marked_sentence(words: Words, client: Client) -> None:
    dispute = make_dispute()
    page = words(dispute.claim.get_absolute_url())
    address = f"/articles/{dispute.denied.article_id}/"
    assert f'href="{address}#laporan-{dispute.denied.pk}"' in page
    assert f'<mark id="laporan-{dispute.denied.pk}">' in words(address)


def test_an_edit_of_the_words_is_told(words: Words) -> None:
    dispute = make_dispute()
    page = plain(words(dispute.claim.get_absolute_url()))
    assert "Kabar Pagi mengubah bunyi kalimat ini, 17 Okt 2024, 09.00 WIB" in page
    assert dispute.edited.exact in page


def test_words_that_an_edit_took_away_are_led_to_where_they_stood(words: Words) -> None:
    dispute = make_dispute()
    rows.make_revision("Ralat\nKalimat itu kami cabut.", at=rows.wib(18), article=dispute.denied.article)
    page = words(dispute.claim.get_absolute_url())
    assert "Suara Kota menghapus kalimat ini dari artikelnya" in plain(page)
    address = f"/articles/{dispute.denied.article_id}/?revision=1"
    assert f'href="{address}#laporan-{dispute.denied.pk}"' in page
    assert f'<mark id="laporan-{dispute.denied.pk}">' in words(address)


def test_differing_words_of_outlets_are_marked(words: Words) -> None:
    page = words(make_dispute().claim.get_absolute_url())
    assert "<ins>padi</ins>" in page


def test_figures_relays_and_coverage_are_shown(words: Words) -> None:
    page = plain(words(make_dispute().claim.get_absolute_url()))
    assert "sekitar 3.000 ton" in page
    assert "← Radio Randu" in page
    assert "Warta Nusa 1 menyatakan tanpa jawaban" in page


def test_silence_is_counted_in_hours(words: Words) -> None:
    claim = make_accusation()
    timeline = find_timeline(claim, rows.wib(19, 15))
    assert timeline.silence is not None
    assert timeline.silence.lasting.total_seconds() == (2 * 24 + 7) * 3600
    assert "Belum menjawab" in words(claim.get_absolute_url())


def test_an_answer_ends_the_silence(words: Words) -> None:
    claim = make_accusation()
    text = "Perusahaan\nPT Lintang Rawa menepis tuduhan itu."
    rows.make_words(claim, "PT Lintang Rawa", "denies", text, rows.wib(18))
    assert find_timeline(claim, timezone.now()).silence is None


def test_a_refused_or_merely_suggested_link_is_not_shown(words: Words) -> None:
    dispute = make_dispute()
    Stance.objects.filter(kind="denies").update(decision="refused")
    assert "Bram Kusnadi" not in words(dispute.claim.get_absolute_url())
    Stance.objects.filter(kind="denies").update(decision="", taken=False)
    assert "Bram Kusnadi" not in words(dispute.claim.get_absolute_url())


def test_a_merged_claim_leads_to_its_successor(client: Client) -> None:
    claim = make_dispute().claim
    old = rows.make_claim("gudang beras kosong", rows.wib(16), successor=claim)
    answer = client.get(f"/claims/{old.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, claim.get_absolute_url())


def test_lanes_have_the_same_entries_as_the_list() -> None:
    timeline = find_timeline(make_dispute().claim, timezone.now())
    listed = {entry.anchor for day in timeline.days for entry in day.entries}
    drawn = {mark.entry.anchor for lane in timeline.picture.lanes for mark in lane.marks}
    assert drawn == listed
    assert len(timeline.picture.ties) == 1


def test_the_record_of_an_earlier_day_lacks_later_links(words: Words) -> None:
    dispute = make_dispute()
    assert "Bram Kusnadi" not in words(f"{dispute.claim.get_absolute_url()}?at=2024-10-16T12:00")
    assert "Waktu itu tidak terbaca" in words(f"{dispute.claim.get_absolute_url()}?at=kemarin")
