"""The record: readings, reports, utterances, claims and the stances between them."""

from django.contrib import admin

from claims.models import Claim, FailedReading, Reading, Report, Stance, Utterance


class StanceInline(admin.TabularInline[Stance, Claim]):
    """How utterances stand to a claim."""

    model = Stance
    fields = ("utterance", "kind", "score", "taken", "decision")
    readonly_fields = ("score",)
    raw_id_fields = ("utterance",)
    extra = 0


@admin.register(Claim)
class ClaimAdmin(admin.ModelAdmin[Claim]):
    """Claims: what is said to be so, by whomever."""

    list_display = ("title", "first_said", "last_moved", "origin_known", "target", "successor")
    list_filter = ("origin_known", "title_by_editor", ("successor", admin.EmptyFieldListFilter))
    search_fields = ("title", "target")
    raw_id_fields = ("successor", "target_actor")
    date_hierarchy = "last_moved"
    inlines = (StanceInline,)


@admin.register(Stance)
class StanceAdmin(admin.ModelAdmin[Stance]):
    """Stances: typed links with score, reason and the human word on them."""

    list_display = ("claim", "kind", "utterance", "score", "taken", "decision", "linker_version")
    list_filter = ("kind", "taken", "decision", "linker_version")
    list_select_related = ("claim", "utterance__actor")
    search_fields = ("claim__title", "utterance__actor__name")
    raw_id_fields = ("utterance", "claim")


@admin.register(Utterance)
class UtteranceAdmin(admin.ModelAdmin[Utterance]):
    """Utterances: one actor, one occasion."""

    list_display = ("id", "actor", "on_behalf_of", "said_on", "not_later_than", "place", "successor")
    list_filter = (("actor", admin.EmptyFieldListFilter), ("successor", admin.EmptyFieldListFilter))
    list_select_related = ("actor", "on_behalf_of", "successor__actor")
    search_fields = ("actor__name", "reports__exact")
    raw_id_fields = ("actor", "on_behalf_of", "successor")
    date_hierarchy = "not_later_than"


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin[Report]):
    """Reports: what the reader found in one revision."""

    list_display = ("exact", "speaker_name", "cue_word", "kind", "quote", "published", "rule", "score")
    list_filter = ("kind", "quote", "rule", ("superseded", admin.EmptyFieldListFilter), "article__source")
    search_fields = ("exact", "speaker_name")
    raw_id_fields = ("reading", "article", "revision", "utterance")
    date_hierarchy = "published"
    show_full_result_count = False


@admin.register(Reading)
class ReadingAdmin(admin.ModelAdmin[Reading]):
    """Readings: which revision was read by which reader version."""

    list_display = ("revision", "reader_version", "read", "linked")
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
