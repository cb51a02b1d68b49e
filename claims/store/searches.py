"""Keeps the searches of readers: saved, renamed, looked at, removed, each by its owner alone."""

from django.db.models import Max
from django.utils import timezone

from claims.models import Card, SavedSearch

LONGEST_NAME, LONGEST_QUERY, MOST = 100, 2000, 100


class NotSaved(ValueError):
    """A search cannot be kept; `reason` is "name", "taken", "long" or "many"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def save_search(owner: int, name: str, query: str) -> SavedSearch:
    """Keep a search of the user `owner` under a name, in place of one that had it; raises NotSaved."""
    if len(query) > LONGEST_QUERY:
        raise NotSaved("long")
    called = _called(name)
    own = SavedSearch.objects.filter(owner_id=owner)
    if own.count() >= MOST and not own.filter(name=called).exists():
        raise NotSaved("many")
    kept, _is_new = SavedSearch.objects.update_or_create(
        owner_id=owner,
        name=called,
        defaults={"query": query, "looked": timezone.now(), "seen": _newest()},
    )
    return kept


def rename_search(search: SavedSearch, name: str) -> None:
    """Give it another name; raises NotSaved where the owner has that name already."""
    called = _called(name)
    others = SavedSearch.objects.filter(owner=search.owner_id, name=called).exclude(pk=search.pk)
    if others.exists():
        raise NotSaved("taken")
    SavedSearch.objects.filter(pk=search.pk).update(name=called)


def mark_looked(search: SavedSearch) -> None:
    """Note that the owner looks now: what comes later is new."""
    SavedSearch.objects.filter(pk=search.pk).update(looked=timezone.now(), seen=_newest())


def remove_search(search: SavedSearch) -> None:
    """Forget it."""
    search.delete()


def _called(name: str) -> str:
    called = " ".join(name.replace("\0", " ").split())
    if not called or len(called) > LONGEST_NAME:
        raise NotSaved("name")
    return called


def _newest() -> int:
    return Card.objects.aggregate(newest=Max("pk"))["newest"] or 0
