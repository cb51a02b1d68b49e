"""Every act on a claim is done through its page, shown in its history, and leaves no trace once undone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Revision
from claims.models import Claim, QueueItem, Reading, Report, Review, Stance
from claims.store import keep_claims_apart, link_anew, merge_claims
from tests import rows
from tests.accounts.test_accounts import member
from tests.claims.corrections.newsroom import digest, read_all
from tests.claims.test_store_moving import DENIED, SAID, the_two, told_in

pytestmark = pytest.mark.django_db
SIGN_IN = 4  # session, user, and the permissions of the user and of its groups
MOST = 8


@pytest.fixture
def revisions() -> list[Revision]:
    """A claim of two people, and a denial in other words that the machine takes for another matter."""
    made = [rows.make_revision(SAID, at=rows.wib(14)), rows.make_revision(DENIED, at=rows.wib(16))]
    read_all(made, 1)
    return made


@pytest.fixture
def editor(client: Client) -> User:
    """An editor, signed in."""
    user = member("redaktur", "editor")
    client.force_login(user)
    return user


def desk(claim: Claim, part: str = "") -> str:
    """The address of a claim's working page."""
    return f"/review/claim/{claim.pk}/{part}"


def seen(client: Client, claim: Claim) -> str:
    """The mark of the state that the page shows."""
    return str(client.get(desk(claim)).context["shown"].history.seen)


def send(client: Client, claim: Claim, part: str = "", **words: object) -> int:
    """Send a form of the page as it stands; the answer's status."""
    return client.post(
        desk(claim, part), {"seen": seen(client, claim), "reason": "keliru", **words}
    ).status_code


def undo_all(client: Client) -> None:
    """Take every decision back by the buttons of the history, the latest first."""
    for review in Review.objects.standing().order_by("-pk"):
        assert client.post(f"/review/decisions/{review.pk}/undo/").status_code == 302


def title(client: Client, claim: Claim, _lone: Claim) -> int:
    return send(client, claim, deed="title", title="Judul pilihan redaktur")


def accept(client: Client, claim: Claim, _lone: Claim) -> int:
    stance = Stance.objects.filter(claim=claim).order_by("pk")[0]
    return send(client, claim, deed="accept", stance=stance.pk, kind="retracts")


def refuse(client: Client, claim: Claim, _lone: Claim) -> int:
    stance = Stance.objects.filter(claim=claim).order_by("pk")[0]
    return send(client, claim, deed="refuse", stance=stance.pk)


def split(client: Client, claim: Claim, _lone: Claim) -> int:
    return send(client, claim, deed="split", utterance=told_in(claim)[0].pk)


def move(client: Client, claim: Claim, lone: Claim) -> int:
    return send(client, claim, deed="move", utterance=told_in(claim)[0].pk, other=f"{lone.pk} · {lone.title}")


def tie(client: Client, claim: Claim, lone: Claim) -> int:
    return send(client, claim, "tie/", deed="tie", utterance=told_in(lone)[0].pk, kind="denies")


def merge(client: Client, claim: Claim, lone: Claim) -> int:
    words = {"other": lone.pk, "keep": claim.pk, "seen_other": seen(client, lone)}
    return send(client, claim, "merge/", deed="merge", **words)


def apart(client: Client, claim: Claim, lone: Claim) -> int:
    return send(client, claim, "merge/", deed="apart", other=f"https://contoh.example/claims/{lone.pk}/")


ACTS = [title, accept, refuse, split, move, tie, merge, apart]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_an_act_is_kept_outlasts_re_reading_and_re_linking_and_is_undone_without_a_trace(
    client: Client, editor: User, revisions: list[Revision], act: Callable[[Client, Claim, Claim], int]
) -> None:
    before, (claim, lone) = digest(), the_two()
    assert act(client, claim, lone) == 302
    after, review = digest(), Review.objects.get()
    assert (review.user, review.reason) == (editor, "keliru")
    page = client.get(desk(claim), follow=True).content.decode()
    assert "keliru" in page
    assert f"/review/decisions/{review.pk}/undo/" in page
    read_all(revisions, 2)
    for reading in Reading.objects.filter(reader_version=2):
        link_anew(reading)
    assert digest() == after
    undo_all(client)
    assert digest() == before


