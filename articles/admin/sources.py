"""Sources at the desk: who is on, how it goes, and a round now."""

from functools import partial

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Feed, Source
from articles.tasks import discover_source


class FeedInline(admin.TabularInline[Feed, Source]):
    """The lists of a source, edited beside it."""

    model = Feed
    extra = 1
    readonly_fields = ("fetched",)


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    """Sources: who is on, how it goes, and a round now."""

    list_display = (
        "name",
        "group",
        "enabled",
        "paused",
        "pace",
        "daily_cap",
        "interval",
        "next_due",
        "last_success",
        "failures",
    )
    list_filter = ("enabled", "group")
    list_editable = ("enabled",)
    search_fields = ("name", "slug", "home", "note")
    readonly_fields = ("next_due", "learnt", "last_success", "failures", "failure", "created")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (FeedInline,)
    actions = ("switch_on", "switch_off", "round_now")

    @admin.action(description=_("Aktifkan sumber terpilih"))
    def switch_on(self, request: HttpRequest, sources: QuerySet[Source]) -> None:
        """Switch sources on; their first round is due at once."""
        self._tell(request, sources.update(enabled=True, next_due=timezone.now()))

    @admin.action(description=_("Matikan sumber terpilih"))
    def switch_off(self, request: HttpRequest, sources: QuerySet[Source]) -> None:
        """Switch sources off; what they gave stays."""
        self._tell(request, sources.update(enabled=False))

    @admin.action(description=_("Ambil sekarang"))
    def round_now(self, request: HttpRequest, sources: QuerySet[Source]) -> None:
        """Start a round of each source now."""
        for source in sources:
            transaction.on_commit(partial(discover_source.delay, source.pk))
        self._tell(request, sources.count())

    def _tell(self, request: HttpRequest, count: int) -> None:
        words = ngettext("%(count)d sumber.", "%(count)d sumber.", count) % {"count": count}
        self.message_user(request, words, messages.SUCCESS)


@admin.register(Feed)
class FeedAdmin(admin.ModelAdmin[Feed]):
    """Lists of sources."""

    list_display = ("url", "source", "fetched")
    list_filter = ("source",)
    list_select_related = ("source",)
    search_fields = ("url",)
