"""How good the machine is today, for everybody; and the gold behind it, for editors."""

import zipfile
from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.accuracy.gold import find_gold
from claims.accuracy.measuring import Row, find_accuracy
from claims.corrections.wording import labels
from claims.views.editors import for_editors


@require_safe
def accuracy(request: HttpRequest) -> HttpResponse:
    """Precision by field, rule, outlet and reader version with intervals; recall; how far samples are."""
    found = find_accuracy()
    named = labels()
    fields = [Row(named[row.name], row.share) for row in found.fields]
    context = {"found": found, "fields": fields, "here": "accuracy"}
    return render(request, "review/accuracy.html", context)


@require_safe
@for_editors
def gold(_request: HttpRequest) -> HttpResponse:
    """The gold of fully reviewed articles as one archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in find_gold():
            archive.writestr(name, words)
    headers = {"Content-Disposition": 'attachment; filename="gold.zip"'}
    return HttpResponse(out.getvalue(), content_type="application/zip", headers=headers)
