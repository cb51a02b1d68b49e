"""The log of texts taken down, to be looked at; decisions are made on a page of their own."""

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.for_looking import ForLooking
from articles.models import TakeDown


@admin.register(TakeDown)
class TakeDownAdmin(ForLooking[TakeDown]):
    """Take-downs: which text, at whose request, by whom, when and why."""

    list_display = ("at", "action", "article", "requested_by", "user", "revisions")
    list_filter = ("action",)
    list_select_related = ("article", "user")
    search_fields = ("article__url", "requested_by", "reason")
    date_hierarchy = "at"

    def has_delete_permission(self, request: HttpRequest, obj: TakeDown | None = None) -> bool:
        """A log is not deleted."""
        return False
