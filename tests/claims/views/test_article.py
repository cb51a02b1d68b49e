"""An article's page shows marked words in their surroundings, in full to staff alone, and its edits."""

from collections.abc import Callable
from html import unescape
from re import search, sub

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import rows
from tests.claims.views.conftest import Count
from tests.scenes import make_dispute

pytestmark = pytest.mark.django_db
Words = Callable[[str], str]


def plain(page: str) -> str:
    """The page's words without its tags."""
    return " ".join(unescape(sub(r"<[^>]+>", " ", page)).split())


FAR = "Paragraf lain tentang cuaca cerah di pesisir timur."


def test_the_public_sees_quotations_and_staff_the_whole_text(words: Words, client: Client) -> None:
    text = f"Kepala gudang menjawab\n{FAR}\nLaporan itu kabar burung belaka, ujar Bram Kusnadi."
    revision = rows.make_revision(text)
    rows.make_report(revision, revision.paragraphs[1])
    public = words(f"/articles/{revision.article_id}/")
    assert FAR not in public
    assert "1 paragraf tanpa ujaran tidak ditampilkan" in public
    client.force_login(User.objects.create_user("redaktur", is_staff=True))
    assert FAR in words(f"/articles/{revision.article_id}/")


def test_a_long_paragraph_is_cut_around_its_quotation(words: Words) -> None:
    words_around = " ".join(f"kata{n}" for n in range(100))
    text = f"Judul\n{words_around} kabar burung belaka {words_around}"
    revision = rows.make_revision(text)
    rows.make_report(revision, "kabar burung belaka")
    page = words(f"/articles/{revision.article_id}/")
    assert "kata99 <mark" in page
    assert "kata50" not in page
    assert page.count("[…]") == 2


def test_revisions_show_what_changed(words: Words) -> None:
    page = words(f"/articles/{make_dispute().said.article_id}/")
    assert "Revisi 2" in page
    assert search(r"<ins>\s?hampir\s?</ins>", page)


def test_a_removed_article_says_so(words: Words) -> None:
    article = make_dispute().said.article
    article.removed = rows.wib(20)
    article.save()
    assert "hilang dari situs medianya sejak" in words(f"/articles/{article.pk}/")
    assert "hilang" in words("/")


def test_notes_name_speaker_kind_and_claim(words: Words) -> None:
    dispute = make_dispute()
    page = words(f"/articles/{dispute.denied.article_id}/")
    assert '<a href="/actors/bram-kusnadi/">Bram Kusnadi</a>' in page
    assert "bantahan" in page
    assert f'href="{dispute.claim.get_absolute_url()}"' in page


def test_overlapping_words_each_keep_their_place(words: Words) -> None:
    revision = rows.make_revision("Judul\nKabar burung belaka, kata Bram Kusnadi.")
    outer = rows.make_report(revision, "Kabar burung belaka")
    inner = rows.make_report(revision, "Kabar burung")
    page = words(f"/articles/{revision.article_id}/")
    assert page.count(f'id="laporan-{outer.pk}"') == page.count(f'id="laporan-{inner.pk}"') == 1


def test_an_edit_is_told_for_each_claim(words: Words) -> None:
    dispute = make_dispute()
    page = plain(words(f"/articles/{dispute.said.article_id}/"))
    assert "Revisi ini mengubah 1 klaim." in page
    assert "Susunan kata klaim ini berubah pukul 09.00" in page
    assert "Gudang beras itu hampir kosong sejak Lebaran" in page


def test_a_claim_that_an_edit_dropped_or_added_is_told(words: Words) -> None:
    denied = make_dispute().denied
    added = "Gudang itu penuh, kata Dewi Arum."
    revision = rows.make_revision(f"Ralat\n{added}", at=rows.wib(18), article=denied.article)
    rows.make_report(revision, added, rows.make_utterance(rows.make_actor("Dewi Arum"), rows.wib(18)))
    page = plain(words(f"/articles/{denied.article_id}/"))
    assert "Klaim ini ditambahkan pukul 09.00 Gudang itu penuh, kata Dewi Arum. Dewi Arum" in page
    assert "Klaim ini dihapus pukul 09.00 Laporan itu kabar burung belaka, ujar Bram Kusnadi." in page


def test_an_edit_that_touched_no_claim_says_so(words: Words) -> None:
    report = make_dispute().denied
    text = f"Judul baru\n{report.revision.body}"
    revision = rows.make_revision(text, at=rows.wib(18), article=report.article)
    rows.make_report(revision, report.exact, report.utterance, kind="denial")
    page = plain(words(f"/articles/{report.article_id}/"))
    assert "Tidak mengubah klaim apa pun." in page
    assert "Revisi ini mengubah" not in page


def test_an_old_revision_of_many_is_still_shown(words: Words, queries: Count) -> None:
    article = make_dispute().denied.article
    for n in range(30):
        rows.make_revision(f"Judul\nBunyi ke-{n} dari kalimat itu.", at=rows.wib(18), article=article)
    assert "Revisi 31" in words(f"/articles/{article.pk}/")
    assert "Bram Kusnadi" in words(f"/articles/{article.pk}/?revision=1")
    assert queries(f"/articles/{article.pk}/?revision=1") == 5


def test_stance_marks_stand_in_the_text_and_lead_to_their_notes(words: Words) -> None:
    denied = make_dispute().denied
    page = words(f"/articles/{denied.article_id}/")
    assert f'<a class="sign k-deny" href="#catatan-{denied.pk}" aria-label="membantah">' in page
    assert f'id="catatan-{denied.pk}"' in page
