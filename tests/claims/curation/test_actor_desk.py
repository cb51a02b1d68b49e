"""The editors' page of an actor: every deed by its form, told errors, candidates, and few queries."""

import re

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Actor, ActorName, Affiliation, Report, Review
from claims.store import merge_actors
from tests.accounts.test_accounts import member
from tests.claims.corrections.newsroom import digest, read_all
from tests.claims.corrections.test_actors import BRIDGE, WELLS, actor_called
from tests.rows import make_actor, make_revision, make_user, wib

pytestmark = pytest.mark.django_db
SIGNED_IN = 4  # session, person, and what the person may do
Words = dict[str, str | list[str]]


@pytest.fixture
def editor(client: Client) -> User:
    """An editor, signed in."""
    user = member("redaktur", "editor")
    client.force_login(user)
    return user


@pytest.fixture
def record(db: None) -> None:
    """Three people, one of them under two spellings that sound alike."""
    alike = BRIDGE.replace("Wening Prasasti", "Sarwendah Moeljoto").replace("jembatan", "bendungan")
    for text, outlet, day in ((WELLS, "Kabar Pagi", 14), (BRIDGE, "Suara Kota", 16), (alike, "Warta", 17)):
        read_all([make_revision(text, outlet=outlet, at=wib(day, 12))], 1)


def address(actor: Actor, name: str = "review_actor") -> str:
    """A page about an actor."""
    return reverse(f"claims:{name}", args=[actor.slug])


def seen_on(client: Client, actor: Actor) -> str:
    """The mark of what an editor sees."""
    found = re.search(r'name="seen" value="(\w+)"', client.get(address(actor)).content.decode())
    assert found
    return found[1]


def told_by(client: Client, actor: Actor, words: Words) -> str:
    """What is said beside the field of a refused form; nothing is changed."""
    before = digest(), Review.objects.count()
    answer = client.post(address(actor), words)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert (digest(), Review.objects.count()) == before
    found = re.findall(r'<(?:span|p) class="wrong"[^>]*>(.*?)</(?:span|p)>', page)
    assert len(found) == 1
    return str(found[0])


def test_every_deed_of_the_page_is_done_shown_and_undone(client: Client, editor: User, record: None) -> None:
    actor, first = actor_called("Sarwendah Mulyoto"), digest()
    spelling, role = ActorName.objects.get(actor=actor), Affiliation.objects.get(actor=actor)
    other = actor_called("Wening Prasasti")
    forms: list[Words] = [
        {"deed": "columns", "name": "Bu Sarwendah", "sort": "person", "organisation": "", "wikidata": "Q41"},
        {"deed": "spell", "spelling": "Sarwendah Si Bupati", "kind": "metonym"},
        {"deed": "kind", "row": str(spelling.pk), "kind": "short"},
        {"deed": "unspell", "row": str(spelling.pk)},
        {"deed": "role", "role": "Ketua Dewan", "organisation": "", "first_seen": "2024-01-01"},
        {"deed": "mend", "row": str(role.pk), "role": "Bupati Kalingga", "organisation": ""},
        {"deed": "unrole", "row": str(role.pk)},
        {"deed": "apart", "other": str(other.pk)},
    ]
    for words in forms:
        mark = seen_on(client, actor)
        answer = client.post(address(actor), {**words, "seen": mark, "reason": f"sebab {words['deed']}"})
        assert (answer.status_code, answer.headers["Location"]) == (302, address(actor)), words
    page = client.get(address(actor)).content.decode()
    assert all(f"sebab {words['deed']}" in page for words in forms)
    assert "mesin masih berbeda:" in page
    assert "Ketua Dewan" in page
    for review in Review.objects.standing().order_by("pk"):
        assert client.post(f"/review/decisions/{review.pk}/undo/").status_code == 302
    assert digest() == first
    assert "mesin masih" not in client.get(address(actor)).content.decode()


def test_the_corrected_name_is_shown_everywhere(client: Client, editor: User, record: None) -> None:
    actor = actor_called("Wening Prasasti")
    words = {
        "deed": "columns",
        "name": "Wening P. Hartati",
        "sort": "person",
        "organisation": "",
        "wikidata": "",
    }
    client.post(address(actor), {**words, "reason": "nama lengkapnya"})
    later = make_revision(BRIDGE.replace("tiga", "empat"), outlet="Kabar Pagi", at=wib(19))
    read_all([later], 1)
    claim = Report.objects.get(revision=later).utterance.stances.get().claim  # type: ignore[union-attr]
    for where in (
        actor.get_absolute_url(),
        claim.get_absolute_url(),
        "/explore/?q=jembatan",
        "/actors/?q=Hartati",
        f"/api/v1/actors/{actor.slug}",
        "/actors/suggest?q=wening",
        "/claims/?format=atom",
    ):
        assert "Wening P. Hartati" in client.get(where).content.decode(), where
    assert address(actor) in client.get(actor.get_absolute_url()).content.decode()
    client.logout()
    assert address(actor) not in client.get(actor.get_absolute_url()).content.decode()


