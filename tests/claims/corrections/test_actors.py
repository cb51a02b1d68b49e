"""Corrections of actors stand whatever the machine reads, say whether it agrees, and are undone exactly."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from articles.models import Revision
from claims.corrections.actors import correct_actor
from claims.corrections.history import Hand
from claims.corrections.roles import add_role, correct_role, remove_role
from claims.corrections.spellings import Borne, add_spelling, change_spelling, remove_spelling
from claims.corrections.undoing import undo_any
from claims.corrections.verdicts import CannotCorrect, Stale
from claims.linking.known import KNOWN
from claims.models import Actor, ActorName, Affiliation, Report, Review
from claims.record import digest_record, find_record
from claims.registry import seed_actors
from claims.store import (
    NotMergeable,
    keep_actors_apart,
    link_anew,
    merge_actors,
    split_actor,
)
from tests.claims.corrections.newsroom import digest, read_all
from tests.rows import make_actor, make_revision, make_user, wib

pytestmark = pytest.mark.django_db
WELLS = (
    "Bupati Sarwendah Sebut 30 Sumur Kering\n"
    "Bupati Kalinga Sarwendah Mulyoto mengatakan sedikitnya 30 sumur warga di Lembah Turi kering "
    "akibat pengeboran PT Tirta Bening Abadi, Senin (14/10/2024).\n"
)
BRIDGE = (
    "Camat Sebut Jembatan Retak\n"
    "Camat Randu Alas Wening Prasasti mengatakan jembatan gantung di Sungai Loreng retak di tiga tiang, "
    "Rabu (16/10/2024).\n"
)
EMPTY = {"organisation": "", "first_seen": "", "last_seen": ""}


@pytest.fixture
def revisions(db: None) -> list[Revision]:
    """Two people in two articles, read by the first reader."""
    kept = [
        make_revision(text, outlet=outlet, at=wib(day, 12))
        for text, outlet, day in ((WELLS, "Kabar Pagi", 14), (BRIDGE, "Suara Kota", 16))
    ]
    read_all(kept, 1)
    return kept


def hand(reason: str = "uji") -> Hand:
    """An editor who decides."""
    return Hand(make_user(), reason)


def actor_called(words: str) -> Actor:
    """The one actor that stands and bears this spelling."""
    return Actor.objects.current().get(names__name=words)


def machine_again(revisions: list[Revision], version: int) -> None:
    """Everything that the machine may do: read anew, link anew, seed, read further articles."""
    read_all(revisions, version)
    for revision in revisions:
        link_anew(revision.readings.get(reader_version=version))
    seed_actors()
    more = make_revision(WELLS.replace("30", "31"), outlet="Warta", at=wib(18, 12 + version % 8))
    read_all([more], version)


def rows_of(actor: Actor) -> dict[str, Any]:
    """Everything that is kept of an actor, ids of rows left out."""
    actor.refresh_from_db()
    names = ActorName.objects.filter(actor=actor).order_by("name")
    roles = Affiliation.objects.filter(actor=actor).order_by("role", "organisation")
    return {
        "actor": (actor.name, actor.sort, actor.organisation_id, actor.wikidata, actor.machine),
        "names": list(names.values_list("name", "kind", "normal", "machine", "refused", "leads")),
        "roles": list(
            roles.values_list("role", "organisation", "first_seen", "last_seen", "machine", "refused")
        ),
    }


def test_name_sort_body_and_wikidata_win_over_the_machine_for_ever(revisions: list[Revision]) -> None:
    body = make_actor("Pemkab Kalingga", "government")
    actor = actor_called("Sarwendah Mulyoto")
    words = {"name": "Sarwendah M.", "sort": "government", "organisation": body.slug, "wikidata": "q4242"}
    reviews = correct_actor(actor.pk, words, hand("lebih tepat"))
    assert {review.field for review in reviews} == {"name", "sort", "organisation", "wikidata"}
    machine_again(revisions, 2)
    actor.refresh_from_db()
    told = (actor.name, actor.sort, actor.organisation, actor.wikidata)
    assert told == ("Sarwendah M.", "government", body, "Q4242")
    assert actor.machine["name"] == "Sarwendah Mulyoto"
    assert actor.machine["sort"] == "person"
    assert actor.names.filter(name="Sarwendah M.", refused=False).exists()
    said = [stance["actor"]["name"] for claim in find_record() for stance in claim["stances"]]
    assert "Sarwendah M." in said


def test_a_longer_spelling_of_an_editor_is_not_the_machines_word(revisions: list[Revision]) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    correct_actor(actor.pk, {"name": "Hajah Sarwendah Ning Mulyoto"}, hand())
    add_spelling(actor.pk, "Sarwendah Ning Ayu Mulyoto", "full", hand())
    machine_again(revisions, 2)
    actor.refresh_from_db()
    assert (actor.name, actor.machine["name"]) == ("Hajah Sarwendah Ning Mulyoto", "Sarwendah Mulyoto")


def test_a_wrong_spelling_goes_for_good_and_another_shown_name_is_chosen(revisions: list[Revision]) -> None:
    actor = actor_called("Wening Prasasti")
    before = rows_of(actor)
    correct_actor(actor.pk, {"name": "Wening P."}, hand())
    remove_spelling(actor.pk, actor.names.get(name="Wening Prasasti").pk, hand("salah tulis"))
    machine_again(revisions, 2)
    row = actor.names.get(name="Wening Prasasti")
    assert (row.refused, row.machine) == (True, {"kind": "full"})
    actor.refresh_from_db()
    assert actor.name == "Wening P."
    for review in Review.objects.standing().order_by("pk"):
        undo_any(review, make_user())
    assert rows_of(actor) == before


def test_whoever_is_printed_by_an_added_spelling_is_this_actor_until_it_is_undone(
    revisions: list[Revision],
) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    review = add_spelling(actor.pk, "Sarwendah Ning Mulyoto", "full", hand())
    later = make_revision(WELLS.replace("Sarwendah Mulyoto", "Sarwendah Ning Mulyoto"), at=wib(20))
    read_all([later], 1)
    assert Actor.objects.get(utterances__reports__revision=later) == actor
    assert actor_called("Sarwendah Ning Mulyoto") == actor
    undo_any(review, make_user())
    other = Actor.objects.get(utterances__reports__revision=later)
    assert (other == actor, other.name) == (False, "Sarwendah Ning Mulyoto")
    assert not actor.names.filter(name="Sarwendah Ning Mulyoto").exists()
    with pytest.raises(Borne) as borne:
        add_spelling(actor.pk, "Sarwendah Ning Mulyoto", "full", hand())
    assert borne.value.other == other


def test_a_role_is_put_right_and_removed_whatever_the_articles_go_on_saying(
    revisions: list[Revision],
) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    held = actor.affiliations.get()
    assert held.role == "Bupati Kalinga"
    correct_role(actor.pk, held.pk, {**EMPTY, "role": "Bupati Kalingga", "first_seen": "2024-10-01"}, hand())
    other = actor_called("Wening Prasasti")
    remove_role(other.pk, other.affiliations.get().pk, hand("bukan camat"))
    machine_again(revisions, 2)
    held = actor.affiliations.get()
    assert (held.role, str(held.first_seen), held.last_seen) == ("Bupati Kalingga", "2024-10-01", None)
    assert (held.machine["role"], held.machine["days"][0]) == ("Bupati Kalinga", "2024-10-14")
    assert not other.affiliations.standing().exists()
    right = make_revision(WELLS.replace("Kalinga", "Kalingga"), outlet="Warta", at=wib(21))
    read_all([right], 1)
    assert actor.affiliations.get().machine["agreed"] == ["2024-10-21", "2024-10-21"]
    for review in Review.objects.standing().order_by("pk"):
        undo_any(review, make_user())
    roles = {row.role: str(row.last_seen) for row in actor.affiliations.all()}
    assert roles == {"Bupati Kalinga": "2024-10-18", "Bupati Kalingga": "2024-10-21"}
    assert not Affiliation.objects.decided().exists()


def test_a_role_becomes_one_with_the_right_one_and_parts_from_it_again(revisions: list[Revision]) -> None:
    right = make_revision(WELLS.replace("Kalinga", "Kalingga"), outlet="Warta", at=wib(21))
    read_all([right], 1)
    actor = actor_called("Sarwendah Mulyoto")
    before = rows_of(actor)
    wrong = actor.affiliations.get(role="Bupati Kalinga")
    words = {"role": "Bupati Kalingga", "organisation": "", "first_seen": "2024-10-14"}
    review = correct_role(actor.pk, wrong.pk, {**words, "last_seen": "2024-10-14"}, hand())
    held = actor.affiliations.get()
    assert (held.role, held.machine["agreed"]) == ("Bupati Kalingga", ["2024-10-21", "2024-10-21"])
    undo_any(review, make_user())
    assert rows_of(actor) == before


def test_undoing_all_in_any_order_gives_the_first_digest_and_rows(revisions: list[Revision]) -> None:
    actor, other = actor_called("Sarwendah Mulyoto"), actor_called("Wening Prasasti")
    first, before = digest(), (rows_of(actor), rows_of(other))
    for seed in range(4):
        correct_actor(actor.pk, {"name": "Sarwendah Ning"}, hand())
        correct_actor(actor.pk, {"name": "Bu Sarwendah", "sort": "organisation"}, hand())
        add_spelling(actor.pk, "Sarwendah Si Bupati", "metonym", hand())
        row = actor.names.get(name="Sarwendah Si Bupati").pk
        change_spelling(actor.pk, row, "full", hand())
        remove_spelling(actor.pk, row, hand())
        correct_role(actor.pk, actor.affiliations.get().pk, {**EMPTY, "role": "Bupati"}, hand())
        add_role(actor.pk, {"role": "Ketua Dewan", "organisation": other.slug}, hand())
        held = actor.affiliations.get(role="Ketua Dewan")
        correct_role(actor.pk, held.pk, {**EMPTY, "role": "Wakil Ketua Dewan"}, hand())
        remove_role(actor.pk, held.pk, hand())
        keep_actors_apart(actor, other, make_user(), "bukan orang yang sama")
        assert digest() != first
        standing = list(Review.objects.standing())
        for review in Random(seed).sample(standing, len(standing)):  # noqa: S311
            undo_any(review, make_user())
        assert (rows_of(actor), rows_of(other)) == before
        assert digest() == first


def test_the_record_of_a_day_shows_the_name_of_that_day(revisions: list[Revision]) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    review = correct_actor(actor.pk, {"name": "Bu Sarwendah", "sort": "government"}, hand())[0]
    assert digest_record(find_record(as_of=Review.objects.latest("at").at)) == digest()
    Review.objects.filter(field="sort").update(undone=review.at, undone_by=review.user)
    names = {s["actor"]["name"] for c in find_record(as_of=wib(28)) for s in c["stances"]}
    assert "Bu Sarwendah" not in names


def test_who_was_kept_apart_is_not_merged_nor_are_those_merged_into_them(revisions: list[Revision]) -> None:
    one, other = actor_called("Sarwendah Mulyoto"), actor_called("Wening Prasasti")
    third, user = make_actor("Sarwendah M"), make_user()
    apart = keep_actors_apart(one, other, user, "dua orang")
    merge_actors(third, other, user)
    for pair in ((one, third), (third, one)):
        with pytest.raises(NotMergeable, match="redaktur menyatakan"):
            merge_actors(*pair, user)
    with pytest.raises(NotMergeable, match="sudah dinyatakan"):
        keep_actors_apart(third, one, user)
    undo_any(apart, user)
    merge_actors(one, third, user)
    assert Actor.objects.get(pk=other.pk).successor == one


def test_undoing_a_merge_takes_the_lent_names_back(revisions: list[Revision]) -> None:
    into, other = actor_called("Sarwendah Mulyoto"), actor_called("Wening Prasasti")
    before = rows_of(into)
    review = merge_actors(into, other, make_user())
    assert into.names.filter(name="Wening Prasasti").exists()
    undo_any(review, make_user())
    assert rows_of(into) == before


def test_a_new_actor_of_a_split_goes_on_being_called_as_its_maker_said(revisions: list[Revision]) -> None:
    second = make_revision(BRIDGE.replace("Wening Prasasti", "Sarwendah Mulyoto"), at=wib(17))
    read_all([second], 1)
    actor = Actor.objects.get(utterances__reports__revision=revisions[0])
    before = digest()
    reports = list(Report.objects.filter(revision=second))
    review = split_actor(actor, reports, make_user(), "camat", "Sarwendah Mulyoto (camat)")
    read_all([second], 2)
    assert Actor.objects.get(pk=review.row).name == "Sarwendah Mulyoto (camat)"
    for one in Review.objects.standing().order_by("pk"):
        undo_any(one, make_user())
    assert digest() == before


def test_the_registry_heeds_what_people_decided() -> None:
    seed_actors()
    entry = next(one for one in KNOWN if one.organisation and one.wikidata)
    actor, body = Actor.objects.get(key=entry.key), make_actor("Badan Lain", "organisation")
    correct_actor(actor.pk, {"organisation": body.slug, "name": "Nama Lain"}, hand())
    spelling = actor.names.exclude(name__in=["Nama Lain", entry.name]).first()
    if spelling:
        remove_spelling(actor.pk, spelling.pk, hand())
    assert seed_actors() == 0
    actor.refresh_from_db()
    assert (actor.organisation, actor.name) == (body, "Nama Lain")
    assert not spelling or actor.names.get(pk=spelling.pk).refused
    Actor.objects.filter(key=entry.key).update(wikidata="")
    other = make_actor("Lain")
    correct_actor(other.pk, {"wikidata": entry.wikidata}, hand())
    Actor.objects.filter(pk=actor.pk).delete()
    seed_actors()
    assert Actor.objects.get(key=entry.key).wikidata == ""


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"name": "x" * 301}, "name"),
        ({"name": " \0 "}, "name"),
        ({"name": "?!"}, "name"),
        ({"sort": "robot"}, "sort"),
        ({"organisation": "Tak Ada Sama Sekali"}, "organisation"),
        ({"organisation": "wening-prasasti"}, "organisation"),
        ({"organisation": "sarwendah-mulyoto"}, "organisation"),
        ({"wikidata": "P31"}, "wikidata"),
        ({"wikidata": "Q0"}, "wikidata"),
        ({"wikidata": "Q" + "9" * 20}, "wikidata"),
        ({"wikidata": "Q777"}, "wikidata"),
        ({"name": "Sarwendah Mulyoto"}, ""),
    ],
)
def test_wrong_words_are_refused_at_their_field(
    revisions: list[Revision], words: dict[str, str], field: str
) -> None:
    make_actor("Pemilik", wikidata="Q777")
    actor = actor_called("Sarwendah Mulyoto")
    before = rows_of(actor)
    with pytest.raises(CannotCorrect) as wrong:
        correct_actor(actor.pk, words, hand())
    assert wrong.value.field == field
    assert ("Pemilik" in str(wrong.value)) == (words.get("wikidata") == "Q777")
    assert rows_of(actor) == before
    assert not Review.objects.exists()


def test_a_script_is_a_name_like_any_other_words(revisions: list[Revision]) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    correct_actor(actor.pk, {"name": "<script>alert(1)</script>"}, hand())
    actor.refresh_from_db()
    assert actor.name == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"role": ""}, "role"),
        ({"role": "x" * 301}, "role"),
        ({"role": "Bupati", "first_seen": "2024-10-09", "last_seen": "2024-10-08"}, "last_seen"),
        ({"role": "Bupati", "first_seen": "kemarin"}, "first_seen"),
        ({"role": "Bupati", "organisation": "Tak Ada"}, "body"),
        ({"role": "Bupati Kalinga"}, "role"),
    ],
)
def test_a_wrong_role_is_refused_at_its_field(
    revisions: list[Revision], words: dict[str, str], field: str
) -> None:
    with pytest.raises(CannotCorrect) as wrong:
        add_role(actor_called("Sarwendah Mulyoto").pk, words, hand())
    assert wrong.value.field == field
    assert not Review.objects.exists()
    assert Affiliation.objects.count() == 2


def test_a_wrong_spelling_is_refused_and_the_shown_name_stays(revisions: list[Revision]) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    own = actor.names.get().pk
    tries: tuple[Callable[[], Review], ...] = (
        lambda: add_spelling(actor.pk, "Bu Bupati", "panggilan", hand()),
        lambda: add_spelling(actor.pk, "x" * 301, "full", hand()),
        lambda: add_spelling(actor.pk, "Sarwendah Mulyoto", "full", hand()),
        lambda: change_spelling(actor.pk, 999_999, "full", hand()),
        lambda: remove_spelling(actor.pk, own, hand()),
    )
    for tried in tries:
        with pytest.raises(CannotCorrect):
            tried()
    assert not Review.objects.exists()


def test_the_second_of_two_editors_is_told_who_was_first(revisions: list[Revision]) -> None:
    actor = actor_called("Sarwendah Mulyoto")
    correct_actor(actor.pk, {"name": "Bu Sarwendah"}, Hand(make_user("wakil")))
    with pytest.raises(Stale, match="wakil"):
        correct_actor(actor.pk, {"name": "Ibu Sarwendah"}, hand(), "seen before")
    merge_actors(actor_called("Wening Prasasti"), actor, make_user())
    with pytest.raises(CannotCorrect, match="sudah digabung"):
        correct_actor(actor.pk, {"name": "Ibu Sarwendah"}, hand())


def test_nobody_takes_a_wikidata_item_that_would_come_back(revisions: list[Revision]) -> None:
    actor, other = actor_called("Sarwendah Mulyoto"), actor_called("Wening Prasasti")
    for item in ("Q11", "Q12", "Q13"):
        correct_actor(actor.pk, {"wikidata": item}, hand())
    for item in ("Q11", "Q12", "Q13"):
        with pytest.raises(CannotCorrect, match="Sarwendah"):
            correct_actor(other.pk, {"wikidata": item}, hand())
