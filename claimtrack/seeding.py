"""What a fresh database is given: declared outlets (switched off), the demo's outlets, a first admin."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db import transaction

from articles.models import Feed, Source
from articles.publishers.registry import PUBLISHERS
from claimtrack.newsroom.values import Outlet

ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Account:
    """A first account and its one-time password, told once and kept nowhere."""

    name: str
    password: str


@transaction.atomic
def seed_sources() -> int:
    """Register every declared outlet that is not yet known, switched off; how many are new."""
    known = set(Source.objects.values_list("slug", flat=True))
    fresh = [publisher for publisher in PUBLISHERS if publisher.slug not in known]
    for publisher in fresh:
        home = f"https://{publisher.hosts[0]}/"
        source = Source.objects.create(
            slug=publisher.slug, name=publisher.name, home=home, group=publisher.group.value
        )
        _save_feeds(source, (*publisher.feeds, *publisher.sitemaps, *publisher.index_pages))
    return len(fresh)


@transaction.atomic
def seed_newsroom(outlets: Iterable[tuple[Outlet, str]]) -> list[Source]:
    """Register the demo's outlets at their loopback addresses, switched on and asked without a pause."""
    sources = []
    for outlet, base in outlets:
        fields = {
            "name": outlet.name,
            "home": f"{base}/",
            "group": Source.Group.DEMO,
            "enabled": True,
            "pace": 0.0,
            "interval": timedelta(minutes=5),
        }
        source, _ = Source.objects.update_or_create(slug=outlet.slug, defaults=fields)
        _save_feeds(source, (base + path for path in (outlet.feed, outlet.sitemap, outlet.index)))
        sources.append(source)
    return sources


def seed_admin() -> Account | None:
    """Make the first admin account where there is no account at all."""
    users = get_user_model().objects
    if users.exists():
        return None
    password = secrets.token_urlsafe(9)
    users.create_superuser(ADMIN, password=password)
    return Account(ADMIN, password)


def _save_feeds(source: Source, urls: Iterable[str]) -> None:
    Feed.objects.bulk_create((Feed(source=source, url=url) for url in urls), ignore_conflicts=True)
