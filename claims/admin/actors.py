"""Actors with their names and roles, to look at: they are put right on their own page, with a history."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from claims.admin.looked_at import PutRight
from claims.models import Actor, ActorName, Affiliation


class ActorNameInline(admin.TabularInline[ActorName, Actor]):
    """Every spelling of an actor's name."""

    model = ActorName
    extra = 0


class AffiliationInline(admin.TabularInline[Affiliation, Actor]):
    """Roles with the days between which they were seen."""

    model = Affiliation
    fk_name = "actor"
    raw_id_fields = ("organisation",)
    extra = 0


@admin.register(Actor)
class ActorAdmin(PutRight):
    """Actors: who speaks, under which names, for whom."""

    list_display = ("name", "sort", "organisation", "wikidata", "successor", "page")
    list_filter = (
        "sort",
        ("wikidata", admin.EmptyFieldListFilter),
        ("successor", admin.EmptyFieldListFilter),
    )
    list_select_related = ("organisation", "successor")
    search_fields = ("name", "slug", "names__name", "wikidata")
    inlines = (ActorNameInline, AffiliationInline)


@admin.register(ActorName)
class ActorNameAdmin(PutRight):
    """Names of actors."""

    list_display = ("name", "kind", "actor", "normal", "refused", "page")
    list_filter = ("kind", "refused")
    list_select_related = ("actor",)
    search_fields = ("name", "normal", "actor__name")


@admin.register(Affiliation)
class AffiliationAdmin(PutRight):
    """Roles of actors."""

    list_display = ("actor", "role", "organisation", "first_seen", "last_seen", "refused", "page")
    list_filter = (("organisation", admin.EmptyFieldListFilter), "refused")
    list_select_related = ("actor", "organisation")
    search_fields = ("actor__name", "role", "organisation__name")
    search_help_text = gettext_lazy("Nama, jabatan atau organisasi")
