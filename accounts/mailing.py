"""Sends the mails of accounts, in the language of the page that asked for them."""

from django.contrib.auth.forms import PasswordResetForm
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.inviting import token_of
from accounts.models import Invitation


def send_reset(email: str, site: str, language: str) -> bool:
    """Mail a link for a new password where the address belongs to an account; whether the address is one.

    `site` is the origin, "https://host".
    """
    scheme, _colon, host = site.partition("://")
    form = PasswordResetForm({"email": email})
    if not form.is_valid():
        return False
    with override(language):
        form.save(
            domain_override=host,
            use_https=scheme == "https",
            subject_template_name="accounts/mail/reset_subject.txt",
            email_template_name="accounts/mail/reset.txt",
        )
    return True


def send_invitation(pk: int, site: str, language: str) -> bool:
    """Mail the link of an open invitation; whether there was one."""
    invitation = Invitation.objects.open().filter(pk=pk).first()
    if invitation is None:
        return False
    link = site + reverse("accounts:take_up", args=[token_of(invitation)])
    with override(language):
        words = render_to_string("accounts/mail/invitation.txt", {"invitation": invitation, "link": link})
        send_mail(_("Undangan ke ClaimTrack"), words, None, [invitation.email])
    return True
