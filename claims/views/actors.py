"""Actors: the list, and the page of one."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.filters import PAGE, SORTS, actor_cursor, actors_asked, parse_asked
from claims.models import Actor
from claims.timeline.actor_page import find_actor, find_profile, rows_of


@require_safe
def actors(request: HttpRequest) -> HttpResponse:
    """Fifty actors a page, by name."""
    asked = parse_asked(request.GET, SORTS)
    found = list(actors_asked(asked))
    shown = found[:PAGE]
    names = dict(Actor.SortChoice.choices)
    context = {
        "asked": asked,
        "rows": rows_of(shown),
        "sorts": [(sort, names.get(sort, ""), asked.query(status=sort)) for sort in ("", *SORTS)],
        "next": asked.query(page=actor_cursor(shown[-1])) if len(found) > PAGE else "",
        "first": asked.query(),
        "here": "actors",
    }
    return render(request, "claims/actors.html", context)


@require_safe
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    """Who it is, what it said and denied, fifty utterances a page; a merged actor leads to its successor."""
    found = find_actor(slug)
    if found is None:
        raise Http404(_("Tidak ada aktor dengan nama itu dalam catatan."))
    if found.successor:
        return redirect(found.successor, permanent=True)
    asked = parse_asked(request.GET)
    profile = find_profile(found, asked.cursor)
    context = {
        "profile": profile,
        "asked": asked,
        "next": urlencode({"page": profile.next}) if profile.next else "",
        "here": "actors",
    }
    return render(request, "claims/actor.html", context)
