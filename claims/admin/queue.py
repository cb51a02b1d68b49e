"""The review queue at the desk, to be looked at; it is worked on at /review/."""

from django.contrib import admin

from claims.admin.looked_at import LookedAt
from claims.models import FullReview, QueueItem


@admin.register(QueueItem)
class QueueItemAdmin(LookedAt):
    """Queue items: why somebody should look, who did, what came of it."""

    list_display = ("__str__", "source", "reason", "state", "assigned", "decided_by", "decided", "week")
    list_filter = ("reason", "state", "week")
    list_select_related = ("report", "spell__source", "source", "assigned", "decided_by")
    search_fields = ("report__exact",)


@admin.register(FullReview)
class FullReviewAdmin(LookedAt):
    """Revisions read to the end by somebody."""

    list_display = ("revision", "user", "at", "found", "missed", "reader_version")
    list_select_related = ("revision", "user")
    search_fields = ("revision__title",)
