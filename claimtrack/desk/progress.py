"""How far a saved source has come: its rounds, its first articles, and what was read in them."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery

from articles.models import Article, Revision, Source
from claims.models import Reading

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article that has come in, with the statements found in it; None while it is unread."""

    pk: int
    title: str
    statements: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """A source after it was saved."""

    source: Source
    leads: int
    articles: int
    arrivals: tuple[Arrival, ...]

    @property
    def has_come(self) -> bool:
        """Whether an article was read, which is what a curator waits for."""
        return any(arrival.statements is not None for arrival in self.arrivals)


def find_progress(source: Source) -> Progress:
    """The newest articles of a source and what was read; four queries."""
    articles = Article.objects.filter(source=source)
    latest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number").values("title")[:1]
    titled = articles.annotate(title=Subquery(latest)).order_by("-first_seen", "-pk")
    newest = list(titled[:SHOWN].values("pk", "title"))
    current = Q(reports__superseded=None)
    readings = Reading.objects.filter(revision__article__in=[row["pk"] for row in newest])
    counted = readings.annotate(found=Count("reports", filter=current))
    statements = dict(counted.values_list("revision__article", "found"))
    return Progress(
        source=source,
        leads=source.leads.exclude(next_try=None).count(),
        articles=articles.count(),
        arrivals=tuple(Arrival(row["pk"], row["title"], statements.get(row["pk"])) for row in newest),
    )
