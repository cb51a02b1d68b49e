"""The desk's page for taking an article's text down: both sides in one transaction, nothing half done."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.audit import save_deed
from articles.models import Article, TakeDown
from articles.takedowns import let_in, take_down
from claims.store import erase_withheld
from claimtrack.desk.doors import needs, user_of


class TakeDownForm(forms.Form):
    """Whose request it is, and why."""

    requested_by = forms.CharField(label=gettext_lazy("Atas permintaan siapa"), max_length=300)
    reason = forms.CharField(
        label=gettext_lazy("Alasan"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


@needs("articles.take_down")
@require_http_methods(["GET", "HEAD", "POST"])
def takedown(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the text down, or let later text in again; the log of both stands below."""
    article = get_object_or_404(Article.objects.select_related("source"), pk=pk)
    form = TakeDownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _decide(request, article, form)
        return redirect("desk:takedown", article.pk)
    log = article.takedowns.select_related("user")
    context = {"article": article, "form": form, "action": action_for(article), "log": log}
    return render(request, "desk/takedown.html", context, status=422 if form.errors else 200)


def action_for(article: Article) -> TakeDown.Action:
    """What can be decided now."""
    return TakeDown.Action.LET_IN if article.withheld else TakeDown.Action.WITHHELD


def _decide(request: HttpRequest, article: Article, form: TakeDownForm) -> None:
    fields = form.cleaned_data
    said = {"requested_by": fields["requested_by"], "reason": fields["reason"]}
    if request.POST.get("action") != action_for(article):
        messages.warning(request, _("Orang lain sudah memutuskan ini lebih dulu. Tidak ada yang diubah."))
        return
    with transaction.atomic():
        if action_for(article) == TakeDown.Action.WITHHELD:
            take_down(article, user=user_of(request).pk, **said)
            while erase_withheld():
                pass
            words = _("Teks dicabut atas permintaan %(who)s.")
        else:
            let_in(article, user=user_of(request).pk, **said)
            words = _("Teks baru diizinkan lagi atas permintaan %(who)s.")
        save_deed(user_of(request), article, words % {"who": said["requested_by"]})
    messages.success(request, words % {"who": said["requested_by"]})
