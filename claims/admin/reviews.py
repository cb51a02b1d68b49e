"""Human decisions, to be looked at; they are made on the pages, not here."""

from django.contrib import admin
from django.http import HttpRequest

from claims.models import Review


@admin.register(Review)
class ReviewAdmin(admin.ModelAdmin[Review]):
    """Reviews: who decided what, when and why."""

    list_display = ("at", "user", "model", "row", "field", "reason", "undone")
    list_filter = ("model", "field", ("undone", admin.EmptyFieldListFilter))
    list_select_related = ("user",)
    search_fields = ("reason", "user__username")
    date_hierarchy = "at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A decision is made beside what it decides on."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Review | None = None) -> bool:
        """History is not edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Review | None = None) -> bool:
        """History is not deleted."""
        return False
