"""Where an account is signed in, and the end of one such session."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from accounts.address import address_of
from accounts.browsers import name_of
from accounts.models import SignIn

STORE: Any = import_module(settings.SESSION_ENGINE).SessionStore


def note_session(request: HttpRequest, user: User) -> None:
    """Keep that this session is this account's."""
    if not request.session.session_key:
        request.session.save()
    seen = {
        "user": user,
        "agent": request.META.get("HTTP_USER_AGENT", "")[:200].replace("\0", ""),
        "address": address_of(request),
    }
    SignIn.objects.update_or_create(session=str(request.session.session_key), defaults=seen)


def find_sessions(user: User) -> list[tuple[SignIn, str]]:
    """The account's living sessions with their browsers, the latest first; dead ones are swept away."""
    living = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    user.sign_ins.exclude(session__in=living).delete()
    return [(one, name_of(one.agent)) for one in user.sign_ins.order_by("-since", "-pk")]


def end_session(user: User, key: str) -> None:
    """Sign one session of this account out, wherever it is."""
    if user.sign_ins.filter(session=key).delete()[0]:
        STORE(key).delete()


def end_others(user: User, key: str) -> None:
    """Sign every session of this account out but one."""
    for one in user.sign_ins.exclude(session=key):
        end_session(user, one.session)
