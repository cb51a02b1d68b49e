"""The forms of signing in, of being invited and of a second factor."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_login_failed
from django.utils.translation import gettext_lazy as _

from accounts.roles import GROUPS
from accounts.second_factor import has_second_factor, is_right_code

WRONG = _("Nama, kata sandi atau kode tidak cocok. Periksa huruf besar dan kecilnya, lalu coba lagi.")


class SignInForm(AuthenticationForm):
    """Name, password and, for those who switched it on, a code: one answer for whatever is wrong."""

    error_messages = {"invalid_login": WRONG, "inactive": WRONG}
    token = forms.CharField(
        label=_("Kode enam angka, bila Anda memakainya"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean(self) -> dict[str, Any]:
        """Check the code after the password; a wrong one counts towards the lock-out like it."""
        cleaned: dict[str, Any] = super().clean()
        user = self.get_user()
        if isinstance(user, User) and has_second_factor(user):
            code = cleaned.get("token", "")
            if not code or not is_right_code(user, code):
                credentials = {"username": user.get_username()}
                user_login_failed.send(sender=__name__, credentials=credentials, request=self.request)
                raise self.get_invalid_login_error()
        return cleaned


class InvitationForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(label=_("Surel"), max_length=150)
    role = forms.ChoiceField(label=_("Peran"), choices=[(role.name, role.name) for role in GROUPS])


class CodeForm(forms.Form):
    """One code from the authenticator app."""

    code = forms.CharField(
        label=_("Kode enam angka dari aplikasi"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class PasswordForm(forms.Form):
    """The account's own password, asked again before something is taken away."""

    password = forms.CharField(
        label=_("Kata sandi Anda"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
