"""Adding a source by its address: asked, looked into, saved, switched on - and every wrong turn."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from articles.desk.keeping import save_proposal
from articles.desk.looking import look_into
from articles.models import Lead, Proposal, Revision, Source
from articles.rounds import discover
from articles.visits import visit_lead
from claimtrack.newsroom.serving import Newsroom
from tests.claimtrack.desk.people import curator, desk, reader

__all__ = ["curator", "desk", "reader"]
pytestmark = pytest.mark.django_db
ADDRESS = reverse("desk:proposals")


def propose(newsroom: Newsroom, curator: User, outlet: str = "suara-kota") -> Proposal:
    proposal = save_proposal(newsroom.addresses[outlet], curator.pk)
    look_into(proposal)
    proposal.refresh_from_db()
    return proposal


def wish(proposal: Proposal, **fields: object) -> dict[str, object]:
    chosen = [one["url"] for one in proposal.lists if one["chosen"]]
    return {
        "name": "Suara Uji",
        "slug": "suara-uji",
        "group": "regional",
        "pace": "0",
        "lists": chosen,
    } | fields


def test_an_address_becomes_a_proposal_that_a_worker_takes_up(
    desk: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    answer = desk.post(ADDRESS, {"url": "media.example"})
    proposal = Proposal.objects.get()
    assert answer.headers["Location"] == proposal.get_absolute_url()
    assert proposal.url == "https://media.example/"
    assert b'http-equiv="refresh"' in desk.get(answer.headers["Location"]).content
    assert LogEntry.objects.latest("pk").object_id == str(proposal.pk)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("http://127.0.0.1/", "jaringan dalam"),
        ("http://localhost:8000/", "jaringan dalam"),
        ("http://[::1]/", "jaringan dalam"),
        ("http://2130706433/", "jaringan dalam"),
        ("https://media.example:8443/", "porta yang tidak umum"),
        ("ftp://media.example/", "diawali https://"),
        ("https://user:sandi@media.example/", "diawali https://"),
        ("https://media example/", "diawali https://"),
        ("<script>alert(1)</script>", "diawali https://"),
        ("a" * 5000, "500"),
        ("\x00", "null"),
        ("", "tidak boleh kosong"),
    ],
)
def test_a_wrong_address_is_answered_with_a_sentence_and_nothing_else(
    desk: Client, typed: str, words: str
) -> None:
    answer = desk.post(ADDRESS, {"url": typed})
    assert answer.status_code == 422
    assert words in answer.content.decode().replace("Null", "null")
    assert b"<script>alert" not in answer.content
    assert not Proposal.objects.exists()
    assert not LogEntry.objects.filter(content_type__model="proposal").exists()


def test_a_found_proposal_shows_lists_and_articles_with_their_speakers(
    desk: Client, newsroom: Newsroom, curator: User
) -> None:
    page = desk.get(propose(newsroom, curator).get_absolute_url()).content.decode()
    assert "Cocok dengan deklarasi suara-kota" in page
    assert page.count('class="preview"') == 5
    assert page.count("<mark id=") > 5
    assert 'class="notes"' in page


def test_a_proposal_page_asks_few_questions(
    desk: Client, newsroom: Newsroom, curator: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = propose(newsroom, curator).get_absolute_url()
    with django_assert_max_num_queries(8):
        desk.get(address)
    with django_assert_max_num_queries(8):
        desk.get(ADDRESS)


def test_saving_makes_a_source_that_stays_off_until_it_is_switched_on(
    desk: Client, newsroom: Newsroom, curator: User, settings: Settings
) -> None:
    settings.EXTRA_PUBLISHERS = ()
    proposal = propose(newsroom, curator)
    assert desk.post(proposal.get_absolute_url(), wish(proposal)).status_code == 302
    source = Source.objects.get(enabled=False)
    assert (source.slug, source.name, source.group, source.pace) == (
        "suara-uji",
        "Suara Uji",
        "regional",
        0.0,
    )
    assert source.feeds.count() == 1
    assert "Aktifkan" in desk.get(proposal.get_absolute_url()).content.decode()
    desk.post(reverse("desk:start", args=[proposal.pk]))
    assert Source.objects.get(enabled=True) == source
    assert [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")][-1] == "Diaktifkan."


def test_a_source_without_a_declaration_runs_through_its_rounds(
    desk: Client, newsroom: Newsroom, curator: User, settings: Settings
) -> None:
    settings.EXTRA_PUBLISHERS = ()
    proposal = propose(newsroom, curator)
    desk.post(proposal.get_absolute_url(), wish(proposal))
    source = Source.objects.get()
    stories = newsroom.desk("suara-kota").stories
    assert discover(source).leads == len(stories)
    for lead in Lead.objects.select_related("source"):
        assert visit_lead(lead).verdict == "ok"
    assert set(Revision.objects.values_list("title", flat=True)) == {story.title for story in stories}
    assert Source.objects.count() == 1


def test_what_a_preview_shows_is_what_is_kept(desk: Client, newsroom: Newsroom, curator: User) -> None:
    proposal = propose(newsroom, curator, "warta-nusa")
    previews = {preview["url"]: preview for preview in proposal.previews}
    desk.post(proposal.get_absolute_url(), wish(proposal, slug="warta-nusa"))
    discover(Source.objects.get())
    for lead in Lead.objects.filter(url__in=previews).select_related("source"):
        visit_lead(lead)
    kept = {revision.article.url: revision for revision in Revision.objects.select_related("article")}
    assert kept.keys() == previews.keys()
    for url, preview in previews.items():
        assert (kept[url].title, kept[url].paragraphs) == (preview["title"], preview["paragraphs"])


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"slug": "sudah-ada"}, "sudah dipakai sumber lain"),
        ({"slug": "kompas"}, "milik deklarasi media lain"),
        ({"slug": "tidak sah!"}, "name"),
        ({"pace": "-1"}, "0"),
        ({"pace": "nan"}, "name"),
        ({"lists": ["https://lain.example/rss"]}, "lain.example"),
        ({"lists": []}, "tidak boleh kosong"),
        ({"group": "bulan"}, "bulan"),
        ({"name": ""}, "tidak boleh kosong"),
    ],
)
def test_a_wrong_field_saves_nothing(
    desk: Client,
    newsroom: Newsroom,
    curator: User,
    fields: dict[str, object],
    words: str,
) -> None:
    Source.objects.create(slug="sudah-ada", name="Ada", home="https://ada.example/")
    proposal = propose(newsroom, curator)
    answer = desk.post(proposal.get_absolute_url(), wish(proposal, **fields))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Source.objects.count() == 1


def test_saving_an_outlet_that_is_registered_adds_its_lists_and_changes_nothing_else(
    desk: Client, newsroom: Newsroom, curator: User
) -> None:
    home = newsroom.addresses["kabar-pagi"] + "/"
    known = Source.objects.create(slug="kabar-pagi", name="Nama Redaksi", home=home, enabled=True, pace=0)
    proposal = propose(newsroom, curator, "kabar-pagi")
    desk.post(proposal.get_absolute_url(), wish(proposal))
    known.refresh_from_db()
    assert (known.name, known.enabled, known.feeds.count()) == ("Nama Redaksi", True, 2)
    desk.post(proposal.get_absolute_url(), wish(proposal))
    assert Source.objects.count() == 1


def test_a_failed_look_says_why_and_can_be_tried_again(
    desk: Client, newsroom: Newsroom, curator: User
) -> None:
    proposal = save_proposal(newsroom.addresses["kabar-pagi"] + "/tidak/ada", curator.pk)
    look_into(proposal)
    page = desk.get(proposal.get_absolute_url()).content.decode()
    assert "Halaman ini tidak ada (404)" in page
    desk.post(reverse("desk:look_again", args=[proposal.pk]))
    assert "Dilihat lagi." in LogEntry.objects.latest("pk").get_change_message()
    assert Proposal.objects.filter(url=proposal.url).count() == 2


def test_only_those_who_may_add_sources_come_here(reader: Client, curator: User) -> None:
    proposal = save_proposal("https://media.example/", curator.pk)
    addresses = [ADDRESS, proposal.get_absolute_url()]
    posts = [*addresses, *(reverse(f"desk:{name}", args=[proposal.pk]) for name in ("start", "look_again"))]
    for address in addresses:
        assert reader.get(address).status_code == 403
        assert Client().get(address).status_code == 302
    for address in posts:
        assert reader.post(address).status_code == 403
        assert Client().post(address).status_code == 302
    assert Proposal.objects.count() == 1


def test_a_proposal_that_is_not_there_is_a_clear_page(desk: Client) -> None:
    assert desk.get("/desk/sources/999999999999999999/").status_code == 404
    assert desk.get("/desk/sources/12345678901234567890/").status_code == 404
