"""What the desk shows and nobody adds or edits there."""

from typing import TypeVar

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

_Row = TypeVar("_Row", bound=Model)


class ForLooking(admin.ModelAdmin[_Row]):
    """Rows that the machine writes: they are looked at, not edited."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds them by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: _Row | None = None) -> bool:
        """Nobody edits them."""
        return False
