"""What the API tells of one claim, actor or article, and its lists of articles and sources."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils import timezone

from articles.models import Article, Revision, Source
from claims.filters import PAGE, Cursor, mark_of, moment_of
from claims.models import Actor, Report
from claims.timeline.claim_page import find_claim, find_timeline
from claims.timeline.values import Entry, Rendering

Detail = Mapping[str, Any]


def find_claim_detail(pk: int) -> Detail | None:
    """The claim with its stances in order of time; None where there is none."""
    claim = find_claim(pk)
    if claim is None:
        return None
    claim = claim.successor or claim
    timeline = find_timeline(claim, timezone.now())
    return {
        "claim": claim.pk,
        "title": claim.title,
        "target": claim.target or None,
        "first_said": claim.first_said,
        "last_moved": timeline.last_moved,
        "reports": timeline.reports,
        "chains": timeline.chains,
        "stances": [stance_detail(entry) for day in timeline.days for entry in day.entries],
    }


def stance_detail(entry: Entry) -> Detail:
    """One utterance's stance, with the articles that tell it."""
    return {
        "utterance": entry.utterance,
        "stance": entry.kind,
        "speaker": entry.speaker.name or None,
        "speaker_slug": entry.speaker.slug or None,
        "on_behalf_of": entry.behalf.name if entry.behalf else None,
        "said_on": entry.day if entry.stated else None,
        "not_later_than": entry.moment,
        "place": entry.place or None,
        "chains": len(entry.chains),
        "reason": entry.reason,
        "reports": [telling_detail(rendering) for rendering in entry.renderings],
    }


def telling_detail(rendering: Rendering) -> Detail:
    """One article's words."""
    return {
        "report": rendering.report,
        "article": rendering.article,
        "revision": rendering.number,
        "outlet": rendering.outlet,
        "words": rendering.exact,
        "cue": rendering.cue,
        "quote": rendering.quote,
        "published": rendering.published,
        "chain": rendering.chain,
        "via": list(rendering.via),
        "hedges": list(rendering.hedges),
    }


def find_actor_detail(slug: str) -> Detail | None:
    """The actor with names and roles; None where there is none."""
    actor = Actor.objects.select_related("successor").filter(slug=slug).first()
    if actor is None:
        return None
    actor = actor.successor or actor
    roles = actor.affiliations.standing().select_related("organisation").order_by("-last_seen", "role")
    return {
        "actor": actor.slug,
        "name": actor.name,
        "sort": actor.sort,
        "wikidata": actor.wikidata or None,
        "names": list(actor.names.standing().order_by("kind", "name").values_list("name", flat=True)),
        "roles": [
            {
                "role": held.role,
                "organisation": held.organisation.name if held.organisation else None,
                "first_seen": held.first_seen,
                "last_seen": held.last_seen,
            }
            for held in roles
        ],
    }


def find_article_page(outlet: str, cursor: Cursor | None) -> tuple[list[Detail], str]:
    """Fifty articles, the latest seen first, and the cursor of the next page; two queries."""
    newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
    found = Article.objects.select_related("source")
    if outlet:
        found = found.filter(source__slug=outlet)
    moment = moment_of(cursor.mark) if cursor else None
    if cursor and moment:
        found = found.filter(Q(first_seen__lt=moment) | Q(pk__lt=cursor.pk), first_seen__lte=moment)
    told = found.annotate(
        title=Subquery(newest.values("title")[:1]), published=Subquery(newest.values("published")[:1])
    )
    rows = list(told.order_by("-first_seen", "-pk")[: PAGE + 1])
    shown = rows[:PAGE]
    numbers = dict(
        Revision.objects.filter(article__in=shown).values_list("article").annotate(Count("pk")).order_by()
    )
    following = str(Cursor(mark_of(shown[-1].first_seen), shown[-1].pk)) if len(rows) > PAGE else ""
    return [article_detail(row, numbers.get(row.pk, 0)) for row in shown], following


def article_detail(article: Article, revisions: int) -> Detail:
    """One article as lists tell it."""
    return {
        "article": article.pk,
        "url": article.url,
        "outlet": article.source.name,
        "title": getattr(article, "title", None) or "",
        "published": getattr(article, "published", None),
        "first_seen": article.first_seen,
        "revisions": revisions,
        "removed": article.removed,
    }


def find_article_detail(pk: int) -> Detail | None:
    """One article with its revisions and the statements of its newest; None where there is none."""
    article = Article.objects.select_related("source").filter(pk=pk).first()
    if article is None:
        return None
    fields = ("number", "title", "published", "modified", "fetched")
    history = list(article.revisions.order_by("number").values(*fields))
    newest: Any = history[-1] if history else {"number": 0, "title": "", "published": None}
    reports = Report.objects.current().filter(article=article, revision__number=newest["number"])
    columns = ("pk", "start", "end", "exact", "prefix", "suffix", "kind", "quote", "speaker_name", "cue_word")
    statements = [dict(row) for row in reports.order_by("start", "pk").values(*columns)]
    row = {**article_detail(article, len(history)), "title": newest["title"]}
    return {**row, "published": newest["published"], "history": history, "statements": statements}


def find_sources() -> list[Detail]:
    """All outlets, by name; one query."""
    return [
        {
            "source": source.slug,
            "name": source.name,
            "home": source.home,
            "group": source.group,
            "enabled": source.enabled,
            "last_success": source.last_success,
            "failures": source.failures,
        }
        for source in Source.objects.order_by("name", "pk")
    ]
