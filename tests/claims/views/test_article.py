"""An article's page shows marked words in their surroundings, in full to staff alone, and its edits."""

from collections.abc import Callable
from re import search

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import rows
from tests.scenes import make_dispute

pytestmark = pytest.mark.django_db
Words = Callable[[str], str]
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
