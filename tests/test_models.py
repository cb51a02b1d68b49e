"""The database itself refuses rows that cannot be."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection

from articles.models import Article, Revision, Source
from claims.models import Actor, Claim

pytestmark = pytest.mark.django_db
NOON = datetime(2024, 10, 16, 5, 0, tzinfo=UTC)


def _article() -> Article:
    source = Source.objects.create(slug="kabar-uji", name="Kabar Uji", home="https://kabar-uji.example/")
    return Article.objects.create(source=source, url="https://kabar-uji.example/a")


def _revision(article: Article, number: int) -> Revision:
    return Revision.objects.create(
        article=article,
        number=number,
        title="Bupati membantah",
        body="Bupati membantah laporan itu.",
        fetched=NOON,
        content_hash="0" * 64,
    )


def test_two_articles_cannot_stand_at_one_address() -> None:
    article = _article()
    with pytest.raises(IntegrityError, match="url"):
        Article.objects.create(source=article.source, url=article.url)


def test_an_article_has_each_revision_number_once() -> None:
    article = _article()
    _revision(article, 1)
    with pytest.raises(IntegrityError, match="revision_number_once"):
        _revision(article, 1)


def test_revisions_are_found_by_indonesian_stems() -> None:
    revision = _revision(_article(), 1)
    with connection.cursor() as cursor:
        query = "select id from articles_revision where search @@ to_tsquery('indonesian', %s)"
        cursor.execute(query, ["bantahan"])
        assert cursor.fetchall() == [(revision.pk,)]


def test_nothing_is_its_own_successor() -> None:
    actor = Actor.objects.create(slug="a", name="A", sort="person")
    actor.successor = actor
    with pytest.raises(IntegrityError, match="actor_not_its_own_successor"):
        actor.save()


def test_a_claim_denied_is_disputed_and_a_fresh_one_is_not() -> None:
    claim = Claim.objects.create(title="Beras langka", key="k")
    assert list(Claim.objects.current()) == [claim]
    assert not Claim.objects.disputed().exists()
