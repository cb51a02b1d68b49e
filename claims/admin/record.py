"""The record: readings, reports, utterances, claims and the stances between them, to be looked at."""

from django.contrib import admin

from claims.admin.looked_at import PutRight
from claims.models import Claim, FailedReading, Reading, Report, Stance, Utterance


class StanceInline(admin.TabularInline[Stance, Claim]):
    """How utterances stand to a claim."""

    model = Stance
    fields = ("utterance", "kind", "machine_kind", "score", "taken", "decision")
    extra = 0


@admin.register(Claim)
class ClaimAdmin(PutRight):
    """Claims: what is said to be so, by whomever."""

    list_display = ("title", "first_said", "last_moved", "origin_known", "target", "successor", "page")
    list_filter = ("origin_known", "title_by_editor", ("successor", admin.EmptyFieldListFilter))
    search_fields = ("title", "target")
    date_hierarchy = "last_moved"
    inlines = (StanceInline,)


@admin.register(Stance)
class StanceAdmin(PutRight):
    """Stances: typed links with score, reason and the human word on them."""

    list_display = ("claim", "kind", "utterance", "score", "taken", "decision", "linker_version", "page")
    list_filter = ("kind", "taken", "decision", "linker_version")
    list_select_related = ("claim", "utterance__actor")
    search_fields = ("claim__title", "utterance__actor__name")


@admin.register(Utterance)
class UtteranceAdmin(PutRight):
    """Utterances: one actor, one occasion."""

    list_display = ("id", "actor", "on_behalf_of", "said_on", "not_later_than", "place", "successor", "page")
    list_filter = (("actor", admin.EmptyFieldListFilter), ("successor", admin.EmptyFieldListFilter))
    list_select_related = ("actor", "on_behalf_of", "successor__actor")
    search_fields = ("actor__name", "reports__exact")
    date_hierarchy = "not_later_than"


@admin.register(Report)
class ReportAdmin(PutRight):
    """Reports: what the reader found in one revision."""

    list_display = (
        "exact",
        "speaker_name",
        "cue_word",
        "kind",
        "quote",
        "published",
        "rule",
        "score",
        "page",
    )
    list_filter = ("kind", "quote", "rule", ("superseded", admin.EmptyFieldListFilter), "article__source")
    search_fields = ("exact", "speaker_name")
    date_hierarchy = "published"
    show_full_result_count = False


@admin.register(Reading)
class ReadingAdmin(PutRight):
    """Readings: which revision was read by which reader version."""

    list_display = ("revision", "reader_version", "read", "linked", "page")
    list_filter = ("reader_version", ("linked", admin.EmptyFieldListFilter))
    list_select_related = ("revision",)
    search_fields = ("revision__title", "revision__article__url")
    raw_id_fields = ("revision",)


@admin.register(FailedReading)
class FailedReadingAdmin(admin.ModelAdmin[FailedReading]):
    """Readings that broke, with what broke."""

    list_display = ("revision", "reader_version", "tries", "next_try", "note")
    list_filter = ("reader_version",)
    list_select_related = ("revision",)
    search_fields = ("note", "revision__title")
    raw_id_fields = ("revision",)
