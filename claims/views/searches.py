"""Saved searches: an owner's list with what is new in each, saving, opening, renaming, removing."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from claims.counting import MOST_NEW, find_new
from claims.models import SavedSearch
from claims.report_filters import Sought, parse_sought
from claims.store.searches import NotSaved, mark_looked, remove_search, rename_search, save_search


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One saved search with its new reports since the last look; `more` where there are more than told."""

    search: SavedSearch
    new: int
    more: bool
    feed: str


@login_required
@permission_required("claims.add_savedsearch", raise_exception=True)
@require_safe
def searches(request: HttpRequest) -> HttpResponse:
    """The owner's searches; two queries for any number."""
    kept = list(SavedSearch.objects.filter(owner=request.user.pk))
    asked = [sought_of(search.query) for search in kept]
    new = find_new([(sought, search.seen) for sought, search in zip(asked, kept, strict=True)])
    rows = [
        KeptRow(search, min(count, MOST_NEW), count > MOST_NEW, sought.query(format="atom"))
        for search, sought, count in zip(kept, asked, new, strict=True)
    ]
    return render(request, "claims/searches.html", {"rows": rows, "wrong": request.GET.get("wrong", "")})


def sought_of(query: str) -> Sought:
    """What a saved address asks; filters that are no longer known are passed over."""
    return parse_sought(QueryDict(query))


@login_required
@permission_required("claims.add_savedsearch", raise_exception=True)
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the search that the form holds."""
    query = sought_of(request.POST.get("query", "")).query()
    return _done(lambda: save_search(request.user.pk or 0, request.POST.get("name", ""), query))


@login_required
@permission_required("claims.add_savedsearch", raise_exception=True)
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Open, rename or remove one of the owner's searches, by the button pressed (`deed`)."""
    search = get_object_or_404(SavedSearch, pk=pk, owner=request.user.pk)
    deed = request.POST.get("deed", "")
    if deed == "open":
        mark_looked(search)
        address = reverse("claims:explore")
        return HttpResponseRedirect(f"{address}?{search.query}" if search.query else address)
    if deed == "rename":
        return _done(lambda: rename_search(search, request.POST.get("name", "")))
    if deed == "remove":
        remove_search(search)
    return redirect("claims:searches")


def _done(deed: Callable[[], object]) -> HttpResponse:
    """Do it and show the list, which says what was wrong."""
    try:
        deed()
    except NotSaved as refused:
        return HttpResponseRedirect(f"{reverse('claims:searches')}?wrong={refused.reason}")
    return redirect("claims:searches")
