"""Human decisions, to be looked at; they are made on the pages, not here."""

from django.contrib import admin

from claims.admin.looked_at import LookedAt
from claims.models import Review, RuledReport


@admin.register(Review)
class ReviewAdmin(LookedAt):
    """Reviews: who decided what, when and why."""

    list_display = ("at", "user", "model", "row", "field", "reason", "undone")
    list_filter = ("model", "field", ("undone", admin.EmptyFieldListFilter))
    list_select_related = ("user",)
    search_fields = ("reason", "user__username")
    date_hierarchy = "at"


@admin.register(RuledReport)
class RuledReportAdmin(LookedAt):
    """The reports that decisions speak of, by their place in their text."""

    list_display = ("review", "revision", "start", "end", "speaker", "side", "actor")
    list_select_related = ("review", "revision", "actor")
    search_fields = ("speaker", "revision__title")
