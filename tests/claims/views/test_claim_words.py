"""Every wording opens in place with its sentence and its times; chains and earlier records are shown."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from html import unescape
from re import sub

import pytest
from django.contrib.auth.models import User

from claims.models import Claim, Review, Stance
from tests import rows
from tests.claims.views.conftest import Count
from tests.scenes import make_accusation, make_dispute

Words = Callable[[str], str]
pytestmark = pytest.mark.django_db


def plain(page: str) -> str:
    """The page's words without its tags."""
    return " ".join(unescape(sub(r"<[^>]+>", " ", page)).split())


def test_a_sentence_opens_in_place_with_what_stands_around_it(words: Words) -> None:
    claim = rows.make_claim("gudang itu kosong", rows.wib(16))
    far = "Ini paragraf lain. " * 30
    revision = rows.make_revision(
        f"Judul\n{far}\nMenurut <b>warga</b>, gudang itu kosong sejak Lebaran.\n{far}"
    )
    utterance = rows.make_utterance(rows.make_actor("Sekar Wangi"), rows.wib(16))
    rows.make_stance(utterance, claim, "asserts")
    rows.make_report(revision, "gudang itu kosong", utterance)
    page = words(claim.get_absolute_url())
    assert (
        "Menurut &lt;b&gt;warga&lt;/b&gt;, <mark>gudang itu kosong</mark> sejak Lebaran.</blockquote>" in page
    )
    assert "paragraf lain" not in page


def test_a_long_sentence_is_cut_at_whole_words(words: Words) -> None:
    claim = rows.make_claim("gudang itu kosong", rows.wib(16))
    around = " ".join(f"kata{n}" for n in range(200))
    revision = rows.make_revision(f"Judul\n{around} gudang itu kosong {around}")
    utterance = rows.make_utterance(rows.make_actor("Sekar Wangi"), rows.wib(16))
    rows.make_stance(utterance, claim, "asserts")
    rows.make_report(revision, "gudang itu kosong", utterance)
    page = plain(words(claim.get_absolute_url()))
    assert "… kata176 kata177" in page
    assert "kata27 kata28 … Terbit" in page


def test_the_times_are_told_in_jakarta_and_in_utc(words: Words) -> None:
    page = plain(words(make_dispute().claim.get_absolute_url()))
    assert "Terbit 16 Okt 2024, 19.05 WIB (12.05 UTC)" in page
    assert "Diambil 16 Okt 2024, 19.05 WIB (12.05 UTC) Dicatat 16 Okt 2024, 19.05 WIB (12.05 UTC)" in page


def test_a_utc_day_is_told_where_it_is_another(words: Words) -> None:
    claim = rows.make_claim("gudang itu kosong", rows.wib(16, 3))
    rows.make_words(claim, "Sekar Wangi", "asserts", "Judul\nGudang itu kosong.", rows.wib(16, 3))
    assert "16 Okt 2024, 03.00 WIB (15 Okt 2024, 20.00 UTC)" in plain(words(claim.get_absolute_url()))


def test_wordings_stand_in_order_of_time_with_their_distance_and_chain(words: Words) -> None:
    page = plain(words(make_dispute().claim.get_absolute_url()))
    assert "Bunyinya di 2 artikel" in page
    assert "serantai dengan" in page
    assert "1 rantai independen Radio Randu →" in page


def test_hedges_and_figures_are_marked_within_the_words(words: Words) -> None:
    claim = rows.make_claim("gudang itu memuat beras", rows.wib(16))
    utterance = rows.make_utterance(rows.make_actor("Sekar Wangi"), rows.wib(16))
    rows.make_stance(utterance, claim, "asserts")
    said = "Gudang itu diduga memuat 30 ton."
    revision = rows.make_revision(f"Judul\n{said}")
    hedge, figure = ({"start": at, "end": at + 6} for at in map(revision.text.index, ("diduga", "30 ton")))
    own = {"hedges": [hedge], "figures": [{**figure, "value": 30, "unit": "ton", "exact": "30 ton"}]}
    rows.make_report(revision, said, utterance, **own)
    other = rows.make_revision("Judul\nGudang itu memuat beras.", outlet="Warta Nusa")
    rows.make_report(other, other.paragraphs[0], utterance)
    page = words(claim.get_absolute_url())
    assert '<span class="hedge">diduga</span>' in page
    assert '<span class="figure">30 ton</span>' in page


