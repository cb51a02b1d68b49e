"""The desk for what was published: sources switched on and off, articles looked at again."""

from functools import partial

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Article, Feed, Fetch, Lead, Revision, Source
from articles.tasks import discover_source, fetch_article


class FeedInline(admin.TabularInline[Feed, Source]):
    """The lists of a source, edited beside it."""

    model = Feed
    extra = 1
    readonly_fields = ("fetched",)


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    """Sources: who is on, how it goes, and a round now."""

    list_display = ("name", "group", "enabled", "pace", "interval", "next_due", "last_success", "failures")
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


class RevisionInline(admin.TabularInline[Revision, Article]):
    """The revisions of an article, to be looked at, not edited."""

    model = Revision
    fields = ("number", "title", "published", "modified", "fetched")
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Revisions come from fetching alone."""
        return False


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin[Article]):
    """Articles: where they stand, when they were seen, and a look again."""

    list_display = ("url", "source", "kind", "first_seen", "last_seen", "next_visit", "visits", "removed")
    list_filter = ("source", "kind", ("removed", admin.EmptyFieldListFilter))
    list_select_related = ("source",)
    search_fields = ("url", "revisions__title")
    date_hierarchy = "first_seen"
    readonly_fields = ("first_seen", "last_seen", "removed", "visits")
    inlines = (RevisionInline,)
    actions = ("fetch_again",)

    @admin.action(description=_("Ambil lagi artikel terpilih"))
    def fetch_again(self, request: HttpRequest, articles: QuerySet[Article]) -> None:
        """Look at the articles again now."""
        for article in articles:
            transaction.on_commit(partial(fetch_article.delay, article.pk))
        count = articles.count()
        words = ngettext("%(count)d artikel.", "%(count)d artikel.", count) % {"count": count}
        self.message_user(request, words, messages.SUCCESS)


@admin.register(Revision)
class RevisionAdmin(admin.ModelAdmin[Revision]):
    """Revisions: the text as it stood."""

    list_display = ("title", "article", "number", "published", "modified", "fetched", "language", "truncated")
    list_filter = ("article__source", "language", "truncated")
    list_select_related = ("article",)
    search_fields = ("title", "article__url")
    exclude = ("html",)
    raw_id_fields = ("article",)


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


@admin.register(Feed)
class FeedAdmin(admin.ModelAdmin[Feed]):
    """Lists of sources."""

    list_display = ("url", "source", "fetched")
    list_filter = ("source",)
    list_select_related = ("source",)
    search_fields = ("url",)
