"""Two actors or two outlets side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.timeline.compare_page import find_comparison
from claims.timeline.rivals import find_rivals
from claims.timeline.sides import find_outlets, find_pair


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """The sides that `a` and `b` name, compared; without them, or where they do not fit, how to choose."""
    outlets = find_outlets()
    a, b = find_pair(request.GET.get("a", ""), request.GET.get("b", ""), outlets)
    fitting = a.side and b.side and a.side.kind == b.side.kind and a.side != b.side
    context = {
        "a": a,
        "b": b,
        "outlets": outlets,
        "found": find_comparison(a.side, b.side) if fitting and a.side and b.side else None,
        "rivals": () if a.words or b.words else find_rivals(),
        "here": "compare",
    }
    return render(request, "claims/compare.html", context)
