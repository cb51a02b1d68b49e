"""The desk of health: how sources fared and what was told of it, to be looked at."""

from typing import TypeVar

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from articles.models import Alert, Spell

_Row = TypeVar("_Row", bound=Model)


class ForLooking(admin.ModelAdmin[_Row]):
    """Rows that the machine writes: they are looked at, not edited."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds them by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: _Row | None = None) -> bool:
        """Nobody edits them."""
        return False


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
