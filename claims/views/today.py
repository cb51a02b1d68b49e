"""The first page: what moved lately."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from claims.timeline.today import find_today


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Disputes, denials, accusations without an answer, new claims, edits."""
    return render(request, "claims/today.html", {"today": find_today(timezone.now()), "here": "today"})
