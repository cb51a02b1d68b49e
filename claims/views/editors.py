"""The door of the editors' pages: who may pass, who decides, and what a form says."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from claims.corrections.history import Hand

View = Callable[..., HttpResponseBase]


def for_editors(view: View) -> View:
    """A stranger is asked to sign in; whoever may not review is refused."""
    return login_required(permission_required("claims.add_review", raise_exception=True)(view))


def hand_of(request: HttpRequest) -> Hand:
    """Who decides, and the reason typed beside."""
    if not isinstance(request.user, User):
        raise TypeError("a view for editors was reached by a stranger")
    return Hand(request.user, request.POST.get("reason", "").strip())


def typed_words(request: HttpRequest) -> dict[str, str]:
    """The fields of a form as they were typed."""
    return {name: str(value) for name, value in request.POST.items()}


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Where a form stood, if that is a page of ours; else the address of that name."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if ours else reverse(otherwise)