def test_a_day_means_its_end_and_days_with_news_are_offered(words: Words) -> None:
    address = make_dispute().claim.get_absolute_url()
    page = words(address)
    assert 'href="?at=2024-10-17"' in page
    assert 'href="?at=2024-10-16"' in page
    assert "Bram Kusnadi" in words(f"{address}?at=2024-10-16")
    assert "hampir kosong" not in words(f"{address}?at=2024-10-16")
    assert "hampir kosong" in words(f"{address}?at=2024-10-17")


def test_the_silence_clock_stood_where_the_record_stood(words: Words) -> None:
    address = make_accusation().get_absolute_url()
    assert "7 jam" in plain(words(f"{address}?at=2024-10-17T15:00"))


def review(stance: Stance, day: int, before: Mapping[str, object], after: Mapping[str, object]) -> Review:
    """A decision on a link, made that day."""
    user = User.objects.get_or_create(username="redaktur")[0]
    fields = {"model": "stance", "row": stance.pk, "field": "decision"}
    return Review.objects.create(
        before=dict(before), after=dict(after), user=user, at=rows.wib(day), **fields
    )


@pytest.fixture
def denied() -> tuple[Claim, Stance]:
    """The dispute, and the link of its denial."""
    claim = make_dispute().claim
    return claim, claim.stances.get(kind="denies")


def test_a_link_refused_later_stood_before(denied: tuple[Claim, Stance], words: Words) -> None:
    claim, stance = denied
    Stance.objects.filter(pk=stance.pk).update(decision="refused")
    kept = {"kind": "denies", "claim": claim.pk}
    review(stance, 20, {"decision": "", **kept}, {"decision": "refused", **kept})
    address = claim.get_absolute_url()
    assert "Bram Kusnadi" not in words(address)
    assert "Bram Kusnadi" in words(f"{address}?at=2024-10-19")
    assert "Bram Kusnadi" not in words(f"{address}?at=2024-10-21")


def test_a_link_accepted_later_was_not_there_before(denied: tuple[Claim, Stance], words: Words) -> None:
    claim, stance = denied
    Stance.objects.filter(pk=stance.pk).update(decision="accepted", kind="confirms")
    before = {"decision": "", "kind": "denies", "claim": None}
    review(stance, 20, before, {"decision": "accepted", "kind": "confirms", "claim": claim.pk})
    address = claim.get_absolute_url()
    assert "Bram Kusnadi" not in words(f"{address}?at=2024-10-19")
    assert "1 pihak membenarkan" in plain(words(f"{address}?at=2024-10-21"))


def test_a_kind_decided_later_was_another_before(denied: tuple[Claim, Stance], words: Words) -> None:
    claim, stance = denied
    Stance.objects.filter(pk=stance.pk).update(decision="accepted", kind="partly_denies")
    before = {"decision": "", "kind": "denies", "claim": claim.pk}
    review(stance, 20, before, {"decision": "accepted", "kind": "partly_denies", "claim": claim.pk})
    address = claim.get_absolute_url()
    assert "1 pihak membantah sebagian" in plain(words(address))
    assert "1 pihak membantah 3" not in plain(words(address))
    assert "1 pihak membantah 3 laporan" in plain(words(f"{address}?at=2024-10-19"))


def test_an_undone_decision_held_only_between(denied: tuple[Claim, Stance], words: Words) -> None:
    claim, stance = denied
    kept = {"kind": "denies", "claim": claim.pk}
    decision = review(stance, 20, {"decision": "", **kept}, {"decision": "refused", **kept})
    Review.objects.filter(pk=decision.pk).update(undone=rows.wib(22))
    address = claim.get_absolute_url()
    shown = ["Bram Kusnadi" in words(f"{address}?at=2024-10-{day}") for day in (19, 21, 23)]
    assert shown == [True, False, True]


def test_looking_back_makes_one_query_more(queries: Count) -> None:
    claim = make_dispute().claim
    later = rows.wib(16) + timedelta(days=9)
    assert queries(f"{claim.get_absolute_url()}?at={later:%Y-%m-%d}") == 5
