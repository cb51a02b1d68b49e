"""Sources: how each outlet fares."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.health import find_health


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """All outlets with their health."""
    return render(request, "articles/sources.html", {"sources": find_health(), "here": "sources"})
