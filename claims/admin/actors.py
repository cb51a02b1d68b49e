"""Actors with their names and roles."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from claims.models import Actor, ActorName, Affiliation


class ActorNameInline(admin.TabularInline[ActorName, Actor]):
    """Every spelling of an actor's name."""

    model = ActorName
    extra = 1


class AffiliationInline(admin.TabularInline[Affiliation, Actor]):
    """Roles with the days between which they were seen."""

    model = Affiliation
    fk_name = "actor"
    raw_id_fields = ("organisation",)
    extra = 0


@admin.register(Actor)
class ActorAdmin(admin.ModelAdmin[Actor]):
    """Actors: who speaks, under which names, for whom."""

    list_display = ("name", "sort", "organisation", "wikidata", "successor")
    list_filter = (
        "sort",
        ("wikidata", admin.EmptyFieldListFilter),
        ("successor", admin.EmptyFieldListFilter),
    )
    list_select_related = ("organisation", "successor")
    search_fields = ("name", "slug", "names__name", "wikidata")
    raw_id_fields = ("organisation", "successor")
    inlines = (ActorNameInline, AffiliationInline)


@admin.register(ActorName)
class ActorNameAdmin(admin.ModelAdmin[ActorName]):
    """Names of actors."""

    list_display = ("name", "kind", "actor", "normal")
    list_filter = ("kind",)
    list_select_related = ("actor",)
    search_fields = ("name", "normal", "actor__name")
    raw_id_fields = ("actor",)


@admin.register(Affiliation)
class AffiliationAdmin(admin.ModelAdmin[Affiliation]):
    """Roles of actors."""

    list_display = ("actor", "role", "organisation", "first_seen", "last_seen")
    list_filter = (("organisation", admin.EmptyFieldListFilter),)
    list_select_related = ("actor", "organisation")
    search_fields = ("actor__name", "role", "organisation__name")
    search_help_text = _("Nama, jabatan atau organisasi")
    raw_id_fields = ("actor", "organisation")
