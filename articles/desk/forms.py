"""The forms of the sources desk: the address of an outlet, and what is saved of a proposal."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.agent import allowed
from articles.desk.keeping import Wish, known_source
from articles.desk.wording import sentence_of
from articles.fetching.address import parse_address
from articles.fetching.verdicts import FetchError
from articles.models import Proposal, Source
from articles.outlets import publisher_named, slug_of_host

LONGEST_ADDRESS = 500


class AddressForm(forms.Form):
    """The address of an outlet: front page, feed or article; refused at once where it may not be asked."""

    url = forms.CharField(label=_("Alamat media"), max_length=LONGEST_ADDRESS)

    def clean_url(self) -> str:
        """The address as the guard reads it; a bare host means https."""
        typed: str = self.cleaned_data["url"].strip()
        url = typed if "://" in typed else f"https://{typed}"
        try:
            return parse_address(url, allowed()).url
        except FetchError as error:
            raise ValidationError(sentence_of(error.verdict.value)) from error


class SourceForm(forms.Form):
    """What becomes of a proposal; for a source that is known already only its lists are asked."""

    name = forms.CharField(label=_("Nama"), max_length=120)
    slug = forms.SlugField(label=_("Nama pendek"), max_length=50)
    group = forms.ChoiceField(label=_("Kelompok"), choices=Source.Group)
    pace = forms.FloatField(label=_("Jeda antarpermintaan (detik)"), min_value=0, max_value=3600)
    lists = forms.MultipleChoiceField(label=_("Daftar berita"))

    def __init__(self, proposal: Proposal, sent: QueryDict | None = None) -> None:
        self.proposal, self.known = proposal, known_source(proposal)
        super().__init__(sent, initial=first_values(proposal))
        choices = [(one["url"], one["url"]) for one in proposal.lists if one["stories"]]
        self.fields["lists"] = forms.MultipleChoiceField(choices=choices)
        if self.known is not None:
            for field in ("name", "slug", "group", "pace"):
                self.fields[field].required = False

    def clean_slug(self) -> str:
        """A slug that no other source bears, and that no declaration of another outlet claims."""
        slug: str = self.cleaned_data["slug"]
        if self.known is None and Source.objects.filter(slug=slug).exists():
            raise ValidationError(gettext("Nama pendek ini sudah dipakai sumber lain."))
        if self.known is None and slug != self.proposal.publisher and publisher_named(slug):
            raise ValidationError(gettext("Nama pendek ini milik deklarasi media lain."))
        return slug

    def wish(self) -> Wish:
        """The decision, once the form is valid."""
        fields = self.cleaned_data
        return Wish(
            name=fields["name"],
            slug=fields["slug"],
            group=fields["group"],
            pace=fields["pace"] or 0.0,
            lists=tuple(fields["lists"]),
        )


def first_values(proposal: Proposal) -> dict[str, Any]:
    """Our advice for each field."""
    publisher = publisher_named(proposal.publisher) if proposal.publisher else None
    host = proposal.home.partition("//")[2].strip("/").removeprefix("www.")
    return {
        "name": proposal.name,
        "slug": proposal.publisher or slug_of_host(host),
        "group": publisher.group.value if publisher else Source.Group.NATIONAL.value,
        "pace": Source._meta.get_field("pace").default,
        "lists": [one["url"] for one in proposal.lists if one["chosen"]],
    }
