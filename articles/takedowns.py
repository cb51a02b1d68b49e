"""Takes an article's text away at its outlet's request, for good; only later text may be let in again."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Article, Lead, Revision, TakeDown

# What was printed goes; what says that it was printed - address, times, section, hash - stays.
EMPTY = {
    "title": "",
    "body": "",
    "caption": "",
    "image": "",
    "read_also": [],
    "related": [],
    "tags": [],
    "html": b"",
}


@transaction.atomic
def take_down(article: Article, *, user: int, requested_by: str, reason: str) -> TakeDown:
    """Take the text and raw HTML from all revisions; no later fetch, archive or reading brings any in.

    A second request for the same article is logged too and finds nothing left to take.
    """
    held = Article.objects.select_for_update().get(pk=article.pk)
    _forget_headlines(held)
    revisions = Revision.objects.filter(article=held).update(**EMPTY)
    Lead.objects.filter(url=held.url).delete()
    held.withheld = held.withheld or timezone.now()
    held.next_visit, held.etag, held.last_modified = None, "", ""
    held.save(update_fields=["withheld", "next_visit", "etag", "last_modified"])
    said: dict[str, Any] = {"user_id": user, "requested_by": requested_by, "reason": reason}
    return TakeDown.objects.create(article=held, action=TakeDown.Action.WITHHELD, revisions=revisions, **said)


@transaction.atomic
def let_in(article: Article, *, user: int, requested_by: str, reason: str) -> TakeDown:
    """Let text that is fetched from now on in again; what was taken stays gone."""
    held = Article.objects.select_for_update().get(pk=article.pk)
    Article.objects.filter(pk=held.pk).update(withheld=None, next_visit=timezone.now())
    said: dict[str, Any] = {"user_id": user, "requested_by": requested_by, "reason": reason}
    return TakeDown.objects.create(article=held, action=TakeDown.Action.LET_IN, **said)


def _forget_headlines(article: Article) -> None:
    """Take the article's headlines out of the links beside its outlet's other articles."""
    titles = set(article.revisions.values_list("title", flat=True)) - {""}
    for title in titles:
        named = Q(read_also__contains=[{"title": title}]) | Q(related__contains=[{"title": title}])
        for revision in Revision.objects.filter(named, article__source=article.source_id).defer("html"):
            revision.read_also = [link for link in revision.read_also if link["title"] not in titles]
            revision.related = [link for link in revision.related if link["title"] not in titles]
            revision.save(update_fields=["read_also", "related"])
