"""Closes the site to strangers where the settings say that only members may read."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponse]
# What a stranger needs to get in, and what machines ask of the process itself.
OPEN = frozenset(
    {
        *("accounts:login", "accounts:take_up", "accounts:reset", "accounts:reset_sent"),
        *("accounts:reset_confirm", "accounts:reset_done", "admin:login"),
        *("set_language", "help", "privacy", "healthz", "readyz", "metrics"),
    }
)


class MembersOnly:
    """Middleware: with CLAIMTRACK_MEMBERS_ONLY every other address asks a stranger to sign in."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the view decides below."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponseBase | None:
        """None lets the view answer."""
        if not settings.MEMBERS_ONLY or request.user.is_authenticated:
            return None
        match = request.resolver_match
        if match and match.view_name in OPEN:
            return None
        if request.path.startswith("/api/"):
            return HttpResponse("sign in to read\n", status=401, content_type="text/plain; charset=utf-8")
        return redirect_to_login(request.get_full_path())
