"""An article with what was said in it marked; it stands on this side because marks are what was said."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.timeline.article_page import find_article, find_reading


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The text at its newest revision, or at `revision`: in full for staff, as quotations for the public."""
    found = find_article(pk)
    if found is None:
        raise Http404(_("Tidak ada artikel dengan nomor ini."))
    words = request.GET.get("revision", "")
    number = int(words) if words.isascii() and words.isdigit() and len(words) < 6 else None
    staff = request.user.is_staff
    reading = find_reading(found, number, in_full=staff)
    if reading is None or (words and number is None):
        raise Http404(_("Artikel ini tidak mempunyai revisi itu."))
    return render(request, "articles/article.html", {"reading": reading, "here": ""})
