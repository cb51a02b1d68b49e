"""Addresses of the API: claims, actors, reports, articles, sources; lists take the filters of their pages."""

from django.http import Http404, HttpRequest, QueryDict
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Query

from claims.api import details
from claims.api.problems import NotUnderstood
from claims.api.queries import ActorQuery, ArticleQuery, ClaimQuery, ReportQuery
from claims.api.schemas import (
    ActorDetail,
    ActorRow,
    ArticleDetail,
    ArticleRow,
    ClaimDetail,
    ClaimRow,
    CountedPage,
    Page,
    Problem,
    ReportRow,
    SourceRow,
)
from claims.counting import find_counts
from claims.filters import LARGEST_ID, SORTS, STATES, Asked, parse_asked
from claims.list_columns import actor_columns, claim_columns, report_columns
from claims.lists import find_actor_page, find_claim_page, find_report_page
from claims.report_filters import parse_sought

api = NinjaAPI(
    title="ClaimTrack",
    version="1.0.0",
    description="Who said what, when, through whom, and who denied it. A denial is not a verdict.",
    docs_url=None,
    urls_namespace="api",
)
WRONG = {404: Problem, 422: Problem}


@api.get("/reports", response={200: CountedPage[ReportRow], **WRONG}, operation_id="reports")
def reports(request: HttpRequest, given: Query[ReportQuery]) -> object:
    """Every report under any filter, the newest first."""
    sought = parse_sought(request.GET)
    if sought.lost or sought.turned:
        days = tuple((name, request.GET.get(name, "")) for name in ("from", "to"))
        raise NotUnderstood(sought.lost or days)
    counts = find_counts(sought)
    found = find_report_page(sought)
    return {
        "items": [report_columns(row) for row in found.rows],
        "next": found.next or None,
        "total": counts.total,
        "estimated": counts.sampled,
    }


@api.get("/claims", response={200: Page[ClaimRow], **WRONG}, operation_id="claims")
def claims(request: HttpRequest, given: Query[ClaimQuery]) -> object:
    """Claims, the latest movement first."""
    found = find_claim_page(_asked(request.GET, STATES))
    return {"items": [claim_columns(row) for row in found.rows], "next": found.next or None}


@api.get("/claims/{claim}", response={200: ClaimDetail, **WRONG}, operation_id="claim")
def claim(request: HttpRequest, claim: int) -> object:
    """One claim with every stance on it; a merged claim answers as the one it went up into."""
    return _found(details.find_claim_detail(_id(claim)))


@api.get("/actors", response={200: Page[ActorRow], **WRONG}, operation_id="actors")
def actors(request: HttpRequest, given: Query[ActorQuery]) -> object:
    """Actors who spoke, by name; with `q` also those who did not."""
    found = find_actor_page(_asked(request.GET, SORTS))
    return {"items": [actor_columns(row) for row in found.rows], "next": found.next or None}


@api.get("/actors/{slug}", response={200: ActorDetail, **WRONG}, operation_id="actor")
def actor(request: HttpRequest, slug: str) -> object:
    """One actor; a merged one answers as the one that stands."""
    return _found(details.find_actor_detail(slug.replace("\0", "")))


@api.get("/articles", response={200: Page[ArticleRow], **WRONG}, operation_id="articles")
def articles(request: HttpRequest, given: Query[ArticleQuery]) -> object:
    """Articles, the latest seen first."""
    asked = _asked(request.GET, ())
    found, following = details.find_article_page(given.outlet.replace("\0", ""), asked.cursor)
    return {"items": found, "next": following or None}


@api.get("/articles/{article}", response={200: ArticleDetail, **WRONG}, operation_id="article")
def article(request: HttpRequest, article: int) -> object:
    """One article with its revisions and what was said in its newest text."""
    return _found(details.find_article_detail(_id(article)))


@api.get("/sources", response={200: Page[SourceRow], **WRONG}, operation_id="sources")
def sources(request: HttpRequest) -> object:
    """All outlets, by name."""
    return {"items": details.find_sources(), "next": None}


def _asked(parameters: QueryDict, states: tuple[str, ...]) -> Asked:
    asked = parse_asked(parameters, states)
    lost = [("page", parameters.get("page", ""))] if asked.lost else []
    state = parameters.get("status", "")
    lost += [("status", state)] if state and not asked.state else []
    if lost:
        raise NotUnderstood(lost)
    return asked


def _id(number: int) -> int:
    if not 0 < number <= LARGEST_ID:
        raise Http404(_("Tidak ada yang bernomor ini."))
    return number


def _found(row: object) -> object:
    if row is None:
        raise Http404(_("Tidak ada yang bernomor atau bernama ini dalam catatan."))
    return row
