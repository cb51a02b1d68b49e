"""Sources: how each outlet fares."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.health.pages import find_health, find_source
from articles.health.rows import SOURCES, all_health, source_columns, source_item
from articles.models import Spell
from lists.answers import FILES, feed_of, file_of, page_of
from lists.rows import WRITERS


@require_safe
def sources(request: HttpRequest) -> HttpResponseBase:
    """All outlets, or those in the state `status`, with their health; fifty a page, or all as a file."""
    asked = request.GET.get("status", "")
    state = asked if asked in Spell.State else ""
    page = request.GET.get("page", "")
    after, form, now = "" if page == "1" else page, request.GET.get("format", ""), timezone.now()
    if form in WRITERS:
        return file_of(form, SOURCES, map(source_columns, all_health(now, state, after)))
    found = find_health(now, state, after)
    query = {"status": state} if state else {}
    following = {**query, "page": found.next} if found.next else {}
    if form == "atom":
        items = [source_item(row, request.build_absolute_uri) for row in found.rows]
        more = urlencode({**following, "format": "atom"}) if following else ""
        return feed_of(request, _("Sumber"), items, page=page_of(request, urlencode(query)), following=more)
    context = {
        "found": found,
        "state": state,
        "first": urlencode(query),
        "next": urlencode(following),
        "lost": found.lost or (bool(asked) and not state),
        "files": [(name, urlencode({**query, "format": form})) for form, name in FILES.items()],
        "here": "sources",
    }
    return render(request, "articles/sources.html", context)


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """One outlet: its state and why, its figures, its articles per day, what happened before."""
    page = find_source(slug, timezone.now())
    if page is None:
        raise Http404(_("Tidak ada sumber dengan nama ini."))
    return render(request, "articles/source.html", {"page": page, "here": "sources"})
