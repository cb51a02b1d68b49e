"""Pages of the site itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """What the marks mean, how to search, which keys there are."""
    return render(request, "help.html", {"here": "help"})
