"""What editors do to an actor on its page: each deed with the words of its form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from claims.corrections.actors import correct_actor, open_actor, plain_words
from claims.corrections.bearers import find_one
from claims.corrections.history import Hand
from claims.corrections.roles import add_role, correct_role, remove_role
from claims.corrections.spellings import add_spelling, change_spelling, remove_spelling
from claims.corrections.verdicts import CannotCorrect, in_words
from claims.models import Actor, Report, Review
from claims.store import CannotDecide, assign_speaker, keep_actors_apart, merge_actors, split_actor
from lists.numbers import parse_number


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was sent: its words by field, and the ids of utterances that were ticked."""

    words: Mapping[str, str]
    chosen: Sequence[str] = ()

    @property
    def seen(self) -> str | None:
        """The mark of what the editor saw."""
        return self.words.get("seen")

    @property
    def row(self) -> int:
        """The id of the spelling or role that it is about."""
        return parse_number(self.words.get("row", ""))


def settle_deed(actor: Actor, form: Form, hand: Hand) -> None:
    """Do what a form asks for; raises CannotCorrect, changing nothing.

    A reason must be told wherever two actors become one, are held apart or parted.
    """
    deed = DEEDS.get(form.words.get("deed", ""))
    if deed is None:
        raise CannotCorrect(_("Pilih salah satu dari daftar."))
    with transaction.atomic(), in_words():
        deed(actor, form, hand)


def part(actor: Actor, form: Form, hand: Hand) -> None:
    """Give what was ticked to another actor, or to a new one of a new name."""
    open_actor(actor.pk, form.seen)
    check_reason(hand, "part")
    ids = {parse_number(one) for one in form.chosen}
    reports = list(Report.objects.current().filter(utterance__in=ids, utterance__actor=actor))
    if {report.utterance_id for report in reports} != ids:
        raise CannotCorrect(_("Ujaran ini tidak lagi diucapkan aktor itu. Muat ulang halamannya."), "part")
    name, speaker = (plain_words(form.words.get(field, "")) for field in ("new", "speaker"))
    if bool(name) == bool(speaker):
        raise CannotCorrect(_("Tulis nama aktor baru, atau pilih aktor yang sudah ada."), "part")
    try:
        if name:
            split_actor(actor, reports, hand.user, hand.reason, name)
        else:
            give(actor, reports, find_one(speaker, "part"), hand)
    except CannotDecide as error:
        raise CannotCorrect(str(error), "part") from error


def give(actor: Actor, reports: Sequence[Report], to: Actor, hand: Hand) -> Review:
    """Say that another, known actor spoke."""
    if to.pk == actor.pk:
        raise CannotCorrect(_("Itu aktor yang sama. Pilih yang lain."), "part")
    return assign_speaker(reports, to, hand.user, hand.reason)


def keep_apart(actor: Actor, form: Form, hand: Hand) -> Review:
    """Say that two are not one."""
    check_reason(hand, "apart")
    return keep_actors_apart(actor, other_actor(form), hand.user, hand.reason)


def join(actor: Actor, form: Form, hand: Hand) -> Review:
    """Make two one; `stays` is the id of the one that goes on."""
    check_reason(hand)
    other, stays = other_actor(form), parse_number(form.words.get("stays", ""))
    if stays not in {actor.pk, other.pk}:
        raise CannotCorrect(_("Pilih mana yang tetap."))
    into, gone = (actor, other) if stays == actor.pk else (other, actor)
    return merge_actors(into, gone, hand.user, hand.reason)


def other_actor(form: Form) -> Actor:
    """The other actor of a form."""
    other = Actor.objects.filter(pk=parse_number(form.words.get("other", ""))).first()
    if other is None:
        raise CannotCorrect(_("Aktor itu tidak ada. Muat ulang halamannya."))
    return other


def check_reason(hand: Hand, field: str = "") -> None:
    """Raises CannotCorrect where no reason is told."""
    if not hand.reason:
        raise CannotCorrect(_("Tulis alasannya."), field)


DEEDS: dict[str, Callable[[Actor, Form, Hand], object]] = {
    "columns": lambda actor, form, hand: correct_actor(actor.pk, form.words, hand, form.seen),
    "spell": lambda actor, form, hand: add_spelling(
        actor.pk, form.words.get("spelling", ""), form.words.get("kind", ""), hand, form.seen
    ),
    "kind": lambda actor, form, hand: change_spelling(
        actor.pk, form.row, form.words.get("kind", ""), hand, form.seen
    ),
    "unspell": lambda actor, form, hand: remove_spelling(actor.pk, form.row, hand, form.seen),
    "role": lambda actor, form, hand: add_role(actor.pk, form.words, hand, form.seen),
    "mend": lambda actor, form, hand: correct_role(actor.pk, form.row, form.words, hand, form.seen),
    "unrole": lambda actor, form, hand: remove_role(actor.pk, form.row, hand, form.seen),
    "apart": keep_apart,
    "join": join,
    "part": part,
}