def test_actors_that_may_be_one_are_proposed_until_somebody_says_they_are_not(
    client: Client, editor: User, record: None
) -> None:
    actor, other = actor_called("Sarwendah Mulyoto"), actor_called("Sarwendah Moeljoto")
    page = client.get(address(actor)).content.decode()
    assert f"{address(actor, 'review_actor_merge')}?q={other.slug}" in page
    client.post(address(actor), {"deed": "apart", "other": str(other.pk), "reason": "kakak dan adik"})
    for one, two in ((actor, other), (other, actor)):
        page = client.get(address(one)).content.decode()
        assert f"?q={two.slug}" not in page
        assert "kakak dan adik" in page
    pair = client.get(f"{address(other, 'review_actor_merge')}?q={actor.slug}").content.decode()
    assert "redaktur menyatakan keduanya bukan aktor yang sama. “kakak dan adik”" in pair
    words: Words = {"deed": "join", "other": str(other.pk), "stays": str(actor.pk), "reason": "sama"}
    assert "bukan aktor yang sama" in told_by(client, actor, words)


def test_an_abbreviation_a_shared_spelling_and_a_shared_office_are_proposed(
    client: Client, editor: User, record: None
) -> None:
    body = make_actor("Jaring Sungai Kencana", "organisation")
    short = make_actor("JSK", "organisation")
    same, office = make_actor("Sarwendah"), make_actor("Ibu Camat Lama")
    for one, name in ((body, body.name), (short, "JSK"), (same, "Sarwendah Mulyoto")):
        ActorName.objects.create(actor=one, name=name, normal=name.lower())
    Affiliation.objects.create(actor=office, role="Bupati Kalinga")
    assert "singkatan" in client.get(address(body)).content.decode()
    page = client.get(address(actor_called("Sarwendah Moeljoto"))).content.decode()
    assert f"?q={short.slug}" not in page
    page = client.get(address(Actor.objects.get(slug="sarwendah-mulyoto"))).content.decode()
    assert "ejaan yang sama" in page
    assert "jabatan yang sama" in page


def test_two_actors_become_one_after_a_look_and_part_again(
    client: Client, editor: User, record: None
) -> None:
    actor, other, first = actor_called("Sarwendah Mulyoto"), actor_called("Sarwendah Moeljoto"), digest()
    where = f"{address(actor, 'review_actor_merge')}?q=Sarwendah+Moeljoto"
    page = client.get(where).content.decode()
    assert "Bupati Kalinga" in page
    assert "Camat Randu Alas" in page
    words = {"deed": "join", "other": str(other.pk), "stays": str(other.pk), "reason": "ejaan lama"}
    assert client.post(where, words).status_code == 302
    answer = client.get(address(actor))
    assert (answer.status_code, answer.headers["Location"]) == (302, address(other))
    assert "ejaan lama" in client.get(address(other)).content.decode()
    client.post(f"/review/decisions/{Review.objects.get().pk}/undo/")
    assert digest() == first
    assert client.get(address(actor)).status_code == 200


