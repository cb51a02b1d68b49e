"""The desk's doors: who may come in, and who it is."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]


def needs(permission: str) -> Callable[[View], View]:
    """A door for those who have the permission: others are refused, strangers are asked to log in."""
    check = permission_required(permission, raise_exception=True)
    return lambda view: login_required(check(view))


def user_of(request: HttpRequest) -> User:
    """Who is logged in; the doors let nobody else through."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
