"""Sources: how each outlet fares."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.health.pages import find_health, find_source
from articles.models import Spell


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """All outlets, or those in the state `status`, with their health; fifty a page."""
    asked = request.GET.get("status", "")
    state = asked if asked in Spell.State else ""
    page = request.GET.get("page", "")
    found = find_health(timezone.now(), state, "" if page == "1" else page)
    first = urlencode({"status": state} if state else {})
    following = urlencode({**({"status": state} if state else {}), "page": found.next}) if found.next else ""
    lost = found.lost or (bool(asked) and not state)
    context = {"found": found, "state": state, "first": first, "next": following, "lost": lost}
    return render(request, "articles/sources.html", {**context, "here": "sources"})


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """One outlet: its state and why, its figures, its articles per day, what happened before."""
    page = find_source(slug, timezone.now())
    if page is None:
        raise Http404(_("Tidak ada sumber dengan nama ini."))
    return render(request, "articles/source.html", {"page": page, "here": "sources"})
