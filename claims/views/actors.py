"""Actors: the list, and the page of one."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.filters import SORTS, parse_asked
from claims.list_columns import ACTORS, actor_columns
from claims.list_feeds import actor_item
from claims.lists import find_actor_page
from claims.models import Actor
from claims.timeline.actor_page import find_actor, find_profile
from claims.views.listing import Listed, answer_list


@require_safe
def actors(request: HttpRequest) -> HttpResponseBase:
    """Fifty actors a page, by name; `format` gives the same actors as a file."""
    asked = parse_asked(request.GET, SORTS)
    names = dict(Actor.SortChoice.choices)
    sorts = [(sort, names.get(sort, ""), asked.query(status=sort)) for sort in ("", *SORTS)]
    actors_list = Listed(ACTORS, _("Aktor"), find_actor_page, actor_columns, actor_item)
    return answer_list(request, actors_list, asked, {"sorts": sorts})


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
