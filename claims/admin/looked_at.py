"""What the desk shows and never edits, with the way to the page where it is put right."""

from collections.abc import Callable

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import Actor, ActorName, Affiliation, Claim, Reading, Report, Stance, Utterance

# A decision is kept as a Review, or re-linking takes it away: so rows are changed on these pages alone.
PAGES: dict[type[Model], tuple[str, Callable[..., object]]] = {
    Actor: ("review_actor", lambda actor: actor.slug),
    ActorName: ("review_actor", lambda name: name.actor.slug),
    Affiliation: ("review_actor", lambda role: role.actor.slug),
    Claim: ("review_claim", lambda claim: claim.successor_id or claim.pk),
    Stance: ("review_claim", lambda stance: stance.claim_id),
    Utterance: ("review_utterance", lambda utterance: utterance.successor_id or utterance.pk),
    Report: ("review_report", lambda report: report.pk),
    Reading: ("review_whole", lambda reading: reading.revision_id),
}


class LookedAt(admin.ModelAdmin[Model]):
    """Rows that are made elsewhere and only shown here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Made on the pages."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Changed on the pages."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Kept."""
        return False


class PutRight(LookedAt):
    """Rows of the record, each with the way to where it is put right."""

    readonly_fields = ("page",)

    @admin.display(description=gettext_lazy("betulkan"))
    def page(self, row: Model) -> SafeString:
        """The way to the page for editors."""
        name, key_of = PAGES[type(row)]
        address = reverse(f"claims:{name}", args=[key_of(row)])
        return format_html('<a href="{}">{}</a>', address, _("Betulkan"))
