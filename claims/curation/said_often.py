"""How often actors were heard, counted up to a limit, and when last: so that an editor can tell two apart."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone

MOST = 1000
# By the columns of an index alone, an actor's own utterances and those on its behalf.
COUNTED = """
select a.id, k.heard, k.last
from unnest(%s::bigint[]) a(id)
cross join lateral (
  select count(*) heard, max(u.not_later_than) last
  from (
    (select id, not_later_than from claims_utterance where actor_id = a.id and successor_id is null
     order by not_later_than desc nulls last, id desc limit %s)
    union
    (select id, not_later_than from claims_utterance where on_behalf_of_id = a.id and successor_id is null
     order by not_later_than desc nulls last, id desc limit %s)
  ) u
) k
"""


@dataclass(frozen=True, slots=True)
class Heard:
    """How often an actor was heard; with `more` at least so often."""

    count: int = 0
    more: bool = False
    last: datetime | None = None


UNHEARD = Heard()


def find_heard(pks: Collection[int]) -> dict[int, Heard]:
    """How often each of these actors was heard; one query."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, [list(pks), MOST, MOST])
        rows = cursor.fetchall()
    return {
        pk: Heard(min(count, MOST), count >= MOST, last and timezone.localtime(last))
        for pk, count, last in rows
    }
