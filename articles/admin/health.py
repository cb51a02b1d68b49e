"""The desk of health: how sources fared and what was told of it, to be looked at."""

from django.contrib import admin

from articles.admin.for_looking import ForLooking
from articles.models import Alert, Spell


@admin.register(Spell)
class SpellAdmin(ForLooking[Spell]):
    """How sources fared, stretch by stretch."""

    list_display = ("source", "state", "why", "since", "began", "seen", "ended")
    list_filter = ("state", "source")
    list_select_related = ("source",)
    search_fields = ("source__name", "source__slug")


@admin.register(Alert)
class AlertAdmin(ForLooking[Alert]):
    """Alerts: what was told, and what keeps a channel from telling."""

    list_display = ("spell", "channel", "sent", "tries", "next_try", "failure")
    list_filter = ("channel", "spell__source")
    list_select_related = ("spell__source",)
    search_fields = ("spell__source__name", "failure")
