"""Proposed sources at the desk; they are made and looked at on pages of their own."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from articles.models import Proposal


@admin.register(Proposal)
class ProposalAdmin(admin.ModelAdmin[Proposal]):
    """Proposals: which address, by whom, and how far it is."""

    list_display = ("url", "name", "state", "asked_by", "asked", "source")
    list_filter = ("state",)
    list_select_related = ("asked_by", "source")
    search_fields = ("url", "name")

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """A proposal begins with an address."""
        return redirect("desk:proposals")

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, object] | None = None,
    ) -> HttpResponse:
        """Its own page shows it better than a form."""
        found = self.get_object(request, object_id)
        return redirect(found if found is not None else "desk:proposals")
