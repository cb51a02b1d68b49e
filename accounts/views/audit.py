"""The log of who did what, to read and to take away."""

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.audit import LOG, PAGE, find_deeds, log_columns, parse_asked
from lists.answers import file_of
from lists.rows import WRITERS


@require_safe
@login_required
@permission_required("admin.view_logentry", raise_exception=True)
def audit(request: HttpRequest) -> HttpResponseBase:
    """Fifty deeds a page, the latest first; `format` gives all of them as a file under the same filters."""
    asked = parse_asked(request.GET)
    deeds = find_deeds(asked)
    kept = request.GET.copy()
    form = request.GET.get("format", "")
    if form in WRITERS:
        return file_of(form, LOG, map(log_columns, deeds.iterator(chunk_size=500)))
    found = list(deeds[: PAGE + 1])
    shown = found[:PAGE]
    kept["before"] = str(shown[-1].pk) if shown else ""
    following = kept.urlencode() if len(found) > PAGE else ""
    kept.pop("before")
    kept["format"] = "csv"
    models = ContentType.objects.filter(logentry__isnull=False).distinct().order_by("model")
    context = {
        "rows": shown,
        "asked": asked,
        "models": [(model.model, model.name) for model in models],
        "next": following,
        "csv": kept.urlencode(),
        "here": "audit",
    }
    return render(request, "accounts/audit.html", context)
