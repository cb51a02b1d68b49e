"""Random merges, splits, corrections and undos keep the record whole; undoing all gives the first."""

import os
from collections.abc import Callable
from typing import TypeVar

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model, QuerySet
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims.corrections.actors import correct_actor
from claims.corrections.history import Hand
from claims.corrections.roles import add_role, correct_role, remove_role
from claims.corrections.spellings import add_spelling, change_spelling, remove_spelling
from claims.corrections.undoing import undo_any
from claims.corrections.verdicts import CannotCorrect
from claims.desk import read_and_link
from claims.models import Actor, ActorName, Affiliation, Claim, Report, Review, Stance, Utterance
from claims.record import digest_record, find_record
from claims.store import (
    CannotDecide,
    accept_stance,
    assign_speaker,
    keep_actors_apart,
    keep_claims_apart,
    merge_actors,
    merge_claims,
    merge_utterances,
    move_utterances,
    refuse_stance,
    split_actor,
    split_claim,
    split_utterance,
)
from claims.values import StanceKind
from tests.rows import make_revision, make_user, wib

pytestmark = pytest.mark.django_db
NAMES = ("Sarwendah Mulyoto", "Sarwendah Mulyanto", "Wening Prasasti", "Dimas Arunika")
SPELLINGS = ("Bu Sarwendah", "Sarwendah Mulyanto", "Wening", "Dimas Arunika Putra")
MATTERS = (
    "sedikitnya 30 sumur warga di Lembah Turi kering akibat pengeboran",
    "jembatan gantung di Sungai Loreng retak di tiga tiang",
    "gudang beras Desa Randu Alas kosong sejak Lebaran",
)
Move = tuple[str, int, int, int]
# A few in the ordinary run; CLAIMTRACK_EXAMPLES=200 for a long one
EXAMPLES = int(os.environ.get("CLAIMTRACK_EXAMPLES", "6"))
MOVES = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("merge actors", "split actor", "speaker", "merge claims", "split claim", "apart"),
                *("actors apart", "name", "spelling", "role"),
                *("accept", "refuse", "merge utterances", "split utterance", "undo", "undo"),
                *("move", "move"),
            ]
        ),
        *(st.integers(0, 20) for _ in range(3)),
    ),
    min_size=1,
    max_size=9,
)


@pytest.fixture
def record(db: None) -> None:
    """Three matters, said and denied by four people in three outlets over three days."""
    for at, name in enumerate(NAMES):
        words = MATTERS[at % len(MATTERS)]
        rival = NAMES[(at + 1) % len(NAMES)]
        said = f"Kabar {at}\nCamat Randu {name} mengatakan {words}, Senin (14/10/2024).\n"
        denied = f"Bantahan {at}\nLurah Jati {rival} membantah kabar bahwa {words}, Selasa (15/10/2024).\n"
        for text, outlet, day in ((said, "Kabar Pagi", 14), (denied, "Suara Kota", 15), (said, "Warta", 14)):
            read_and_link(make_revision(text, outlet=outlet, at=wib(day, 12, at)).pk)


Row = TypeVar("Row", bound=Model)


def _pick(rows: QuerySet[Row], at: int) -> Row:
    """One of some rows by any number; the caller's lists are never empty."""
    found = list(rows.order_by("pk"))
    return found[at % len(found)]


def _speaking() -> QuerySet[Actor]:
    return Actor.objects.filter(utterances__reports__isnull=False).distinct()


def _telling() -> QuerySet[Utterance]:
    return Utterance.objects.filter(reports__isnull=False).distinct()


def _spell(actor: Actor, at: int, how: int, hand: Hand) -> Review:
    """A spelling added, of another kind, or removed."""
    if how % 3 == 0 or not actor.names.exists():
        return add_spelling(actor.pk, SPELLINGS[at % 4], "short", hand)
    row = _pick(ActorName.objects.filter(actor=actor), at).pk
    if how % 3 == 1:
        return change_spelling(actor.pk, row, "metonym", hand)
    return remove_spelling(actor.pk, row, hand)


def _give_role(actor: Actor, at: int, how: int, hand: Hand) -> Review:
    """A role added, put right, or removed."""
    words = {"role": ("Lurah Jati", "Ketua Dewan", "Camat Loreng")[at % 3]}
    if how % 3 == 0 or not actor.affiliations.exists():
        return add_role(actor.pk, words, hand)
    row = _pick(Affiliation.objects.filter(actor=actor), at).pk
    return correct_role(actor.pk, row, words, hand) if how % 3 == 1 else remove_role(actor.pk, row, hand)


