"""Doors of the read queue for mails: the page that asks for one answers before it is sent."""

from celery import shared_task

from accounts import mailing


@shared_task(name="accounts.send_reset")
def send_reset(email: str, site: str, language: str) -> bool:
    """Mail a link for a new password."""
    return mailing.send_reset(email, site, language)


@shared_task(name="accounts.send_invitation")
def send_invitation(pk: int, site: str, language: str) -> bool:
    """Mail an invitation."""
    return mailing.send_invitation(pk, site, language)
