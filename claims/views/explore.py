"""Every report under any filter, to read and to take away."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.list_columns import REPORTS, report_columns
from claims.list_feeds import report_item
from claims.lists import find_report_page
from claims.report_filters import Sought, parse_sought
from claims.suggesting import Suggestion, find_suggestions
from claims.timeline.explore import find_exploration
from claims.timeline.report_rows import find_rows
from lists.answers import FILES, feed_of, file_of, page_of
from lists.rows import WRITERS

TYPED = ("q", "speaker", "organisation", "a", "b")


@require_safe
def explore(request: HttpRequest) -> HttpResponseBase:
    """Fifty reports a page with facets; `format` gives the same reports as a file."""
    sought = parse_sought(request.GET)
    if (form := request.GET.get("format", "")) in WRITERS:
        return file_of(form, REPORTS, map(report_columns, find_rows(sought)))
    if form == "atom":
        page = find_report_page(sought)
        items = (report_item(row, request.build_absolute_uri) for row in page.rows)
        following = sought.query(page=page.next, format="atom") if page.next else ""
        return feed_of(
            request, _("Laporan"), items, page=page_of(request, sought.query()), following=following
        )
    named = request.GET.get("speaker", "")
    which = find_suggestions(named)
    if len(which) == 1:
        return HttpResponseRedirect(f"{request.path}?{with_actor(sought, which[0])}")
    context = {
        "found": find_exploration(sought),
        "sought": sought,
        "which": [(actor, with_actor(sought, actor)) for actor in which],
        "nobody": "" if which else named.strip("\0 ")[:60],
        "order": sought.query(sort="" if sought.oldest else "oldest"),
        "files": [(name, sought.query(format=form)) for form, name in FILES.items()],
        "here": "explore",
    }
    return render(request, "claims/explore.html", context)


def with_actor(sought: Sought, actor: Suggestion) -> str:
    """The query with this actor chosen beside what is chosen."""
    chosen = actor.slug in sought.chosen.get("actor", ())
    return sought.query() if chosen else sought.toggled("actor", actor.slug)


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Actors whose names begin as typed (`q`, or the field itself): options, or JSON with `format=json`."""
    typed = next((words for field in TYPED if (words := request.GET.get(field, ""))), "")
    found = find_suggestions(typed)
    if request.GET.get("format") == "json":
        actors = [{"name": a.name, "slug": a.slug, "sort": a.sort, "role": a.role or None} for a in found]
        return JsonResponse({"actors": actors})
    return render(request, "claims/_suggestions.html", {"suggestions": found})
