"""Actors as lists show them: what each stated and answered, counted up to a limit, and when it last spoke."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from claims.models import Actor, Affiliation
from claims.timeline.entries import party_of
from claims.timeline.values import Party

# A list says "20+" rather than read all that a president said.
MOST_COUNTED = 20
# The latest utterances of each actor, its own and those on its behalf, with the stances they take. They are
# chosen by the columns of an index alone: else PostgreSQL would rather sort all that an actor ever said.
COUNTED = """
select a.id, k.stated, k.replied, k.heard, k.last
from unnest(%s::bigint[]) a(id)
cross join lateral (
  select count(c.id) filter (where s.kind in ('asserts', 'accuses')) stated,
    count(c.id) filter (where s.kind not in ('asserts', 'accuses')) replied,
    count(distinct u.id) heard, max(u.not_later_than) last
  from (
    (select id, not_later_than from claims_utterance where actor_id = a.id
     order by not_later_than desc nulls last, id desc limit %s)
    union
    (select id, not_later_than from claims_utterance where on_behalf_of_id = a.id
     order by not_later_than desc nulls last, id desc limit %s)
  ) u
  join claims_utterance w on w.id = u.id and w.successor_id is null
  left join claims_stance s on s.utterance_id = u.id and s.taken and s.decision <> 'refused'
  left join claims_claim c on c.id = s.claim_id and c.successor_id is null
) k
"""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor as the list shows it; with `more` the two counts are of its latest utterances alone."""

    party: Party
    role: str
    stated: int
    replied: int
    more: bool
    last: datetime | None


def rows_of(actors: Sequence[Actor]) -> tuple[ActorRow, ...]:
    """The same actors as rows, in their order; two queries for any number."""
    pks = [actor.pk for actor in actors]
    if not pks:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, [pks, MOST_COUNTED, MOST_COUNTED])
        counted = {pk: told for pk, *told in cursor.fetchall()}
    held = Affiliation.objects.standing().filter(actor__in=pks).order_by("last_seen")
    roles = dict(held.values_list("actor", "role"))
    return tuple(_row(actor, roles.get(actor.pk, ""), counted[actor.pk]) for actor in actors)


def _row(actor: Actor, role: str, counted: Sequence[Any]) -> ActorRow:
    stated, replied, heard, last = counted
    more = heard >= MOST_COUNTED
    return ActorRow(party_of(actor), role, stated, replied, more, last and timezone.localtime(last))
