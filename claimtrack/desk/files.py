"""The desk's pages for files of sources: hand one in, see what came of it, take all away."""

from functools import partial

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from accounts.audit import save_deed
from articles.desk.files.exporting import outline_lines, table_lines
from articles.desk.files.importing import LARGEST_FILE, save_import
from articles.models import Source, SourceImport
from articles.tasks import take_in_file
from claimtrack.desk.doors import needs, user_of
from lists.numbers import parse_number

PAGE = 50
FORMATS = {"csv": (table_lines, "text/csv"), "opml": (outline_lines, "text/x-opml")}


class FileForm(forms.Form):
    """One file, CSV or OPML."""

    file = forms.FileField(label=gettext_lazy("Berkas CSV atau OPML"))

    def clean_file(self) -> object:
        """A file of a size that sources can have."""
        given = self.cleaned_data["file"]
        if given.size > LARGEST_FILE:
            raise ValidationError(gettext("Berkas ini lebih besar dari 20 MB. Bagilah menjadi beberapa."))
        return given


@needs("articles.add_sourceimport")
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: HttpRequest) -> HttpResponse:
    """Hand a file in; a worker takes it in, its page tells how far it is."""
    posted = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if posted else FileForm()
    if posted and form.is_valid():
        given = form.cleaned_data["file"]
        with transaction.atomic():
            kept = save_import(given.name or "", given.read(), user_of(request).pk)
            save_deed(user_of(request), kept, gettext("Berkas diserahkan."), added=True)
            transaction.on_commit(partial(take_in_file.delay, kept.pk))
        return redirect("desk:file", kept.pk)
    recent = SourceImport.objects.defer("content").select_related("user")[:20]
    context = {"form": form, "recent": recent, "here": "sources"}
    return render(request, "desk/files.html", context, status=422 if form.errors else 200)


@needs("articles.add_sourceimport")
@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of one file: counts, and the bad lines by number, fifty a page."""
    given = get_object_or_404(SourceImport.objects.defer("content").select_related("user"), pk=pk)
    after = parse_number(request.GET.get("after", ""), digits=9)
    bad = list(given.bad_lines.filter(line__gt=after).order_by("line")[: PAGE + 1])
    context = {
        "given": given,
        "bad": bad[:PAGE],
        "next": bad[PAGE - 1].line if len(bad) > PAGE else None,
        "here": "sources",
    }
    return render(request, "desk/file.html", context)


@needs("articles.view_source")
@require_safe
def export(_request: HttpRequest, form: str) -> HttpResponseBase:
    """All sources as a file."""
    lines, content_type = FORMATS[form]
    headers = {"Content-Disposition": f'attachment; filename="sources.{form}"'}
    content_type = f"{content_type}; charset=utf-8"
    return StreamingHttpResponse(lines(Source.objects.all()), content_type=content_type, headers=headers)
