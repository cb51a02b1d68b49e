"""One name with offices that cannot be one person's is two actors; a bare name fits both and is neither's."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from django.utils import timezone

from articles.models import Revision
from claims.linking.linking import link_all
from claims.linking.namesakes import find_namesakes, parse_office, plain_key
from claims.linking.values import Joined
from claims.models import Actor, Report
from claims.nlp.reading import READER_VERSION, read
from claims.record import digest_record, find_record
from claims.store import assign_speaker, link_reading, merge_actors, save_reading, undo
from claims.store.namesakes import UNDECIDED
from claimtrack.newsroom.values import Story
from tests.claims.linking.gold import gold_set
from tests.claims.linking.keeping import link_stories
from tests.claims.linking.telling_stories import link_told, tell_stories
from tests.claims.linking.truth import find_reports
from tests.rows import make_user, wib

GOLD = gold_set()
MAYOR = "Wali Kota Arumbai Sigit Larasjati mengatakan jembatan Pasir Putih ditutup dua pekan."
COACH = "Pelatih klub sepak bola Elang Muara Sigit Larasjati mengatakan penyerang Bonar Simorang cedera."
BARE = "Sigit Larasjati mengatakan harga tiket kapal Teluk Beringin naik 40 persen."


def _story(key: str, text: str, day: int) -> Story:
    return Story(
        key=key,
        outlet="Kabar Pagi",
        title="Kabar dari Daerah",
        paragraphs=(text,),
        published=wib(day),
        changed=wib(day),
        section="",
        byline="",
        editor="",
        dateline="",
        caption="",
    )


STORIES = (_story("wali", MAYOR, 14), _story("pelatih", COACH, 15), _story("polos", BARE, 16))


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("Wali Kota Arumbai", "Pelatih klub sepak bola Elang Muara", True),
        ("Anggota DPRD Kabupaten Telaga Biru", "Ekonom Universitas Pratama", True),
        ("Wali Kota Arumbai", "Pelatih klub sepak bola Elang Arumbai", True),
        ("Bupati Lindu", "Menteri Pertanian Astara", False),  # a career
        ("Wali Kota Arumbai", "Ketua Persatuan Sepak Bola", False),  # goes with any office
        ("Wali Kota Arumbai", "Pelatih", False),  # of whom is not said
        ("mantan Wali Kota Arumbai", "Ekonom Universitas Pratama", False),
        ("Peneliti PT Surya Kencana", "Direktur PT Surya Kencana", False),  # one body
        ("Wali Kota Arumbai", "", False),
    ],
)
def test_a_name_is_parted_where_offices_are_clear_and_differ_in_kind_and_body(
    one: str, other: str, parted: bool
) -> None:
    assert bool(find_namesakes({"sigit": [one, other]})) is parted
    assert find_namesakes({"sigit": [one, other]}) == find_namesakes({"sigit": [other, one]})


def test_an_acting_holder_holds_the_office() -> None:
    assert parse_office("Pj Gubernur Lereng Timur") == parse_office("Gubernur Lereng Timur") is not None


def test_no_two_actors_of_the_gold_set_are_merged() -> None:
    told = tell_stories(GOLD.stories)
    linked = link_told(told)
    rights = find_reports(GOLD.record, told, GOLD.texts)
    articles = {report.key: report.article for report in told}
    namesakes = {(pair["name"], article) for pair in GOLD.record["namesake"] for article in pair["articles"]}
    people: dict[str, set[tuple[str, str]]] = {}
    for key, right in rights.items():
        one = (right.speaker, articles[key])
        if key in linked.voices:
            who = one if one in namesakes else (right.speaker, "")
            people.setdefault(linked.voices[key].actor, set()).add(who)
    assert {actor: who for actor, who in people.items() if len(who) > 1} == {}
    assert any(plain_key(actor) != actor for actor in people)


def test_a_bare_name_that_fits_both_is_undecided() -> None:
    told = tell_stories(STORIES)
    linked = link_told(told)
    (bare,) = [report.key for report in told if report.article == "polos"]
    assert linked.undecided == {bare: ("sigit larasjati (olahraga)", "sigit larasjati (politik)")}
    assert bare not in linked.voices
    merged = link_all(told, Joined({"sigit larasjati (olahraga)": "sigit larasjati (politik)"}))
    assert {voice.actor for voice in merged.voices.values()} == {"sigit larasjati (politik)"}


@pytest.mark.django_db
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_namesakes_are_told_apart_in_any_order_of_arrival(order: tuple[int, ...]) -> None:
    link_stories(STORIES[at] for at in order)
    voices = dict(Report.objects.values_list("article__url", "utterance__actor__key"))
    found = {url.rsplit("/", 1)[-1]: key for url, key in voices.items()}
    assert found == {
        "wali": "sigit larasjati (politik)",
        "pelatih": "sigit larasjati (olahraga)",
        "polos": None,
    }
    assert set(Actor.objects.values_list("name", flat=True)) == {"Sigit Larasjati"}
    reason = Report.objects.get(utterance__actor=None).reason
    assert reason.startswith(UNDECIDED)
    assert "Wali Kota Arumbai" in reason
    assert "Elang Muara" in reason
    assert digest_record(find_record()) == digest_record(find_record(timezone.now() + timedelta(minutes=1)))


@pytest.mark.django_db
def test_a_better_reading_that_takes_an_office_back_makes_one_actor_again() -> None:
    link_stories(STORIES)
    revision = Revision.objects.get(article__url__endswith="/pelatih")
    findings = read(revision.text, outlet="Kabar Pagi")
    bare = tuple(
        replace(statement, speaker=replace(statement.speaker, role=None, role_span=None))
        for statement in findings.statements
        if statement.speaker
    )
    link_reading(
        save_reading(revision, replace(findings, statements=bare), reader_version=READER_VERSION + 1)
    )
    current = Report.objects.current().values_list("utterance__actor__key", "reason")
    assert set(current) == {("sigit larasjati", "")}


@pytest.mark.django_db
def test_a_human_who_joins_namesakes_decides_the_bare_name_too() -> None:
    link_stories(STORIES)
    coach, mayor = (Actor.objects.get(key=f"sigit larasjati ({kind})") for kind in ("olahraga", "politik"))
    merge_actors(mayor, coach, make_user())
    assert set(Report.objects.values_list("utterance__actor", flat=True)) == {mayor.pk}
    assert not Report.objects.filter(reason__startswith=UNDECIDED).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("which", ["this actor", "that actor", "a new one"])
def test_an_undecided_name_is_listed_with_its_candidates_until_a_person_decides(which: str) -> None:
    link_stories(STORIES)
    before = digest_record(find_record())
    report = Report.objects.undecided().get()
    coach, mayor = report.candidate_actors()
    assert (coach.key, mayor.key) == ("sigit larasjati (olahraga)", "sigit larasjati (politik)")
    chosen = {"this actor": coach, "that actor": mayor}.get(which)
    review = assign_speaker([report], chosen, make_user(), "dari rekaman pidato")
    speaker = Actor.objects.get(utterances__reports=report)
    assert speaker.pk == review.row
    assert speaker == chosen or (speaker not in (coach, mayor) and speaker.name == "Sigit Larasjati")
    findings = read(report.revision.text, outlet="Kabar Pagi")
    link_reading(save_reading(report.revision, findings, reader_version=READER_VERSION + 1))
    told = Report.objects.current().get(revision=report.revision)
    assert told.utterance
    assert told.utterance.actor == speaker
    assert not Report.objects.undecided().exists()
    undo(review, make_user())
    assert list(Report.objects.undecided().get().candidate_actors()) == [coach, mayor]
    assert digest_record(find_record()) == before


@pytest.mark.django_db
def test_a_wrong_merge_undone_leaves_no_role_of_the_other_behind() -> None:
    mayor = _story(
        "bram", "Wali Kota Arumbai Bram Kusnadi mengatakan pasar Pasir Putih dibuka lagi besok.", 15
    )
    link_stories([STORIES[1], mayor])
    before = digest_record(find_record())
    coach, other = (Actor.objects.get(name=name) for name in ("Sigit Larasjati", "Bram Kusnadi"))
    undo(merge_actors(coach, other, make_user()), make_user())
    assert coach.affiliations.get().role.startswith("Pelatih")
    assert digest_record(find_record()) == before
    assert set(Actor.objects.values_list("key", flat=True)) == {"sigit larasjati", "bram kusnadi"}
