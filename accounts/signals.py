"""What follows a sign-in, a change of group and a migration."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed, post_migrate
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.apps import AccountsConfig
from accounts.audit import save_deed
from accounts.granting import follow_groups, seed_roles
from accounts.sessions import end_session, note_session


@receiver(post_migrate)
def seed_after_migration(sender: object, **_options: object) -> None:
    """The groups follow the table; this app is the last one, so every permission is there."""
    if isinstance(sender, AccountsConfig):
        seed_roles()


@receiver(user_logged_in)
def note_sign_in(request: HttpRequest, user: User, **_options: object) -> None:
    """Keep where somebody is signed in, and log it."""
    note_session(request, user)
    save_deed(user, user, _("masuk"))


@receiver(user_logged_out)
def note_sign_out(request: HttpRequest, user: User | None, **_options: object) -> None:
    """Log it; the session's row goes with the session."""
    if user is not None:
        end_session(user, request.session.session_key or "")
        save_deed(user, user, _("keluar"))


@receiver(user_login_failed)
def note_failure(credentials: dict[str, Any], **_options: object) -> None:
    """Log a failed sign-in beside the account it was meant for, where there is one."""
    user = User.objects.filter(username=str(credentials.get("username"))[:150].replace("\0", "")).first()
    if user is not None:
        save_deed(user, user, _("gagal masuk"))


@receiver(m2m_changed, sender=User.groups.through)
def follow_change_of_groups(
    instance: User | Group, action: str, pk_set: set[int] | None, **_options: object
) -> None:
    """Whoever enters or leaves a group has its flags at once."""
    if not action.startswith("post_"):
        return
    if isinstance(instance, User):
        follow_groups(instance)
    else:
        for user in User.objects.filter(pk__in=pk_set or ()):
            follow_groups(user)
