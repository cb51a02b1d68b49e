"""What came in: leads that are no articles yet, and every exchange."""

from django.contrib import admin
from django.http import HttpRequest

from articles.models import Archive, Backfill, Fetch, Lead, SourceDay


@admin.register(Lead)
class LeadAdmin(admin.ModelAdmin[Lead]):
    """Leads: announced, not yet kept."""

    list_display = ("url", "source", "published", "next_try", "tries", "verdict")
    list_filter = ("source", "verdict")
    list_select_related = ("source",)
    search_fields = ("url", "title")


@admin.register(Fetch)
class FetchAdmin(admin.ModelAdmin[Fetch]):
    """Fetches: every exchange and how it ended."""

    list_display = ("at", "verdict", "status", "url", "source", "size", "took", "note")
    list_filter = ("verdict", "source")
    list_select_related = ("source",)
    search_fields = ("url", "note")
    date_hierarchy = "at"


@admin.register(SourceDay)
class SourceDayAdmin(admin.ModelAdmin[SourceDay]):
    """Days of sources in figures; the machine counts, nobody edits."""

    list_display = ("source", "day", "asked", "answered", "failed", "articles", "statements", "named")
    list_filter = ("day",)
    list_select_related = ("source",)
    search_fields = ("source__name", "source__slug")
    date_hierarchy = "day"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Days are counted."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: SourceDay | None = None) -> bool:
        """Counts are not edited."""
        return False


@admin.register(Archive)
class ArchiveAdmin(admin.ModelAdmin[Archive]):
    """Archive files: how far they were read and what they gave; a command reads them."""

    list_display = ("name", "size", "offset", "records", "started", "finished")
    search_fields = ("name", "digest")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Archives are read by a command."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Archive | None = None) -> bool:
        """What was read is not edited."""
        return False


@admin.register(Backfill)
class BackfillAdmin(admin.ModelAdmin[Backfill]):
    """Walks through the past of a source: how far they are; a command starts them."""

    list_filter = ("source",)
    list_select_related = ("source",)
    search_fields = ("source__name", "source__slug")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A command starts a walk."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Backfill | None = None) -> bool:
        """How far a walk is, is not edited."""
        return False
