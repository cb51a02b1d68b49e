"""What the page of a hollow source shows: its latest articles, and their words before and since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby
from statistics import median

from django.db.models import BooleanField, Case, When
from django.utils import timezone

from articles.models import Article, Revision, Spell

MOST = 10


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """One article: its words in the last text from before the day the trouble began, and in the last since.

    None where it has no text from then. `lacks` names what its last text is without.
    """

    pk: int
    title: str
    seen: datetime
    before: int | None
    since: int | None
    lacks: frozenset[str]


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A hollow source: its latest articles, the newest first, and the middle of their words then and now."""

    articles: tuple[ArticleShown, ...]
    before: int | None
    since: int | None


def show_source(spell: Spell) -> SourceShown:
    """The ten latest articles from before a spell and from within it; one query."""
    begun = timezone.make_aware(datetime.combine(spell.since, time.min))
    kept = Article.objects.filter(source=spell.source_id, withheld=None).order_by("-first_seen")
    latest = kept.filter(first_seen__gte=begun)[:MOST].values("pk")
    earlier = kept.filter(first_seen__lt=begun)[:MOST].values("pk")
    # the last text of either time: a live page may have hundreds
    parted = Revision.objects.filter(article__in=latest.union(earlier)).annotate(
        late=Case(When(fetched__gte=begun, then=True), default=False, output_field=BooleanField())
    )
    rows = parted.order_by("article", "late", "-number").distinct("article", "late")
    found = sorted(
        rows.select_related("article").defer("html"),
        key=lambda one: (one.article.first_seen, one.article_id, one.number),
    )
    articles = tuple(
        show_article(list(revisions), begun) for _pk, revisions in groupby(found, lambda one: one.article_id)
    )[::-1]
    return SourceShown(
        articles, middle(one.before for one in articles), middle(one.since for one in articles)
    )


def show_article(revisions: list[Revision], begun: datetime) -> ArticleShown:
    """One article from its last text of before and since, in order."""
    last = revisions[-1]
    lacks = {"title": not last.title, "body": not last.body, "date": not last.published}
    return ArticleShown(
        pk=last.article_id,
        title=next((one.title for one in reversed(revisions) if one.title), ""),
        seen=last.article.first_seen,
        before=count_words([one for one in revisions if one.fetched < begun]),
        since=count_words([one for one in revisions if one.fetched >= begun]),
        lacks=frozenset(
            name for name, is_missing in {**lacks, "author": not last.authors}.items() if is_missing
        ),
    )


def count_words(revisions: list[Revision]) -> int | None:
    """How many words the last of these texts has."""
    return len(revisions[-1].body.split()) if revisions else None


def middle(counts: Iterable[int | None]) -> int | None:
    """The median of the counts that are known."""
    known = [count for count in counts if count is not None]
    return round(median(known)) if known else None