def _make(move: Move, user: User) -> None:
    """One decision, or one taken back; what cannot be decided changes nothing."""
    name, *n = move
    claims, stances = Claim.objects.all(), Stance.objects.all()
    actor, claim, utterance = _pick(_speaking(), n[0]), _pick(claims, n[0]), _pick(_telling(), n[0])
    makes: dict[str, Callable[[], object]] = {
        "merge actors": lambda: merge_actors(actor, _pick(Actor.objects.all(), n[1]), user),
        "split actor": lambda: split_actor(
            actor, [_pick(Report.objects.filter(utterance__actor=actor), n[1])], user
        ),
        "speaker": lambda: assign_speaker([_pick(Report.objects.all(), n[1])], actor, user),
        "actors apart": lambda: keep_actors_apart(actor, _pick(Actor.objects.all(), n[1]), user),
        "name": lambda: correct_actor(actor.pk, {"name": SPELLINGS[n[1] % 4]}, Hand(user)),
        "spelling": lambda: _spell(actor, n[1], n[2], Hand(user)),
        "role": lambda: _give_role(actor, n[1], n[2], Hand(user)),
        "merge claims": lambda: merge_claims(claim, _pick(claims, n[1]), user),
        "split claim": lambda: split_claim(claim, [_pick(_telling(), n[1])], user),
        "apart": lambda: keep_claims_apart(claim, _pick(claims, n[1]), user),
        "move": lambda: move_utterances(
            claim, [_pick(_telling(), n[1])], user, kind=[None, *StanceKind][n[2] % 9]
        ),
        "accept": lambda: accept_stance(_pick(stances, n[1]), user, kind=list(StanceKind)[n[2] % 8]),
        "refuse": lambda: refuse_stance(_pick(stances, n[1]), user),
        "merge utterances": lambda: merge_utterances(utterance, _pick(_telling(), n[1]), user),
        "split utterance": lambda: split_utterance(utterance, [_pick(Report.objects.all(), n[1])], user),
        "undo": lambda: (
            undo_any(_pick(Review.objects.all(), n[1]), user) if Review.objects.exists() else None
        ),
    }
    before = digest_record(find_record())
    try:
        makes[name]()
    except (CannotDecide, CannotCorrect):
        assert digest_record(find_record()) == before


def _check() -> None:
    """What always holds: each report hangs on one standing utterance, every redirect ends, counts agree."""
    for report in Report.objects.current().select_related("utterance"):
        assert report.utterance
        assert report.utterance.successor is None
        assert report.utterance.stances.filter(taken=True).exclude(decision="refused").count() == 1
    for model in (Actor, Claim, Utterance):
        assert not model._default_manager.exclude(successor__successor=None).exists()
    held = Stance.objects.filter(taken=True).exclude(decision="refused")
    assert not held.exclude(claim__successor=None).exists()
    assert not held.filter(utterance__reports=None).exists()
    told = [report for claim in find_record() for stance in claim["stances"] for report in stance["reports"]]
    assert len(told) == Report.objects.current().count()


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(moves=MOVES)
@example(moves=[("split claim", 0, 6, 0), ("refuse", 0, 0, 0)])
@example(
    moves=[
        ("merge actors", 0, 6, 1),
        ("refuse", 20, 10, 7),
        ("split claim", 13, 1, 7),
        ("split claim", 7, 14, 6),
        ("speaker", 10, 11, 9),
        ("refuse", 20, 10, 7),
        ("apart", 4, 1, 7),
    ]
)
@example(moves=[("refuse", 0, 5, 0), ("move", 3, 9, 0), ("merge actors", 3, 17, 0)])
@example(moves=[("move", 0, 3, 3), ("move", 1, 3, 0), ("refuse", 0, 2, 0), ("move", 0, 3, 4)])
@pytest.mark.timeout(900)
def test_decisions_keep_the_record_whole_and_undoing_all_gives_the_first(
    record: None, moves: list[Move]
) -> None:
    with transaction.atomic():
        user = make_user()
        first, ids = digest_record(find_record()), set(Claim.objects.current().values_list("pk", flat=True))
        for move in moves:
            _make(move, user)
            _check()
        for review in Review.objects.standing().order_by("pk"):
            undo_any(review, user)
            _check()
        assert digest_record(find_record()) == first
        assert Claim.objects.filter(pk__in=ids).count() == len(ids)  # _check saw that each leads on
        transaction.set_rollback(True)
