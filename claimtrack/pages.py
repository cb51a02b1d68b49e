"""Pages of the site itself."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

SECONDS_OF_A_DAY = 86_400


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """What the marks mean, how to search, which keys there are."""
    return render(request, "help.html", {"here": "help"})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored, why and how long, and how to ask for a correction or a take-down."""
    context = {
        "contact": settings.CONTACT,
        "raw_days": settings.KEEP_RAW_DAYS,
        "fetch_days": settings.KEEP_FETCH_DAYS,
        "session_days": settings.SESSION_COOKIE_AGE // SECONDS_OF_A_DAY,
        "agent": settings.FETCH_USER_AGENT,
        "here": "privacy",
    }
    return render(request, "privacy.html", context)
