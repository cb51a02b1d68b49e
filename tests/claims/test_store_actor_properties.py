"""Whatever people decide on an actor beside the machine: undoing all leaves what it alone had."""

import os
from collections.abc import Callable
from datetime import date
from random import Random

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims.corrections.actors import correct_actor
from claims.corrections.history import Hand
from claims.corrections.roles import add_role, correct_role, remove_role
from claims.corrections.spellings import add_spelling, change_spelling, remove_spelling
from claims.corrections.undoing import undo_any
from claims.corrections.verdicts import CannotCorrect
from claims.linking.naming import Seen
from claims.models import Actor, ActorName, Affiliation, Review
from claims.store.actors import save_actors
from claims.store.roles import drop_roles, stating
from claims.values import Sort
from tests.claims.corrections.test_actors import rows_of
from tests.rows import make_user

pytestmark = pytest.mark.django_db
KEY = "budi santoso"
# of one normal form: what leads elsewhere is given back by linking, which has no reports here
NAMES = ("Budi Santoso", "H. Budi Santoso", "Budi Santoso, S.H.", "Haji Budi Santoso")
KINDS = ("full", "full", "short", "full")
ROLES = ("Bupati Kalinga", "Bupati Kalingga", "Ketua Dewan")
SORTS = (Sort.PERSON, Sort.ORGANISATION, Sort.GOVERNMENT)
Move = tuple[str, int, int]
MACHINE = ("names", "roles", "forgets")
PEOPLE = ("name", "sort", "spell", "kind", "unspell", "role", "mend", "unrole", "undo")
# The same few in every ordinary run; CLAIMTRACK_EXAMPLES=500 for new ones
LONG = os.environ.get("CLAIMTRACK_EXAMPLES", "")
EXAMPLES = int(LONG or "30")
MOVES = st.lists(
    st.tuples(st.sampled_from((*MACHINE, *PEOPLE)), st.integers(0, 11), st.integers(0, 11)), max_size=14
)


def _read(move: Move) -> Actor:
    """What the machine does: it sees names and a sort, a role on a day, or that nobody states a role now."""
    what, at, day = move
    seen = Seen(KEY, {SORTS[day % 3]}, {NAMES[0]: "full"})
    if what == "names":
        seen.names[NAMES[at % 4]] = KINDS[at % 4]
    if what == "roles":
        seen.roles[ROLES[at % 3], ""].add(date(2024, 10, 1 + day))
    actor = save_actors({KEY: seen})[KEY]
    if what == "forgets":
        drop_roles(stating(Affiliation.objects.filter(actor=actor), [ROLES[at % 3]]))
    return actor


def _decide(move: Move, hand: Hand) -> None:
    """What an editor does; what cannot be decided changes nothing."""
    what, at, other = move
    actor = Actor.objects.get(key=KEY)
    spelling = ActorName.objects.filter(actor=actor).order_by("pk")[at % actor.names.count()].pk
    held = list(Affiliation.objects.filter(actor=actor).order_by("pk"))
    role = held[at % len(held)].pk if held else 0
    words = {"role": ROLES[other % 3], "first_seen": f"2024-09-{10 + at}" if at % 2 else ""}
    reviews = list(Review.objects.order_by("pk"))
    deeds: dict[str, Callable[[], object]] = {
        "name": lambda: correct_actor(actor.pk, {"name": NAMES[at % 4]}, hand),
        "sort": lambda: correct_actor(actor.pk, {"sort": SORTS[at % 3].value}, hand),
        "spell": lambda: add_spelling(actor.pk, NAMES[other % 4], "short", hand),
        "kind": lambda: change_spelling(actor.pk, spelling, ("full", "metonym")[other % 2], hand),
        "unspell": lambda: remove_spelling(actor.pk, spelling, hand),
        "role": lambda: add_role(actor.pk, words, hand),
        "mend": lambda: correct_role(actor.pk, role, words, hand),
        "unrole": lambda: remove_role(actor.pk, role, hand),
        "undo": lambda: undo_any(reviews[at % len(reviews)], hand.user) if reviews else None,
    }
    before = rows_of(actor)
    try:
        deeds[what]()
    except CannotCorrect:
        assert rows_of(actor) == before


def _check(actor: Actor) -> None:
    """What always holds: the shown name is a spelling that stands, and no two roles are the same."""
    actor.refresh_from_db()
    assert actor.names.filter(name=actor.name, refused=False).exists()
    roles = [(row.role, row.organisation_id) for row in actor.affiliations.all()]
    assert len(roles) == len(set(roles))


@settings(
    max_examples=EXAMPLES,
    derandomize=not LONG,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(moves=MOVES, seed=st.integers(0, 9))
@example(moves=[("spell", 0, 1), ("names", 1, 0)], seed=0)
@example(moves=[("roles", 0, 0), ("role", 0, 1), ("mend", 1, 0)], seed=0)
@example(moves=[("name", 1, 0), ("unspell", 0, 0), ("undo", 0, 0)], seed=0)
@pytest.mark.timeout(600)
def test_undoing_all_in_any_order_leaves_what_the_machine_alone_had(moves: list[Move], seed: int) -> None:
    with transaction.atomic():
        hand = Hand(make_user())
        first = ("names", 0, 0)
        with transaction.atomic():
            alone = [_read(move) for move in (first, *moves) if move[0] in MACHINE][-1]
            wanted = rows_of(alone)
            transaction.set_rollback(True)
        actor = _read(first)
        for move in moves:
            _read(move) if move[0] in MACHINE else _decide(move, hand)
            _check(actor)
        _undo_all(hand.user, seed)
        assert rows_of(actor) == wanted
        transaction.set_rollback(True)


def _undo_all(user: User, seed: int) -> None:
    """Take back whatever stands, in an order of chance."""
    standing = list(Review.objects.standing().order_by("pk"))
    for review in Random(seed).sample(standing, len(standing)):  # noqa: S311
        undo_any(review, user)
