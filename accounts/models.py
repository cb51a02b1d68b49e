"""Rows of accounts: where somebody is signed in, and who is invited."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import GROUPS


class SignIn(models.Model):
    """One session of one account: when and from where it began; ending it deletes both rows."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sign_ins")
    session = models.CharField(max_length=40, unique=True)
    agent = models.CharField(_("peramban"), max_length=200, blank=True)
    address = models.GenericIPAddressField(_("alamat"), null=True, blank=True)
    since = models.DateTimeField(_("sejak"), default=timezone.now)

    class Meta:
        verbose_name = _("sesi masuk")
        verbose_name_plural = _("sesi masuk")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.user} {self.since:%Y-%m-%d %H:%M}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Questions about invitations."""

    def open(self) -> Self:
        """Not used, not withdrawn, not too old."""
        return self.filter(used=None, withdrawn=None, expires__gt=timezone.now())


class Invitation(models.Model):
    """Somebody asked by e-mail to join in a role; the signed link in the mail works once."""

    email = models.EmailField(_("surel"))
    role = models.CharField(_("peran"), max_length=20, choices=[(role.name, role.name) for role in GROUPS])
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("saat"), default=timezone.now)
    expires = models.DateTimeField(_("berlaku sampai"))
    used = models.DateTimeField(_("dipakai"), null=True, blank=True)
    withdrawn = models.DateTimeField(_("ditarik"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("undangan")
        verbose_name_plural = _("undangan")
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(used=None) | Q(withdrawn=None), name="invitation_one_end"),
            models.UniqueConstraint(
                fields=["email"], condition=Q(used=None, withdrawn=None), name="invitation_once_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} ({self.role})"
