"""One's own account: role, password, where it is signed in, and the second factor."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.models import User
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.audit import save_deed
from accounts.forms import CodeForm, PasswordForm
from accounts.granting import role_of
from accounts.second_factor import drawn, has_second_factor, switch_off, switch_on, waiting_device
from accounts.sessions import end_others, end_session, find_sessions, note_session


def signed_in(request: HttpRequest) -> User:
    """Who asks; for views that only the signed-in reach."""
    if not isinstance(request.user, User):
        raise TypeError("a view for the signed-in was reached by a stranger")
    return request.user


@never_cache
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Who one is here, and where one is signed in."""
    user = signed_in(request)
    context = {
        "role": role_of(user),
        "sessions": find_sessions(user),
        "current": request.session.session_key,
        "second": has_second_factor(user),
        "here": "account",
    }
    return render(request, "accounts/account.html", context)


@require_POST
@login_required
def end(request: HttpRequest) -> HttpResponse:
    """End one session of one's own, or all others."""
    user, key = signed_in(request), request.POST.get("session", "")
    if key == "others":
        end_others(user, request.session.session_key or "")
    else:
        end_session(user, key)
    messages.success(request, _("Sesi itu diakhiri."))
    return redirect("accounts:account")


class ChangePassword(PasswordChangeView):
    """A new password; every other session ends."""

    template_name = "accounts/password.html"
    success_url = reverse_lazy("accounts:account")

    def form_valid(self, form: forms.BaseForm) -> HttpResponse:
        """Change it, keep this session, end the others."""
        assert isinstance(form, PasswordChangeForm)  # noqa: S101 - the library names the argument too widely
        answer = super().form_valid(form)
        user = signed_in(self.request)
        note_session(self.request, user)
        end_others(user, self.request.session.session_key or "")
        save_deed(user, user, _("kata sandi diganti"))
        messages.success(self.request, _("Kata sandi Anda sudah diganti; sesi lain diakhiri."))
        return answer


password = ChangePassword.as_view()


@never_cache
@login_required
@sensitive_post_parameters("code", "password")
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Switch the second factor on by a first code, or off by one's password."""
    user = signed_in(request)
    if has_second_factor(user):
        return _switch_off(request, user)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        codes = switch_on(user, form.cleaned_data["code"])
        if codes is not None:
            save_deed(user, user, _("faktor kedua dipasang"))
            return _shown(request, codes=codes)
        form.add_error("code", _("Kode itu tidak cocok. Tunggu kode berikutnya, lalu coba lagi."))
    device = waiting_device(user)
    return _shown(request, form=form, drawing=drawn(device), address=device.config_url)


def _switch_off(request: HttpRequest, user: User) -> HttpResponse:
    form = PasswordForm(request.POST or None)
    if form.is_valid():
        if user.check_password(form.cleaned_data["password"]):
            switch_off(user)
            save_deed(user, user, _("faktor kedua dilepas"))
            messages.success(request, _("Faktor kedua dilepas."))
            return redirect("accounts:account")
        form.add_error("password", _("Kata sandi itu tidak cocok."))
    return _shown(request, form=form, on=True)


def _shown(request: HttpRequest, **context: object) -> HttpResponse:
    return render(request, "accounts/second_factor.html", {**context, "here": "account"})
