"""The log of texts taken down, to be looked at; decisions are made on a page of their own."""

from django.contrib import admin
from django.http import HttpRequest

from articles.models import TakeDown


@admin.register(TakeDown)
class TakeDownAdmin(admin.ModelAdmin[TakeDown]):
    """Take-downs: which text, at whose request, by whom, when and why."""

    list_display = ("at", "action", "article", "requested_by", "user", "revisions")
    list_filter = ("action",)
    list_select_related = ("article", "user")
    search_fields = ("article__url", "requested_by", "reason")
    date_hierarchy = "at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A decision is made beside its article."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: TakeDown | None = None) -> bool:
        """A log is not edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: TakeDown | None = None) -> bool:
        """A log is not deleted."""
        return False
