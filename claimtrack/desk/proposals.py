"""The desk's pages for adding a source by its address: ask, look at what was found, save, switch on."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.audit import save_deed
from articles.desk.forms import AddressForm, SourceForm
from articles.desk.keeping import save_proposal, save_source, switch_on
from articles.desk.wording import sentence_of
from articles.models import Proposal, Source
from articles.tasks import discover_source, look_into_proposal
from claimtrack.desk.doors import needs, user_of
from claimtrack.desk.previews import read_previews
from claimtrack.desk.progress import find_progress

RECENT = 20


@needs("articles.add_source")
@require_http_methods(["GET", "HEAD", "POST"])
def proposals(request: HttpRequest) -> HttpResponse:
    """Ask for an address and show the last proposals; a good address leads on to its own page."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            proposal = save_proposal(form.cleaned_data["url"], user_of(request).pk)
            save_deed(user_of(request), proposal, _("Alamat diusulkan."), added=True)
            transaction.on_commit(partial(look_into_proposal.delay, proposal.pk))
        return redirect(proposal)
    recent = Proposal.objects.select_related("source", "asked_by")[:RECENT]
    context = {"form": form, "recent": recent, "here": "sources"}
    return render(request, "desk/proposals.html", context, status=422 if form.errors else 200)


@needs("articles.add_source")
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """What was found at an address; posting saves it as a source that stays switched off."""
    proposed = get_object_or_404(Proposal.objects.select_related("source"), pk=pk)
    if proposed.source is not None:
        return _saved(request, proposed, proposed.source)
    form = SourceForm(proposed, request.POST or None)
    if request.method == "POST" and proposed.state == Proposal.State.FOUND and form.is_valid():
        _save(request, proposed, form)
        return redirect(proposed)
    context = {
        "proposal": proposed,
        "form": form,
        "lists": [{**one, "trouble": sentence_of(one["verdict"])} for one in proposed.lists],
        "trouble": sentence_of(proposed.verdict),
        "previews": read_previews(proposed),
        "here": "sources",
    }
    return render(request, "desk/proposal.html", context, status=422 if form.errors else 200)


def _saved(request: HttpRequest, proposed: Proposal, source: Source) -> HttpResponse:
    context = {"proposal": proposed, "progress": find_progress(source), "here": "sources"}
    return render(request, "desk/saved.html", context)


def _save(request: HttpRequest, proposed: Proposal, form: SourceForm) -> None:
    with transaction.atomic():
        source, is_new = save_source(proposed, form.wish())
        words = _("Sumber dibuat dari %(url)s.") if is_new else _("Daftar berita ditambahkan dari %(url)s.")
        save_deed(user_of(request), source, words % {"url": proposed.url}, added=is_new)
    messages.success(request, _("Tersimpan. Sumber ini belum aktif."))


@needs("articles.change_source")
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch the saved source on; its first round starts at once."""
    proposed = get_object_or_404(Proposal.objects.select_related("source"), pk=pk)
    source = proposed.source
    if source is not None:
        with transaction.atomic():
            if switch_on(source):
                save_deed(user_of(request), source, _("Diaktifkan."))
                transaction.on_commit(partial(discover_source.delay, source.pk))
    return redirect(proposed)


@needs("articles.add_source")
@require_POST
def look_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at the same address anew, as a proposal of its own."""
    with transaction.atomic():
        fresh = save_proposal(get_object_or_404(Proposal, pk=pk).url, user_of(request).pk)
        save_deed(user_of(request), fresh, _("Dilihat lagi."), added=True)
        transaction.on_commit(partial(look_into_proposal.delay, fresh.pk))
    return redirect(fresh)
