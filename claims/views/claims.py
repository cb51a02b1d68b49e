"""Claims: the list, and the timeline of one."""

from datetime import datetime, time

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.filters import STATES, parse_asked
from claims.list_columns import CLAIMS, claim_columns
from claims.list_feeds import claim_item
from claims.lists import find_claim_page
from claims.timeline.claim_page import find_claim, find_timeline
from claims.views.listing import Listed, answer_list


@require_safe
def claims(request: HttpRequest) -> HttpResponseBase:
    """Fifty claims a page, the latest movement first; `format` gives the same claims as a file."""
    asked = parse_asked(request.GET, STATES)
    states = [(state, asked.query(status=state)) for state in ("", *STATES)]
    claims_list = Listed(CLAIMS, _("Klaim"), find_claim_page, claim_columns, claim_item)
    return answer_list(request, claims_list, asked, {"states": states})


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
