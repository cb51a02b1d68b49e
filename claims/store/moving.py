"""Moves utterances from one claim to another by hand: parted there and joined here as one decision."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from claims.linking.propositions import BESIDE
from claims.models import Claim, Report, Review, Utterance
from claims.store.links import relink_topics, take_turn
from claims.store.places import Pin, Place, places_of
from claims.store.rulings import keep_review
from claims.store.standing import claim_of, reports_of_claim, reports_of_utterances, speaker_of, topics_of
from claims.store.verdicts import NotDecidable
from claims.values import StanceKind


@transaction.atomic
def move_utterances(
    into: Claim, utterances: Sequence[Utterance], by: User, reason: str = "", kind: StanceKind | None = None
) -> Review:
    """Tie utterances of another claim, or of none, to this one, as this kind of stance where one is given.

    They stand with this claim and apart from what they left in every later linking and reading; a claim that
    is left empty leads here. A denial that the machine missed is tied so to what it denies. Raises
    NotDecidable, changing nothing, where that cannot be; the words say what to do.
    """
    take_turn()
    into.refresh_from_db()
    source = find_source(into, utterances)
    moved, there = reports_of_utterances(utterances), reports_of_claim(into)
    check_reports(moved, utterances)
    ours, theirs = places_of(moved), places_of(there)
    if not theirs:
        raise NotDecidable(_("Klaim tujuan tidak punya laporan lagi. Pilih klaim lain."))
    left = places_of(reports_of_claim(source)) - ours if source else frozenset()
    who = ", ".join(dict.fromkeys(filter(None, map(speaker_of, utterances))))
    before = {"who": who, **({"claim": source.pk, "title": source.title} if source else {})}
    after = {"claim": into.pk, "title": into.title, "kind": kind.value if kind else None}
    place = ("claim", source.pk if source else into.pk, "moved")
    topics = topics_of(moved, there, *([reports_of_claim(source)] if source else []))
    review = keep_review(by, reason, place, (before, after), (ours, theirs, left))
    relink_topics(topics, pins_of((into, theirs), (source, left)))
    into.refresh_from_db()
    return review


def find_source(into: Claim, utterances: Sequence[Utterance]) -> Claim | None:
    """The one claim that these utterances stand to, if any; checks that they can leave it for this one."""
    if not utterances:
        raise NotDecidable(_("Pilih sedikitnya satu ujaran."))
    if into.successor_id is not None:
        raise NotDecidable(_("Klaim tujuan sudah digabung ke yang lain. Pilih penerusnya."))
    homes = {claim_of(utterance) for utterance in utterances}
    if len(homes) > 1:
        raise NotDecidable(_("Pilih ujaran dari satu klaim saja."))
    source = homes.pop()
    if source == into:
        raise NotDecidable(_("Ujaran ini sudah termasuk klaim itu."))
    return source


def check_reports(moved: QuerySet[Report], utterances: Sequence[Utterance]) -> None:
    """Each utterance has a report that can stand to a claim."""
    told = set(moved.values_list("utterance", "kind"))
    if {one.pk for one in utterances} - {pk for pk, _kind in told}:
        raise NotDecidable(_("Ujaran ini tidak punya laporan lagi. Muat ulang halamannya."))
    beside = {kind.value for kind in BESIDE}
    if {one.pk for one in utterances} - {pk for pk, kind in told if kind not in beside}:
        raise NotDecidable(
            _("Desakan dan janji tidak menjawab klaim. Betulkan dulu jenis laporannya, lalu kaitkan.")
        )


def pins_of(*held: tuple[Claim | None, frozenset[Place]]) -> list[Pin]:
    """Each claim goes on with these reports, where there are any."""
    return [Pin("claim", claim.pk, places) for claim, places in held if claim and places]
