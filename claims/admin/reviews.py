"""Human decisions, to be looked at; they are made on the pages, not here."""

from django.contrib import admin

from claims.admin.looked_at import LookedAt
from claims.models import CarriedReview, Review, RuledReport


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


@admin.register(CarriedReview)
class CarriedReviewAdmin(LookedAt):
    """Decisions that speak on the same words in another revision, or whose words an edit took."""

    list_display = ("at", "review", "report", "lost")
    list_filter = ("lost",)
    list_select_related = ("review", "report")
    search_fields = ("review__reason", "report__exact")
