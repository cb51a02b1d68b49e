"""What editors do to an actor on its page: each deed with the words of its form."""

from collections.abc import Callable, Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from claims.corrections.actors import correct_actor, open_actor, plain_words
from claims.corrections.bearers import find_one
from claims.corrections.history import Hand
from claims.corrections.roles import add_role, correct_role, remove_role
from claims.corrections.spellings import add_spelling, change_spelling, remove_spelling
from claims.corrections.verdicts import CannotCorrect, in_words
from claims.models import Actor, Report, Review
from claims.store import assign_speaker, keep_actors_apart, merge_actors, split_actor

Words = Mapping[str, str]


def settle_deed(actor: Actor, deed: str, words: Words, chosen: Sequence[str], hand: Hand) -> None:
    """Do what a form asks for; raises CannotCorrect, changing nothing.

    `chosen` are the ids of utterances ticked. A reason must be told wherever two actors become one or not.
    """
    if deed not in DEEDS:
        raise CannotCorrect(_("Pilih salah satu dari daftar."))
    with transaction.atomic(), in_words():
        if deed == "part":
            part(actor, words, chosen, hand)
        else:
            DEEDS[deed](actor, words, hand)


def number_of(words: str) -> int:
    """An id as a form sends it; 0 for anything else."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < 18 else 0


def part(actor: Actor, words: Words, chosen: Sequence[str], hand: Hand) -> None:
    """Give what was ticked to another actor, or to a new one of a new name."""
    open_actor(actor.pk, words.get("seen"))
    check_reason(hand, "part")
    ids = [number_of(one) for one in chosen]
    reports = list(Report.objects.current().filter(utterance__in=ids, utterance__actor=actor))
    if len({report.utterance_id for report in reports}) != len(set(ids)):
        raise CannotCorrect(_("Ujaran ini tidak lagi diucapkan aktor itu. Muat ulang halamannya."), "part")
    name, speaker = (plain_words(words.get(field, "")) for field in ("new", "speaker"))
    if bool(name) == bool(speaker):
        raise CannotCorrect(_("Tulis nama aktor baru, atau pilih aktor yang sudah ada."), "part")
    try:
        if name:
            split_actor(actor, reports, hand.user, hand.reason, name)
        else:
            give(actor, reports, find_one(speaker, "part"), hand)
    except CannotCorrect:
        raise
    except ValueError as error:
        raise CannotCorrect(str(error), "part") from error


def give(actor: Actor, reports: Sequence[Report], to: Actor, hand: Hand) -> Review:
    """Say that another, known actor spoke."""
    if to.pk == actor.pk:
        raise CannotCorrect(_("Itu aktor yang sama. Pilih yang lain."), "part")
    return assign_speaker(reports, to, hand.user, hand.reason)


def keep_apart(actor: Actor, words: Words, hand: Hand) -> Review:
    """Say that two are not one."""
    check_reason(hand, "apart")
    return keep_actors_apart(actor, other_actor(words), hand.user, hand.reason)


def join(actor: Actor, words: Words, hand: Hand) -> Review:
    """Make two one; `stays` is the id of the one that goes on."""
    check_reason(hand)
    other, stays = other_actor(words), number_of(words.get("stays", ""))
    if stays not in {actor.pk, other.pk}:
        raise CannotCorrect(_("Pilih mana yang tetap."))
    into, gone = (actor, other) if stays == actor.pk else (other, actor)
    return merge_actors(into, gone, hand.user, hand.reason)


def other_actor(words: Words) -> Actor:
    """The other actor of a form."""
    other = Actor.objects.filter(pk=number_of(words.get("other", ""))).first()
    if other is None:
        raise CannotCorrect(_("Aktor itu tidak ada. Muat ulang halamannya."))
    return other


def check_reason(hand: Hand, field: str = "") -> None:
    """Raises CannotCorrect where no reason is told."""
    if not hand.reason:
        raise CannotCorrect(_("Tulis alasannya."), field)


DEEDS: dict[str, Callable[[Actor, Words, Hand], object]] = {
    "columns": lambda actor, words, hand: correct_actor(actor.pk, words, hand, words.get("seen")),
    "spell": lambda actor, words, hand: add_spelling(
        actor.pk, words.get("spelling", ""), words.get("kind", ""), hand, words.get("seen")
    ),
    "kind": lambda actor, words, hand: change_spelling(
        actor.pk, number_of(words.get("row", "")), words.get("kind", ""), hand, words.get("seen")
    ),
    "unspell": lambda actor, words, hand: remove_spelling(
        actor.pk, number_of(words.get("row", "")), hand, words.get("seen")
    ),
    "role": lambda actor, words, hand: add_role(actor.pk, words, hand, words.get("seen")),
    "mend": lambda actor, words, hand: correct_role(
        actor.pk, number_of(words.get("row", "")), words, hand, words.get("seen")
    ),
    "unrole": lambda actor, words, hand: remove_role(
        actor.pk, number_of(words.get("row", "")), hand, words.get("seen")
    ),
    "apart": keep_apart,
    "join": join,
    "part": lambda _actor, _words, _hand: None,
}
