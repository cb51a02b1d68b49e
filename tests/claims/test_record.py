"""`manage.py record` prints the record by content: lines of JSON, a digest, or words for people."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from claims.desk import read_and_link
from claims.models import Actor, Report, Stance
from claims.record import find_status, standing_kinds
from claims.store import merge_actors, refuse_stance, undo
from claims.values import StanceKind
from tests.rows import make_revision, make_user, wib

GROWN_FROM = Path(__file__).parents[2].parent / "shared" / "data" / "gold" / "docs" / "a01.txt"


def _print(*options: str) -> str:
    out = StringIO()
    call_command("record", *options, stdout=out)
    return out.getvalue()


def _claims() -> list[dict[str, Any]]:
    return [json.loads(line) for line in _print("--json").splitlines()]


def _link_two() -> None:
    claim = (
        "Warga Resah\nLurah Sidomakmur Wening Prasasti mengatakan 40 rumah di Kampung Jati retak, "
        "Senin (14/10/2024)."
    )
    denial = (
        "Pengembang Membantah\nJuru bicara PT Griya Lestari Jati Dimas Arunika membantah laporan bahwa "
        "40 rumah di Kampung Jati retak, Selasa (15/10/2024)."
    )
    for text, outlet, day in ((claim, "Kabar Pagi", 14), (denial, "Suara Kota", 15)):
        read_and_link(make_revision(text, outlet=outlet, at=wib(day)).pk)


@pytest.mark.django_db
def test_each_claim_is_one_object_with_who_stands_how() -> None:
    _link_two()
    (claim,) = [claim for claim in _claims() if claim["status"] == "denied"]
    assert claim["type"] == "claim"
    assert "40 rumah di Kampung Jati retak" in claim["title"]
    asserts, denies = claim["stances"]
    assert asserts["actor"] == {"name": "Wening Prasasti", "sort": "person", "on_behalf_of": None}
    assert (asserts["stance"], asserts["said_on"]) == ("asserts", "2024-10-14")
    assert (denies["stance"], denies["actor"]["on_behalf_of"]) == ("denies", "PT Griya Lestari Jati")
    (report,) = denies["reports"]
    assert {"outlet", "url", "revision", "text", "cue", "quote", "kind", "via"} <= set(report)
    assert report["chain"] == ["Suara Kota"]
    assert (report["outlet"], report["cue"], report["kind"]) == ("Suara Kota", "membantah", "denial")


@pytest.mark.django_db
def test_the_digest_is_one_line_that_tells_nothing_of_recording() -> None:
    _link_two()
    digest = _print("--digest")
    Report.objects.update(recorded=timezone.now() + timedelta(days=3))
    assert _print("--digest") == digest
    assert len(digest.strip()) == 64


@pytest.mark.django_db
def test_the_record_as_of_an_earlier_time_is_shorter() -> None:
    _link_two()
    assert _print("--as-of", "2024-10-01") == ""
    later = (timezone.now() + timedelta(hours=1)).isoformat()
    assert _print("--digest", "--as-of", later) == _print("--digest")


@pytest.mark.django_db
def test_people_get_a_line_for_each_stance() -> None:
    _link_two()
    assert "  denies: Dimas Arunika (PT Griya Lestari Jati) 2024-10-15 [1]" in _print().splitlines()


@pytest.mark.parametrize("words", ["kemarin", "2024-13-01", "2024-10-16T99:00"])
def test_a_time_that_is_none_is_refused_in_one_line(words: str) -> None:
    with pytest.raises(CommandError, match="give YYYY-MM-DD"):
        _print("--as-of", words)


def test_a_status_never_says_true_or_false() -> None:
    accuses, denies = StanceKind.ACCUSES, StanceKind.DENIES
    assert find_status([StanceKind.ASSERTS], "") == "asserted"
    assert find_status([accuses], "PT X") == "unanswered"
    assert find_status([accuses, denies], "PT X") == "denied"
    assert find_status([accuses, StanceKind.RETRACTS], "PT X") == "retracted"


def _entry(stance: str, name: str, behalf: str | None = None) -> dict[str, Any]:
    return {"stance": stance, "actor": {"name": name, "sort": "person", "on_behalf_of": behalf}}


@pytest.mark.parametrize(
    ("entries", "status"),
    [
        ([_entry("asserts", "Wening"), _entry("retracts", "Wening")], "retracted"),
        ([_entry("asserts", "Wening", "PT Jati"), _entry("retracts", "Dimas", "PT Jati")], "retracted"),
        ([_entry("asserts", "Wening"), _entry("asserts", "Dimas"), _entry("retracts", "Wening")], "asserted"),
        ([_entry("asserts", "Wening"), _entry("retracts", "Dimas")], "asserted"),
        ([_entry("retracts", "Wening"), _entry("asserts", "Wening")], "asserted"),  # said again
        ([_entry("asserts", "Dimas"), _entry("retracts", "Wening"), _entry("denies", "Gading")], "denied"),
        ([_entry("denies", "Gading"), _entry("retracts", "Wening")], "retracted"),  # its origin was not seen
    ],
)
def test_a_claim_is_retracted_when_nobody_holds_to_it(entries: list[dict[str, Any]], status: str) -> None:
    assert find_status(standing_kinds(entries), "") == status


@pytest.mark.django_db
@pytest.mark.skipif(not GROWN_FROM.exists(), reason="the shared gold documents are not here")
def test_the_article_the_project_grew_from_gives_its_dispute() -> None:
    read_and_link(make_revision(GROWN_FROM.read_text("utf-8"), outlet="Medcom", at=wib(18)).pk)
    (dispute,) = [claim for claim in _claims() if claim["status"] == "denied"]
    stances = {(s["stance"], s["actor"]["name"]): s for s in dispute["stances"]}
    assert stances["asserts", "Volodymyr Zelensky"]["said_on"] == "2024-10-16"
    ukraine = stances["asserts", "Intelijen Ukraina"]
    assert (ukraine["said_on"], ukraine["reports"][0]["via"]) == ("2024-10-11", ["The Washington Post"])
    assert stances["denies", "Dmitry Peskov"]["actor"]["on_behalf_of"] == "Kremlin"
    assert ("denies", "Rusia") in stances
    told = {s["actor"]["name"] for claim in _claims() for s in claim["stances"] if s["stance"] == "asserts"}
    assert "BBC" in told
    assert not any("1,28 juta" in report["text"] for s in dispute["stances"] for report in s["reports"])


@pytest.mark.django_db
def test_the_record_as_of_a_time_heeds_the_decisions_that_stood_then() -> None:
    _link_two()
    whole = _print("--digest")
    start = timezone.now()
    stances = list(Stance.objects.filter(kind="denies", claim__origin_known=True))
    reviews = [refuse_stance(stance, make_user()) for stance in stances]
    gone, kept = (Actor.objects.get(name=name) for name in ("Dimas Arunika", "Wening Prasasti"))
    reviews.append(merge_actors(kept, gone, make_user()))
    decided, between = _print("--digest"), timezone.now()
    for review in reviews:
        undo(review, make_user())
    assert _print("--digest") == whole != decided
    assert _print("--digest", "--as-of", start.isoformat()) == whole
    assert _print("--digest", "--as-of", between.isoformat()) == decided
    assert _print("--digest", "--as-of", timezone.now().isoformat()) == whole