def test_the_machines_title_and_stance_stand_beside_the_editors(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    claim, lone = the_two()
    was = claim.title
    title(client, claim, lone)
    accept(client, claim, lone)
    page = client.get(desk(claim)).content.decode()
    assert f'mesin masih berbeda: <span lang="id">{was}' in page
    assert "mesin masih berbeda: menyatakan" in page
    Claim.objects.filter(pk=claim.pk).update(title=was)
    assert "judul oleh editor · mesin kini sepakat" in client.get(desk(claim)).content.decode()
    tie(client, claim, lone)
    assert "mesin masih berbeda: tidak mengaitkannya" in client.get(desk(claim)).content.decode()


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    claim, _lone = the_two()
    old = seen(client, claim)
    stance = Stance.objects.filter(claim=claim)[0]
    assert client.post(desk(claim), {"deed": "accept", "stance": stance.pk, "seen": old}).status_code == 302
    for words in ({"deed": "title", "title": "Judul kedua"}, {"deed": "refuse", "stance": stance.pk}):
        answer = client.post(desk(claim), {**words, "seen": old})
        assert answer.status_code == 409
        assert "redaktur mengubahnya sejak Anda membukanya" in answer.content.decode()
    assert Review.objects.count() == 1


def test_a_form_of_a_claim_that_was_just_merged_away_changes_nothing(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    claim, lone = the_two()
    old = seen(client, lone)
    merge_claims(claim, lone, editor)
    answer = client.post(desk(lone), {"deed": "title", "title": "Judul", "seen": old})
    assert answer.status_code == 409
    assert "baru saja digabung" in answer.content.decode()
    assert client.get(desk(lone)).headers["Location"] == desk(claim)
    assert Review.objects.count() == 1


def test_claims_said_not_to_be_the_same_are_not_proposed_and_not_merged(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    claim, lone = the_two()
    Claim.objects.filter(pk=lone.pk).update(title=claim.title)
    assert [near.claim for near in client.get(desk(claim)).context["shown"].near] == [lone]
    keep_claims_apart(lone, claim, editor)
    assert client.get(desk(claim)).context["shown"].near == ()
    assert merge(client, claim, lone) == 409
    assert "redaktur menandai keduanya" in client.get(desk(claim, f"merge/?other={lone.pk}")).content.decode()


BAD: dict[str, tuple[str, dict[str, Any], str]] = {
    "itself": ("merge/", {"deed": "merge", "other": "{claim}", "keep": "{claim}"}, "dirinya sendiri"),
    "no such claim": ("merge/", {"deed": "merge", "other": "9" * 18, "keep": "{claim}"}, "Tidak ada klaim"),
    "neither kept": ("merge/", {"deed": "merge", "other": "{lone}", "keep": "0"}, "Pilih klaim"),
    "nothing ticked": ("", {"deed": "split"}, "sedikitnya satu"),
    "all of it": ("", {"deed": "split", "utterance": ["{said}", "{also}"]}, "terakhir"),
    "of another claim": ("", {"deed": "split", "utterance": "{denied}"}, "tidak lagi termasuk|terakhir|satu"),
    "moved from elsewhere": ("", {"deed": "move", "other": "{lone}", "utterance": "{denied}"}, "tidak lagi"),
    "moved into itself": ("", {"deed": "move", "other": "{claim}", "utterance": "{said}"}, "sudah termasuk"),
    "no words": ("", {"deed": "move", "other": "\0", "utterance": "{said}"}, "Tidak ada klaim"),
    "many letters": ("", {"deed": "move", "other": "x" * 5000, "utterance": "{said}"}, "Tidak ada klaim"),
    "a script": ("", {"deed": "move", "other": "<script>x()</script>", "utterance": "{said}"}, "Tidak ada"),
    "no stance": ("", {"deed": "accept", "stance": "x"}, "tidak ada lagi"),
    "a stance too far": ("", {"deed": "refuse", "stance": "9" * 18}, "tidak ada lagi"),
    "an unknown kind": ("", {"deed": "accept", "stance": "{stance}", "kind": "gosip"}, "satu sikap"),
    "tied already": ("tie/", {"deed": "tie", "utterance": "{said}"}, "sudah termasuk"),
    "tied of nothing": ("tie/", {"deed": "tie", "utterance": "9" * 18}, "sedikitnya satu"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_done_is_said_beside_the_form_and_nothing_is_half_done(
    client: Client, editor: User, revisions: list[Revision], case: str
) -> None:
    claim, lone = the_two()
    (said, also), denied = told_in(claim), told_in(lone)[0]
    stance = Stance.objects.filter(claim=claim)[0]
    ids = {"claim": claim.pk, "lone": lone.pk, "said": said.pk, "also": also.pk, "denied": denied.pk}
    part, form, told = BAD[case]
    before = digest()
    words: dict[str, object] = {
        name: [one.format(**ids) for one in value]
        if isinstance(value, list)
        else value.replace("{stance}", str(stance.pk)).format(**ids)
        for name, value in form.items()
    }
    marks = {"seen": seen(client, claim), "seen_other": seen(client, claim if case == "itself" else lone)}
    answer = client.post(desk(claim, part), {**marks, **words})
    assert answer.status_code == 409
    page = answer.content.decode()
    wrong = page[page.index('class="wrong"') :][:400]
    assert any(one in wrong for one in told.split("|")), wrong
    assert "<script>x()" not in page
    assert digest() == before
    assert not Review.objects.exists()


def test_the_only_utterance_is_not_refused_but_the_page_says_what_to_do(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    _claim, lone = the_two()
    stance = Stance.objects.get(claim=lone)
    answer = client.post(desk(lone), {"deed": "refuse", "stance": stance.pk, "seen": seen(client, lone)})
    assert answer.status_code == 409
    assert "Pindahkan ke klaim lain" in answer.content.decode()


def test_words_that_fit_several_claims_are_answered_by_a_choice_of_them(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    claim, _lone = the_two()
    for number in range(2):
        rows.make_claim(f"panen padi di blok {number} mundur", rows.wib(15))
    ticked = told_in(claim)[0].pk
    words = {"deed": "move", "other": "panen pad", "utterance": ticked, "seen": seen(client, claim)}
    page = client.post(desk(claim), words).content.decode()
    assert page.count('type="radio" name="other"') == 2
    assert f'value="{ticked}" aria-label' in page
    assert "checked" in page
    found = client.get("/review/claims/suggest?q=panen pad").content.decode()
    assert found.count("<option") == 2
    assert client.get(desk(claim, "merge/?other=panen")).content.decode().count('<a href="?other=') == 2


def test_a_missed_denial_is_found_by_words_name_number_and_address(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    claim, lone = the_two()
    denied = told_in(lone)[0]
    for typed in (
        "",
        "lumbung",
        f"{lone.pk}",
        f"/claims/{lone.pk}/",
        f"/claims/{lone.pk}/#ujaran-{denied.pk}",
    ):
        found = client.get(desk(claim, "tie/"), {"q": typed}).context["found"]
        assert [one.utterance for one in found] == [denied], typed
    assert client.get(desk(claim, "tie/"), {"q": "\0" + "y" * 5000}).context["found"] == ()


def test_what_the_queue_asks_about_a_link_is_settled_with_it(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    claim, lone = the_two()
    stance = Stance.objects.filter(claim=claim).order_by("pk")[0]
    report = Report.objects.filter(utterance=stance.utterance_id)[0]
    QueueItem.objects.create(reason="link", report=report, stance=stance, priority=0.1)
    accept(client, claim, lone)
    assert QueueItem.objects.get().state == "accepted"


def test_the_working_pages_ask_few_questions(client: Client, editor: User, revisions: list[Revision]) -> None:
    claim, lone = the_two()
    title(client, claim, lone)
    refuse(client, claim, lone)
    for part in ("", "tie/", "tie/?q=gudang", f"merge/?other={lone.pk}"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(desk(claim, part)).status_code == 200
        assert len(asked) - SIGN_IN <= MOST, (part, len(asked), [q["sql"][:150] for q in asked])


def test_fifty_links_make_a_page_and_the_rest_the_next(client: Client, editor: User) -> None:
    claim = rows.make_claim("gudang kosong", rows.wib(1))
    for number in range(53):
        text = f"Warga\nGudang kosong, kata Warga {number}."
        rows.make_words(claim, f"Warga {number}", "asserts", text, rows.wib(1 + number % 9, number % 24))
    first = client.get(desk(claim)).context["shown"].page
    second = client.get(desk(claim), {"page": first.next}).context["shown"].page
    assert (len(first.links), len(second.links), second.next) == (50, 3, "")
    assert not {one.stance.pk for one in first.links} & {one.stance.pk for one in second.links}
    assert client.get(desk(claim), {"page": "x~" + "9" * 30}).status_code == 200
