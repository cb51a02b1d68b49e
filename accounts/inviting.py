"""Invitations by e-mail: made, mailed as a signed link, withdrawn, and taken up once."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.core import signing
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.audit import save_deed
from accounts.granting import give_role, role_of
from accounts.models import Invitation
from accounts.roles import may_invite

SALT = "accounts.invitation"
LASTS = timedelta(days=7)


class NotInvitable(ValueError):
    """Nobody can be invited so; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def save_invitation(by: User, email: str, role: str) -> Invitation:
    """Invite an address in a role.

    Raises NotInvitable: "role" for a role above the inviter's, "known" where an account has the
    address, "open" where an invitation to it is open.
    """
    address = email.strip().lower()
    if role not in may_invite(role_of(by)):
        raise NotInvitable("role")
    if User.objects.filter(email__iexact=address).exists():
        raise NotInvitable("known")
    now = timezone.now()
    stale = Invitation.objects.filter(email=address, used=None, withdrawn=None, expires__lte=now)
    stale.update(withdrawn=now)
    try:
        with transaction.atomic():
            made = Invitation.objects.create(email=address, role=role, by=by, expires=now + LASTS)
    except IntegrityError as error:
        raise NotInvitable("open") from error
    save_deed(by, made, role, added=True)
    return made


def withdraw(by: User, pk: int) -> bool:
    """Take an open invitation back; whether there was one."""
    invitation = Invitation.objects.open().filter(pk=pk).first()
    if invitation is None:
        return False
    taken = Invitation.objects.filter(pk=pk, used=None, withdrawn=None).update(withdrawn=timezone.now())
    if taken:
        save_deed(by, invitation, "withdrawn")
    return bool(taken)


def token_of(invitation: Invitation) -> str:
    """The signed word in the mail's link."""
    return signing.dumps(invitation.pk, salt=SALT)


def find_invitation(token: str) -> Invitation | None:
    """The open invitation that a link names; None where it is forged, used, withdrawn or too old."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    return Invitation.objects.open().filter(pk=pk).first()


@transaction.atomic
def take_up(invitation: Invitation, password: str) -> User | None:
    """Make the invited account; None where the invitation was used a moment ago."""
    open_still = Invitation.objects.open().filter(pk=invitation.pk)
    if not open_still.update(used=timezone.now()):
        return None
    name = invitation.email[:150]
    if User.objects.filter(username=name).exists():
        return None
    user = User.objects.create_user(name, email=invitation.email, password=password)
    give_role(user, invitation.role)
    save_deed(user, user, invitation.role, added=True)
    return user
