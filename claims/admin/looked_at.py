"""What the desk shows and never edits."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest


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
