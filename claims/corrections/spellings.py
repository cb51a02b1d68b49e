"""People decide about the spellings of an actor's name: add one, say what kind it is, remove a wrong one."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from claims.corrections.actors import MODEL, check_name, open_actor, plain_words, settle
from claims.corrections.bearers import find_bearer
from claims.corrections.history import Hand, keep_review
from claims.corrections.verdicts import CannotCorrect
from claims.linking.namesakes import plain_key
from claims.models import Actor, ActorName, Review

FIELD = "spelling"


class Borne(CannotCorrect):
    """Another actor bears the name; perhaps the two are one."""

    def __init__(self, other: Actor) -> None:
        words = _("%(name)s juga bernama begitu. Kalau orangnya sama, gabungkan keduanya.")
        super().__init__(words % {"name": other.name}, FIELD)
        self.other = other


@transaction.atomic
def add_spelling(pk: int, words: str, kind: str, hand: Hand, seen: str | None = None) -> Review:
    """Whoever is printed so is this actor from now on; raises CannotCorrect, Borne where another bears it."""
    actor, name = open_actor(pk, seen), plain_words(words)
    form = check_name(name, FIELD)
    check_kind(kind)
    row = actor.names.filter(name=name).first()
    if row and not row.refused:
        raise CannotCorrect(_("Ejaan itu sudah ada."), FIELD)
    if bearer := find_bearer(actor, name):
        raise Borne(bearer)
    leads = form != plain_key(actor.key) and actor.sort != Actor.SortChoice.UNNAMED
    return decide(actor, name, None, {"kind": kind, "leads": leads}, hand)


@transaction.atomic
def change_spelling(pk: int, row: int, kind: str, hand: Hand, seen: str | None = None) -> Review:
    """Say of what kind a spelling is."""
    actor = open_actor(pk, seen)
    spelling = find_spelling(actor, row)
    check_kind(kind)
    if kind == spelling.kind:
        raise CannotCorrect(_("Tidak ada yang berubah."), FIELD)
    return decide(actor, spelling.name, spelling.kind, {"kind": kind}, hand)


@transaction.atomic
def remove_spelling(pk: int, row: int, hand: Hand, seen: str | None = None) -> Review:
    """Say that an actor is not called so; the machine does not bring it back."""
    actor = open_actor(pk, seen)
    spelling = find_spelling(actor, row)
    if spelling.name == actor.name:
        raise CannotCorrect(_("Ini nama yang ditampilkan. Pilih dahulu nama lain untuk ditampilkan."), FIELD)
    return decide(actor, spelling.name, spelling.kind, {"kind": None}, hand)


def decide(
    actor: Actor, name: str, before: str | None, after: dict[str, str | bool | None], hand: Hand
) -> Review:
    """Keep a decision on one spelling and bring the rows in line."""
    change = {FIELD: name, "kind": before}, {FIELD: name, **after}
    review = keep_review(hand, (MODEL, actor.pk, FIELD), *change)
    settle(actor)
    return review


def find_spelling(actor: Actor, row: int) -> ActorName:
    """A spelling that stands."""
    rows: QuerySet[ActorName] = actor.names.filter(pk=row, refused=False)
    spelling = rows.first()
    if spelling is None:
        raise CannotCorrect(_("Ejaan itu tidak ada lagi. Muat ulang halamannya."))
    return spelling


def check_kind(kind: str) -> None:
    """Raises CannotCorrect for a kind that there is not."""
    if kind not in ActorName.KindChoice.values:
        raise CannotCorrect(_("Pilih salah satu dari daftar."), FIELD)
