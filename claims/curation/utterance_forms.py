"""What the forms of an utterance's page do: each in one transaction, refused in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from claims.corrections.bearers import find_one
from claims.corrections.history import Hand
from claims.corrections.verdicts import CannotCorrect, in_words
from claims.curation.claim_forms import MOST_CHOSEN
from claims.curation.state import check_utterance
from claims.models import Report, Review, Utterance
from claims.store import assign_speaker, merge_utterances, split_utterance
from claims.store.links import take_turn
from lists.numbers import parse_number

NEW = "new"


@dataclass(frozen=True, slots=True)
class Form:
    """A form that somebody sent from the page of an utterance."""

    utterance: Utterance
    fields: QueryDict
    hand: Hand

    def told(self, name: str) -> str:
        """One field, without what no database takes."""
        return self.fields.get(name, "").replace("\0", "").strip()

    @property
    def reports(self) -> Sequence[Report]:
        """Those that are ticked; they must hang on this utterance."""
        ticked = {parse_number(words) for words in self.fields.getlist("report")[:MOST_CHOSEN]} - {0}
        found = list(Report.objects.current().filter(pk__in=ticked, utterance=self.utterance))
        if len(found) != len(ticked):
            raise CannotCorrect(
                _("Laporan ini tidak lagi termasuk ujaran itu. Muat ulang halamannya."), "parts"
            )
        if not found:
            raise CannotCorrect(_("Pilih sedikitnya satu laporan."), "parts")
        return found


def settle_utterance(form: Form, deed: str) -> Review:
    """Do what a form of the page asks; raises CannotCorrect, changing nothing, where it cannot be."""
    with transaction.atomic():
        take_turn()
        form.utterance.refresh_from_db()
        check_utterance(form.utterance, form.told("seen"))
        with in_words():
            return DEEDS[deed](form)


def part_utterance(form: Form) -> Review:
    """Make the ticked reports an utterance of their own."""
    return split_utterance(form.utterance, form.reports, form.hand.user, form.hand.reason)


def merge_into_this(form: Form) -> Review:
    """Merge another occasion into this one."""
    other = Utterance.objects.filter(pk=parse_number(form.told("other"))).first()
    if other is None:
        raise CannotCorrect(_("Pilih ujaran yang hendak digabung."), "twins")
    return merge_utterances(form.utterance, other, form.hand.user, form.hand.reason)


def give_speaker(form: Form) -> Review:
    """Say who speaks in the ticked reports: a known actor by name, or a new one."""
    name = form.told("speaker")[:300]
    if not name:
        raise CannotCorrect(_("Tulis nama penuturnya."), "speaker")
    actor = None if form.told("fresh") == NEW else find_one(name, "speaker")
    return assign_speaker(form.reports, actor, form.hand.user, form.hand.reason, name)


DEEDS: dict[str, Callable[[Form], Review]] = {
    "split": part_utterance,
    "merge": merge_into_this,
    "speaker": give_speaker,
}