def test_words_go_to_a_new_actor_or_to_one_that_is_there(client: Client, editor: User, record: None) -> None:
    actor, other = actor_called("Sarwendah Mulyoto"), actor_called("Wening Prasasti")
    again = make_revision(BRIDGE.replace("Wening Prasasti", "Sarwendah Mulyoto"), at=wib(18))
    read_all([again], 1)
    first = digest()
    said = str(Report.objects.get(revision=again).utterance_id)
    for to in ({"new": "Sarwendah Mulyoto (camat)"}, {"speaker": "Wening Prasasti"}):
        words = {"deed": "part", "said": [said], "reason": "camat itu", **to}
        assert client.post(address(actor), words).status_code == 302
        speaker = Report.objects.get(revision=again).utterance.actor  # type: ignore[union-attr]
        assert speaker is not None
        assert speaker != actor
        assert (speaker == other) == ("speaker" in to)
        page = client.get(address(actor)).content.decode()
        assert "camat itu" in page
        for review in Review.objects.standing().order_by("-pk"):
            client.post(f"/review/decisions/{review.pk}/undo/")
        assert digest() == first
        said = str(Report.objects.get(revision=again).utterance_id)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"deed": "x"}, "dari daftar"),
        ({"deed": "columns", "name": "x" * 301}, "panjang"),
        ({"deed": "columns", "name": "\0"}, "huruf"),
        ({"deed": "columns", "wikidata": "42"}, "Q42"),
        ({"deed": "columns", "wikidata": "Q777"}, "milik Pemilik"),
        ({"deed": "columns", "sort": "<script>"}, "dari daftar"),
        ({"deed": "columns", "organisation": "wening-prasasti"}, "organisasi"),
        ({"deed": "spell", "spelling": "<script>\0", "kind": "nick"}, "dari daftar"),
        ({"deed": "spell", "spelling": "Wening Prasasti", "kind": "full"}, "Wening Prasasti juga"),
        ({"deed": "kind", "row": "9" * 30, "kind": "full"}, "tidak ada lagi"),
        (
            {"deed": "role", "role": "Bupati", "first_seen": "2024-02-02", "last_seen": "2024-02-01"},
            "sesudah",
        ),
        ({"deed": "role", "role": ""}, "jabatan"),
        ({"deed": "mend", "row": "0", "role": "Bupati"}, "tidak ada lagi"),
        ({"deed": "part", "reason": "x", "new": "Y"}, "sedikitnya satu"),
        ({"deed": "part", "reason": "x", "new": "Y", "speaker": "Z"}, "Tulis nama aktor baru"),
        ({"deed": "part", "new": "Y"}, "alasannya"),
        ({"deed": "part", "said": ["\0", "-1", "²"], "reason": "x", "new": "Y"}, "tidak lagi diucapkan"),
        ({"deed": "apart", "other": "1e9", "reason": "x"}, "tidak ada"),
        ({"deed": "columns", "name": "Z", "seen": "lama"}, "berubah sejak"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    client: Client, editor: User, record: None, words: Words, told: str
) -> None:
    make_actor("Pemilik", wikidata="Q777")
    assert told in told_by(client, actor_called("Sarwendah Mulyoto"), words)


def test_an_actor_is_not_joined_with_itself_in_a_ring_or_across_names_nor_loses_its_last_words(
    client: Client, editor: User, record: None
) -> None:
    actor, other = actor_called("Sarwendah Mulyoto"), actor_called("Sarwendah Moeljoto")
    unnamed, third = make_actor("Warga", "unnamed"), make_actor("Yang Lama")
    merge_actors(other, third, make_user())
    said = [str(pk) for pk in actor.utterances.values_list("pk", flat=True)]
    for words, told in (
        ({"other": str(actor.pk), "stays": str(actor.pk)}, "dirinya sendiri"),
        ({"other": str(third.pk), "stays": str(actor.pk)}, "sudah digabung"),
        ({"other": str(third.pk), "stays": str(third.pk)}, "sudah digabung"),
        ({"other": str(unnamed.pk), "stays": str(actor.pk)}, "tanpa nama"),
        ({"other": str(other.pk), "stays": "0"}, "mana yang tetap"),
    ):
        assert told in told_by(client, actor, {"deed": "join", "reason": "x", **words})
    part: Words = {"deed": "part", "said": said, "new": "Orang Baru", "reason": "x"}
    assert "terakhir" in told_by(client, actor, part)
    same = client.get(f"{address(actor, 'review_actor_merge')}?q={actor.slug}").content.decode()
    assert "aktor yang sama" in same


def test_the_second_of_two_editors_is_told(client: Client, editor: User, record: None) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    mark = seen_on(client, actor)
    words: Words = {"deed": "columns", "name": "Bu Sarwendah", "seen": mark}
    assert client.post(address(actor), words).status_code == 302
    assert "redaktur mengubahnya" in told_by(client, actor, {**words, "name": "Ibu Sarwendah"})


def test_pages_ask_little_and_wrong_addresses_are_told(client: Client, editor: User, record: None) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    for where, most in (
        (address(actor), 7),
        (f"{address(actor, 'review_actor_merge')}?q=wening-prasasti", 8),
    ):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(where).status_code == 200
        assert len(captured) == most + SIGNED_IN, where
    assert client.get("/review/actor/tidak-ada/").status_code == 404
    assert client.get("/review/actor/tidak-ada/merge/").status_code == 404
    for query in ("?page=99999999999999999999", "?page=\0", "?q=" + "x" * 5000, "?q=%00<script>"):
        assert client.get(address(actor) + query).status_code == 200
        page = client.get(address(actor, "review_actor_merge") + query)
        assert page.status_code == 200
        assert "<script>" not in page.content.decode().replace('<script type="module"', "")


def test_bodies_are_suggested_too(client: Client, editor: User, record: None) -> None:
    assert "Wening Prasasti" in client.get("/actors/suggest?organisation=wening").content.decode()


def test_who_was_heard_more_often_than_is_counted_is_said_so(
    client: Client, editor: User, record: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    assert "1 ujaran" in client.get(address(actor)).content.decode()
    monkeypatch.setattr("claims.curation.said_often.MOST", 1)
    assert "1+ ujaran" in client.get(address(actor)).content.decode()
