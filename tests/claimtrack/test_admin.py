"""The admin opens on every model, and its first-day actions do what they say."""

from typing import Any
from unittest.mock import patch

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from articles.models import Article, Source
from claims.models import ActorName, Affiliation, Card, SampleCard, SavedSearch
from claimtrack.seeding import ADMIN, seed_admin, seed_sources
from tests.rows import make_actor
from tests.scenes import make_dispute

pytestmark = pytest.mark.django_db
# Index cards are copies that the database keeps by itself; a saved search is its owner's alone.
ELSEWHERE = (Card, SampleCard, SavedSearch)
OURS = [
    model
    for app in ("articles", "claims")
    for model in apps.get_app_config(app).get_models()
    if model not in ELSEWHERE
]


@pytest.fixture
def desk() -> Client:
    """An admin at the desk."""
    account = seed_admin()
    assert account is not None
    client = Client()
    client.force_login(User.objects.get(username=account.name))
    return client


def run(desk: Client, action: str, row: Model) -> None:
    """Run one action on one row, as the list page sends it."""
    names = row._meta
    url = reverse(f"admin:{names.app_label}_{names.model_name}_changelist")
    answer = desk.post(url, {"action": action, "_selected_action": [row.pk]}, follow=True)
    assert answer.status_code == 200


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_model_has_a_list_that_can_be_searched(desk: Client, model: type[Model]) -> None:
    assert admin.site.is_registered(model)
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    assert desk.get(url).status_code == 200
    assert desk.get(url, {"q": "tidak ada"}).status_code == 200


def test_the_first_account_is_made_once() -> None:
    account = seed_admin()
    assert account is not None
    assert account.name == ADMIN
    assert seed_admin() is None


def test_declared_outlets_are_registered_switched_off() -> None:
    assert seed_sources() >= 24
    assert not Source.objects.filter(enabled=True).exists()
    assert seed_sources() == 0


def test_a_source_is_switched_on_due_at_once_and_off_again(desk: Client) -> None:
    source = Source.objects.create(slug="s", name="S", home="https://s.example/")
    run(desk, "switch_on", source)
    source.refresh_from_db()
    assert source.enabled
    assert source.next_due is not None
    run(desk, "switch_off", source)
    source.refresh_from_db()
    assert not source.enabled


def test_a_round_and_an_article_are_fetched_after_the_commit(
    desk: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    source = Source.objects.create(slug="s", name="S", home="https://s.example/")
    article = Article.objects.create(source=source, url="https://s.example/a")
    sent: list[tuple[Any, ...]] = []
    with (
        patch("articles.tasks.discover_source.delay", lambda *ids: sent.append(("round", *ids))),
        patch("articles.tasks.fetch_article.delay", lambda *ids: sent.append(("article", *ids))),
        django_capture_on_commit_callbacks(execute=True),
    ):
        run(desk, "round_now", source)
        run(desk, "fetch_again", article)
        assert sent == []
    assert sent == [("round", source.pk), ("article", article.pk)]


def test_actors_are_looked_at_here_and_put_right_on_a_page_of_their_own(desk: Client) -> None:
    actor = make_actor("Sekar Wangi")
    name = ActorName.objects.create(actor=actor, name="Sekar Wangi", normal="sekar wangi")
    role = Affiliation.objects.create(actor=actor, role="Camat Randu")
    for row in (actor, name, role):
        address = f"/admin/claims/{row._meta.model_name}/{row.pk}/change/"
        assert "/review/actor/sekar-wangi/" in desk.get(address).content.decode()
        assert desk.post(address, {"name": "Lain", "role": "Lain"}).status_code == 403
        assert desk.post(address.replace("change", "delete"), {"post": "yes"}).status_code == 403
        assert desk.get(f"/admin/claims/{row._meta.model_name}/add/").status_code == 403
    actor.refresh_from_db()
    assert (actor.name, actor.names.count(), actor.affiliations.count()) == ("Sekar Wangi", 1, 1)


def test_the_record_is_looked_at_here_and_put_right_on_pages_that_keep_a_history(desk: Client) -> None:
    dispute = make_dispute()
    claim, report = dispute.claim, dispute.said
    stance = claim.stances.order_by("pk")[0]
    pages: dict[Model, str] = {
        claim: f"/review/claim/{claim.pk}/",
        stance: f"/review/claim/{claim.pk}/",
        stance.utterance: f"/review/utterance/{stance.utterance_id}/",
        report: f"/review/report/{report.pk}/",
        report.reading: f"/review/revision/{report.revision_id}/",
    }
    for row, page in pages.items():
        address = f"/admin/claims/{row._meta.model_name}/{row.pk}/change/"
        assert page in desk.get(address).content.decode()
        assert desk.post(address, {"title": "Lain", "decision": "accepted"}).status_code == 403
        assert desk.post(address.replace("change", "delete"), {"post": "yes"}).status_code == 403
        assert desk.get(f"/admin/claims/{row._meta.model_name}/add/").status_code == 403
    stance.refresh_from_db()
    assert stance.decision == ""
