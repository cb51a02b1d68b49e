"""Many items of the review queue at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from claims.corrections.verdicts import CannotCorrect
from claims.review.asking import parse_asked
from claims.review.settling import accept_all
from claims.views.editors import for_editors, hand_of


@require_POST
@for_editors
def accept_many(request: HttpRequest) -> HttpResponse:
    """Accept what is open for one rule or outlet."""
    asked = parse_asked(request.POST)
    try:
        done = accept_all(asked, hand_of(request))
    except CannotCorrect as error:
        messages.error(request, str(error))
    else:
        words = ngettext("%(count)d butir diterima.", "%(count)d butir diterima.", done)
        messages.success(request, words % {"count": done})
    return redirect(f"{reverse('claims:review')}?{asked.query}")
