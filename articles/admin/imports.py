"""Files of sources and their bad lines, to be looked at; they are handed in on a page of their own."""

from django.contrib import admin

from articles.admin.for_looking import ForLooking
from articles.models import BadLine, SourceImport


@admin.register(SourceImport)
class SourceImportAdmin(ForLooking[SourceImport]):
    """Files: who handed them in and what came of them."""

    list_display = ("name", "user", "at", "created", "changed", "unchanged", "bad", "finished", "trouble")
    list_select_related = ("user",)
    search_fields = ("name",)
    exclude = ("content",)


@admin.register(BadLine)
class BadLineAdmin(ForLooking[BadLine]):
    """Lines that were not taken, and why."""

    list_display = ("source_import", "line", "reason")
    list_select_related = ("source_import",)
    search_fields = ("reason",)
