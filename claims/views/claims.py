"""Claims: the list, and the timeline of one."""

from datetime import datetime, time

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.filters import PAGE, STATES, claim_cursor, claims_after, claims_asked, parse_asked
from claims.timeline.claim_page import find_claim, find_timeline
from claims.timeline.claim_rows import rows_of


@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    """Fifty claims a page, the latest movement first."""
    asked = parse_asked(request.GET, STATES)
    found = list(claims_after(claims_asked(asked), asked.cursor))
    shown = found[:PAGE]
    context = {
        "asked": asked,
        "rows": rows_of(shown, timezone.now()),
        "states": [(state, asked.query(status=state)) for state in ("", *STATES)],
        "next": asked.query(page=claim_cursor(shown[-1])) if len(found) > PAGE else "",
        "first": asked.query(),
        "here": "claims",
    }
    return render(request, "claims/claims.html", context)


@require_safe
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """The claim's timeline; a merged claim leads to its successor. `at` replays the record of that moment."""
    found = find_claim(pk)
    if found is None:
        raise Http404(_("Tidak ada klaim dengan nomor ini."))
    if found.successor:
        return redirect(found.successor, permanent=True)
    words = request.GET.get("at", "")
    at = _moment(words)
    timeline = find_timeline(found, timezone.now(), at)
    context = {"timeline": timeline, "at": at, "lost": bool(words) and at is None, "here": "claims"}
    return render(request, "claims/claim.html", context)


def _moment(words: str) -> datetime | None:
    """A moment as a date field sends it, in Jakarta's time, a day meaning its end; None for anything else."""
    try:
        day = parse_date(words[:40])
        moment = datetime.combine(day, time.max) if day else parse_datetime(words[:40])
        aware = timezone.make_aware(moment) if moment and timezone.is_naive(moment) else moment
        return timezone.localtime(aware) if aware else None
    except (ValueError, OverflowError):
        return None
