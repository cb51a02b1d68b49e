"""One claim to take away: as linked data, and as a feed of what is said on it."""

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.linked_data import claim_document
from claims.list_feeds import report_item
from claims.lists import find_reports_on
from claims.models import Claim
from claims.timeline.claim_page import find_claim, find_timeline
from lists.answers import feed_of

LINKED = "application/ld+json"


@require_safe
def claim_data(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The claim as JSON-LD; a merged claim leads to its successor."""
    claim = _find(pk)
    if claim.successor_id:
        return redirect("claims:claim_data", claim.successor_id, permanent=True)
    document = claim_document(find_timeline(claim, timezone.now()), request.build_absolute_uri)
    return JsonResponse(document, content_type=LINKED, json_dumps_params={"ensure_ascii": False})


@require_safe
def claim_feed(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The fifty newest reports on the claim, as Atom; a merged claim leads to its successor."""
    claim = _find(pk)
    if claim.successor_id:
        return redirect("claims:claim_feed", claim.successor_id, permanent=True)
    items = (report_item(row, request.build_absolute_uri) for row in find_reports_on(claim))
    return feed_of(request, claim.title, items, page=reverse("claims:claim", args=[claim.pk]))


def _find(pk: int) -> Claim:
    claim = find_claim(pk)
    if claim is None:
        raise Http404(_("Tidak ada klaim dengan nomor ini."))
    return claim
