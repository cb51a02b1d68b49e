"""What came in: leads that are no articles yet, and every exchange."""

from django.contrib import admin

from articles.admin.for_looking import ForLooking
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
class SourceDayAdmin(ForLooking[SourceDay]):
    """Days of sources in figures; the machine counts, nobody edits."""

    list_display = ("source", "day", "asked", "answered", "failed", "articles", "statements", "named")
    list_filter = ("day",)
    list_select_related = ("source",)
    search_fields = ("source__name", "source__slug")
    date_hierarchy = "day"


@admin.register(Archive)
class ArchiveAdmin(ForLooking[Archive]):
    """Archive files: how far they were read and what they gave; a command reads them."""

    list_display = ("name", "size", "offset", "records", "started", "finished")
    search_fields = ("name", "digest")


@admin.register(Backfill)
class BackfillAdmin(ForLooking[Backfill]):
    """Walks through the past of a source: how far they are; a command starts them."""

    list_filter = ("source",)
    list_select_related = ("source",)
    search_fields = ("source__name", "source__slug")
