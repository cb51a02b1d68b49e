"""What a reader gets who asks for a page that is not there."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.models import Claim

LATEST = 5


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 with a search field, the latest claims, and the words of the view that missed its row."""
    words = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    context = {"words": words, "latest": _find_latest()}
    return render(request, "404.html", context, status=404)


def _find_latest() -> list[Claim]:
    """The claims that moved last; none where the database is what is missing."""
    try:
        claims = Claim.objects.current().exclude(last_moved=None).order_by("-last_moved", "-pk")
        return list(claims[:LATEST])
    except DatabaseError:
        return []
