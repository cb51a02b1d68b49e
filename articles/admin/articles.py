"""Articles and their revisions at the desk: where they stand, when they were seen, and a look again."""

from functools import partial

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Article, Revision
from articles.tasks import fetch_article


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

    @admin.action(description=_("Ambil lagi artikel terpilih"), permissions=["change"])
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
