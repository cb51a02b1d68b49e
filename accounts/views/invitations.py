"""Inviting people, and taking an invitation up."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.forms import InvitationForm
from accounts.granting import role_of
from accounts.inviting import NotInvitable, find_invitation, save_invitation, take_up, withdraw
from accounts.models import Invitation
from accounts.roles import may_invite
from accounts.tasks import send_invitation
from accounts.views.account import signed_in

SHOWN = 50


def reason_of(code: str) -> str:
    """Why nobody can be invited so, in words."""
    return {
        "role": _("Anda tidak dapat memberi peran di atas peran Anda sendiri."),
        "known": _("Sudah ada akun dengan surel itu."),
        "open": _("Undangan ke surel itu masih terbuka; tarik dulu bila ingin mengubahnya."),
    }[code]


@login_required
@permission_required("accounts.add_invitation", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: HttpRequest) -> HttpResponse:
    """The latest invitations, and a form for one more."""
    user = signed_in(request)
    form = InvitationForm(request.POST or None)
    if form.is_valid() and _invite(request, user, form):
        return redirect("accounts:invitations")
    context = {
        "form": form,
        "roles": may_invite(role_of(user)),
        "rows": Invitation.objects.select_related("by")[:SHOWN],
        "open": set(Invitation.objects.open().values_list("pk", flat=True)[:SHOWN]),
        "here": "account",
    }
    return render(request, "accounts/invitations.html", context)


def _invite(request: HttpRequest, user: User, form: InvitationForm) -> bool:
    try:
        made = save_invitation(user, form.cleaned_data["email"], form.cleaned_data["role"])
    except NotInvitable as error:
        form.add_error("role" if error.code == "role" else "email", reason_of(error.code))
        return False
    site = f"{request.scheme}://{request.get_host()}"
    language = get_language() or "id"
    transaction.on_commit(lambda: send_invitation.delay(made.pk, site, language))
    messages.success(request, _("Undangan dikirim ke %(email)s.") % {"email": made.email})
    return True


@require_POST
@login_required
@permission_required("accounts.change_invitation", raise_exception=True)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw an open invitation."""
    if withdraw(signed_in(request), pk):
        messages.success(request, _("Undangan ditarik."))
    else:
        messages.error(request, _("Undangan itu sudah dipakai, ditarik atau lewat waktunya."))
    return redirect("accounts:invitations")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password and be in; a link that does not work any more says so."""
    invitation = find_invitation(token)
    if invitation is None:
        return render(request, "accounts/not_invited.html", {"here": ""}, status=410)
    form = SetPasswordForm(User(username=invitation.email, email=invitation.email), request.POST or None)
    if form.is_valid():
        user = take_up(invitation, form.cleaned_data["new_password1"])
        if user is None:
            return render(request, "accounts/not_invited.html", {"here": ""}, status=410)
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("accounts:account")
    return render(request, "accounts/take_up.html", {"form": form, "invitation": invitation, "here": ""})
