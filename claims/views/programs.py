"""Pages for those who read the record by program: the API's addresses, and the feeds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Source
from claims.api import api


@dataclass(frozen=True, slots=True)
class Operation:
    """One address of the API; `parameters` are names with what they mean."""

    address: str
    words: str
    parameters: tuple[tuple[str, str], ...]


@require_safe
def api_page(request: HttpRequest) -> HttpResponse:
    """What the API answers, from its own description."""
    operations = tuple(_operations(api.get_openapi_schema()))
    return render(request, "claims/api.html", {"operations": operations, "here": "api"})


def _operations(description: Mapping[str, Any]) -> Iterator[Operation]:
    for address, methods in description["paths"].items():
        for method, told in methods.items():
            asked = told.get("parameters", ())
            parameters = tuple((p["name"], p["schema"].get("description", "")) for p in asked)
            yield Operation(f"{method.upper()} {address}", told.get("description", ""), parameters)


@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """The Atom feeds: what moves, and one for each outlet."""
    outlets = Source.objects.filter(articles__isnull=False).distinct().order_by("name")
    return render(request, "claims/feeds.html", {"outlets": outlets[:200], "here": "feeds"})
