"""Signing in and out, and a new password by mail."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import views as auth
from django.contrib.auth.forms import PasswordResetForm
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import get_language

from accounts.forms import SignInForm
from accounts.tasks import send_reset


class SignIn(auth.LoginView):
    """Name, password, and a code where one is asked for."""

    template_name = "accounts/login.html"
    authentication_form = SignInForm

    def get_context_data(self, **more: object) -> dict[str, Any]:
        """Say so to somebody who is signed in already but was sent here for lack of rights."""
        return super().get_context_data(refused=self.request.user.is_authenticated, here="", **more)


class Reset(auth.PasswordResetView):
    """Ask for a new password: known address or not, the same answer after the same work."""

    template_name = "accounts/reset.html"
    success_url = reverse_lazy("accounts:reset_sent")

    def form_valid(self, form: forms.BaseForm) -> HttpResponse:
        """Hand the address to the worker; nothing here asks whether an account has it."""
        assert isinstance(form, PasswordResetForm)  # noqa: S101 - the library names the argument too widely
        site = f"{self.request.scheme}://{self.request.get_host()}"
        language = get_language() or settings.LANGUAGE_CODE
        send_reset.delay(form.cleaned_data["email"], site, language)
        return forms_redirect(str(self.success_url))


def forms_redirect(address: str) -> HttpResponse:
    """To the page that follows a form."""
    return HttpResponse(status=302, headers={"Location": address})


login = SignIn.as_view()
logout = auth.LogoutView.as_view(next_page="claims:today")
reset = Reset.as_view()
reset_sent = auth.PasswordResetDoneView.as_view(template_name="accounts/reset_sent.html")
reset_confirm = auth.PasswordResetConfirmView.as_view(
    template_name="accounts/reset_confirm.html", success_url=reverse_lazy("accounts:reset_done")
)
reset_done = auth.PasswordResetCompleteView.as_view(template_name="accounts/reset_done.html")
