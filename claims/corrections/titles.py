"""An editor's title for a claim: it stays whatever the machine would call it, and can be taken back."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims.corrections.history import Hand, keep_review, standing_reviews, take_back
from claims.corrections.verdicts import CannotCorrect
from claims.models import Claim, Review
from claims.store.links import take_turn

MODEL, FIELD, LONGEST = "claim", "title", 500


@transaction.atomic
def correct_title(pk: int, words: str, hand: Hand) -> Review:
    """Call a claim so; raises CannotCorrect for no words, too many, and a claim that was merged away."""
    take_turn()
    title = " ".join(words.replace("\0", "").split())
    claim = Claim.objects.select_for_update().filter(pk=pk, successor=None).first()
    if claim is None:
        raise CannotCorrect(_("Klaim ini sudah digabung atau dihapus. Muat ulang halamannya."))
    if not title or title == claim.title:
        raise CannotCorrect(_("Tulis judul yang lain."), FIELD)
    if len(title) > LONGEST:
        raise CannotCorrect(_("Terlalu panjang."), FIELD)
    review = keep_review(hand, (MODEL, pk, FIELD), {"title": claim.title}, {"title": title})
    claim.title, claim.title_by_editor = title, True
    claim.save(update_fields=["title", "title_by_editor"])
    return review


@transaction.atomic
def undo_title(review: Review, by: User) -> None:
    """Take a title back: the last editor's that stands, else what the machine calls the claim now."""
    take_turn()
    take_back(review, by)
    claim = Claim.objects.select_for_update().get(pk=review.row)
    standing = [one for one in standing_reviews(MODEL, claim.pk) if one.field == FIELD]
    before = (review.before or {}).get("title", claim.title)
    claim.title = (standing[-1].after or {})["title"] if standing else claim.machine_title or before
    claim.title_by_editor = bool(standing)
    claim.save(update_fields=["title", "title_by_editor"])
