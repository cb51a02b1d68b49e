"""What the forms of a claim page do: each in one transaction, refused in words beside its part."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from claims.corrections.history import Hand
from claims.corrections.titles import correct_title
from claims.corrections.verdicts import CannotCorrect, in_words
from claims.curation.finding import choose_claim
from claims.curation.state import check_claim
from claims.models import Claim, QueueItem, Review, Stance, Utterance
from claims.review.settling import close, verdict_of
from claims.store import (
    accept_stance,
    keep_claims_apart,
    merge_claims,
    move_utterances,
    refuse_stance,
    split_claim,
)
from claims.store.links import take_turn
from claims.values import StanceKind
from lists.numbers import parse_number

KINDS = tuple(kind.value for kind in StanceKind)
MOST_CHOSEN = 200


@dataclass(frozen=True, slots=True)
class Form:
    """A form that somebody sent from the page of a claim."""

    claim: Claim
    fields: QueryDict
    hand: Hand

    def told(self, name: str) -> str:
        """One field, without what no database takes."""
        return self.fields.get(name, "").replace("\0", "").strip()

    @property
    def utterances(self) -> list[Utterance]:
        """Those that are ticked."""
        return list(Utterance.objects.filter(pk__in=self.numbers("utterance")))

    def numbers(self, name: str) -> list[int]:
        """The ids that a field gives; what is no id is passed over."""
        return [number for number in map(parse_number, self.fields.getlist(name)[:MOST_CHOSEN]) if number]


def settle_claim(form: Form, deed: str) -> Review:
    """Do what a form of a claim's page asks; raises CannotCorrect, changing nothing, where it cannot be."""
    with transaction.atomic():
        take_turn()
        form.claim.refresh_from_db()
        check_claim(form.claim, form.told("seen"))
        with in_words():
            return DEEDS[deed](form)


def name_claim(form: Form) -> Review:
    """Give it another title."""
    return correct_title(form.claim.pk, form.fields.get("title", ""), form.hand)


def accept_link(form: Form) -> Review:
    """Confirm a link, as the stance chosen."""
    stance = find_stance(form)
    review = accept_stance(stance, form.hand.user, form.hand.reason, parse_kind(form.told("kind")))
    close_items(stance, QueueItem.State.ACCEPTED, [review], form.hand)
    return review


def refuse_link(form: Form) -> Review:
    """Part an utterance from the claim, or turn down what the machine proposed."""
    stance = find_stance(form)
    review = refuse_stance(stance, form.hand.user, form.hand.reason)
    close_items(stance, QueueItem.State.REFUSED, [review], form.hand)
    return review


def find_stance(form: Form) -> Stance:
    """The link that a form is about; it must be one of this claim."""
    stance = Stance.objects.filter(pk=parse_number(form.told("stance")), claim=form.claim).first()
    if stance is None:
        raise CannotCorrect(_("Kaitan ini tidak ada lagi. Muat ulang halamannya."))
    return stance


def parse_kind(words: str) -> StanceKind | None:
    """A stance as a form sends it; None for none. Raises CannotCorrect for what is no stance."""
    if words and words not in KINDS:
        raise CannotCorrect(_("Pilih salah satu sikap dari daftar."), "kind")
    return StanceKind(words) if words else None


def close_items(stance: Stance, state: str, reviews: Sequence[Review], hand: Hand) -> None:
    """Whatever waits in the queue about this link is settled with it."""
    for item in QueueItem.objects.open().filter(stance=stance.pk).exclude(report=None):
        if item.report_id:
            verdict = verdict_of(item.report_id, list(reviews))
            close(QueueItem.objects.filter(pk=item.pk), state, verdict, hand.user)


def part_claim(form: Form) -> Review:
    """Make what is ticked a claim of its own."""
    return split_claim(form.claim, form.utterances, form.hand.user, form.hand.reason)


def move_away(form: Form) -> Review:
    """Tie what is ticked to another claim."""
    kind = parse_kind(form.told("kind"))
    into = choose_claim(form.told("other"))
    check_all_here(form)
    return move_utterances(into, form.utterances, form.hand.user, form.hand.reason, kind)


def check_all_here(form: Form) -> None:
    """What is ticked stands to this claim."""
    here = Stance.objects.filter(claim=form.claim, taken=True).exclude(decision=Stance.Decision.REFUSED)
    wanted = set(form.numbers("utterance"))
    if wanted - set(here.filter(utterance__in=wanted).values_list("utterance", flat=True)):
        raise CannotCorrect(_("Ujaran ini tidak lagi termasuk klaim itu. Muat ulang halamannya."))


def bring_here(form: Form) -> Review:
    """Tie an utterance of another claim, or of none, to this one."""
    kind = parse_kind(form.told("kind"))
    return move_utterances(form.claim, form.utterances, form.hand.user, form.hand.reason, kind)


def merge_with(form: Form) -> Review:
    """Merge with the other claim; the one in `keep` keeps its title and address."""
    other = choose_claim(form.told("other"))
    check_claim(other, form.told("seen_other"))
    kept = parse_number(form.told("keep"))
    if kept not in (form.claim.pk, other.pk):
        raise CannotCorrect(_("Pilih klaim yang judul dan alamatnya tetap."))
    into, gone = (form.claim, other) if kept == form.claim.pk else (other, form.claim)
    return merge_claims(into, gone, form.hand.user, form.hand.reason)


def keep_apart(form: Form) -> Review:
    """Say that the two are not the same claim."""
    return keep_claims_apart(form.claim, choose_claim(form.told("other")), form.hand.user, form.hand.reason)


DEEDS: dict[str, Callable[[Form], Review]] = {
    "title": name_claim,
    "accept": accept_link,
    "refuse": refuse_link,
    "split": part_claim,
    "move": move_away,
    "tie": bring_here,
    "merge": merge_with,
    "apart": keep_apart,
}
