"""Sources at the desk: who is on, how it goes, a round now, a pause with its reason."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.models import Feed, Source, SourceDay
from articles.tasks import discover_source

DAYS_SHOWN = 28


class FeedInline(admin.TabularInline[Feed, Source]):
    """The lists of a source, edited beside it."""

    model = Feed
    extra = 1
    readonly_fields = ("fetched",)


class DayInline(admin.TabularInline[SourceDay, Source]):
    """How the source fared in the last four weeks, in figures."""

    model = SourceDay
    fields = ("day", "asked", "answered", "failed", "latency", "articles", "edits", "statements", "named")
    readonly_fields = fields
    extra = 0
    can_delete = False
    ordering = ("-day",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceDay]:
        """The days that a desk looks back on."""
        return super().get_queryset(request).filter(day__gt=timezone.localdate() - timedelta(days=DAYS_SHOWN))

    def has_add_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        """Days are counted by the machine."""
        return False


class SourceActionForm(ActionForm):
    """Why sources are paused, and until when; for the other actions both stay empty."""

    reason = forms.CharField(label=_("Alasan jeda"), max_length=300, required=False)
    until = forms.CharField(label=_("Dijeda sampai"), required=False, help_text=_("kosong: tanpa batas"))


def end_of_pause(words: str) -> datetime | None:
    """The beginning of a day in Jakarta; None for what is no day to come."""
    try:
        day = parse_date(words)
    except ValueError:
        return None
    if day is None or not timezone.localdate() < day < date.max:
        return None
    return timezone.make_aware(datetime.combine(day, time()))


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    """Sources: who is on, how it goes, and a round now."""

    list_display = (
        "name",
        "group",
        "enabled",
        "paused",
        "paused_until",
        "pace",
        "daily_cap",
        "interval",
        "next_due",
        "last_success",
        "failures",
    )
    list_filter = ("enabled", ("paused", admin.EmptyFieldListFilter), "group")
    list_editable = ("enabled",)
    search_fields = ("name", "slug", "home", "note")
    readonly_fields = ("next_due", "learnt", "last_success", "failures", "failure", "created")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (FeedInline, DayInline)
    actions = ("switch_on", "switch_off", "round_now", "pause", "go_on")
    action_form = SourceActionForm
    fieldsets = (
        (None, {"fields": ("name", "slug", "home", "group", "note")}),
        (_("Jalannya"), {"fields": ("enabled", "paused", "paused_until", "pace", "interval", "daily_cap")}),
        (_("Jam tenang"), {"fields": ("quiet_from", "quiet_until")}),
        (_("Keadaan"), {"fields": readonly_fields}),
    )

    @admin.action(description=_("Aktifkan sumber terpilih"), permissions=["change"])
    def switch_on(self, request: HttpRequest, sources: QuerySet[Source]) -> None:
        """Switch sources on; their first round is due at once."""
        self._change(request, sources, gettext("Diaktifkan."), enabled=True, next_due=timezone.now())

    @admin.action(description=_("Matikan sumber terpilih"), permissions=["change"])
    def switch_off(self, request: HttpRequest, sources: QuerySet[Source]) -> None:
        """Switch sources off; what they gave stays."""
        self._change(request, sources, gettext("Dimatikan."), enabled=False)

    @admin.action(description=_("Ambil sekarang"), permissions=["change"])
    def round_now(self, request: HttpRequest, sources: QuerySet[Source]) -> None:
        """Start a round of each source now."""
        chosen = list(sources)
        for source in chosen:
            transaction.on_commit(partial(discover_source.delay, source.pk))
        self._log(request, chosen, gettext("Diambil sekarang."))

    @admin.action(description=_("Jeda, dengan alasan"), permissions=["change"])
    def pause(self, request: HttpRequest, sources: QuerySet[Source]) -> None:
        """Ask nothing of these sources until a day, or until somebody lets them go on."""
        reason, typed = (request.POST.get(name, "").replace("\0", "").strip() for name in ("reason", "until"))
        until = end_of_pause(typed)
        if not reason or (typed and until is None):
            words = gettext("Tulis alasan jeda, dan tanggalnya seperti 2026-12-31. Tidak ada yang diubah.")
            self.message_user(request, words, messages.ERROR)
            return
        words = gettext("Dijeda: %(reason)s") % {"reason": reason[:300]}
        self._change(request, sources, words, paused=reason[:300], paused_until=until)

    @admin.action(description=_("Akhiri jeda"), permissions=["change"])
    def go_on(self, request: HttpRequest, sources: QuerySet[Source]) -> None:
        """Let paused sources go on."""
        self._change(request, sources, gettext("Jeda diakhiri."), paused="", paused_until=None)

    def _change(self, request: HttpRequest, sources: QuerySet[Source], words: str, **fields: object) -> None:
        with transaction.atomic():
            chosen = list(sources)
            Source.objects.filter(pk__in=[source.pk for source in chosen]).update(**fields)
            self._log(request, chosen, words)

    def _log(self, request: HttpRequest, sources: Iterable[Source], words: str) -> None:
        chosen = list(sources)
        LogEntry.objects.log_actions(request.user.pk or 0, chosen, CHANGE, words)
        told = ngettext("%(count)d sumber.", "%(count)d sumber.", len(chosen)) % {"count": len(chosen)}
        self.message_user(request, told, messages.SUCCESS)


@admin.register(Feed)
class FeedAdmin(admin.ModelAdmin[Feed]):
    """Lists of sources."""

    list_display = ("url", "source", "fetched")
    list_filter = ("source",)
    list_select_related = ("source",)
    search_fields = ("url",)
