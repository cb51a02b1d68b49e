"""Lets public ids of claims and utterances lead on for ever: a row that ended points to its heir."""

from collections.abc import Collection, Mapping
from typing import TypeVar

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from claims.models import Claim, Utterance

Row = TypeVar("Row", Claim, Utterance)


def release_keys(model: type[Row], rows: Mapping[int, Row], displaced: Collection[int]) -> None:
    """Give rows whose key another one takes over a key of their own."""
    if not displaced:
        return
    for pk in displaced:
        rows[pk].key = f"~{pk}"
    own = Concat(Value("~"), Cast(F("pk"), CharField()))
    model._default_manager.filter(pk__in=displaced).update(key=own)


def point_to_heirs(model: type[Row], rows: Mapping[int, Row], heirs: Mapping[int, int]) -> None:
    """Let rows that ended, and all that pointed to them, point to their heirs; nobody speaks in them.

    `rows` hold those that point to any of the rows, too.
    """
    ended = {pk: heir for pk, heir in heirs.items() if pk in rows and rows[pk].successor_id != heir}
    if not ended:
        return
    moved = [row for pk, row in sorted(rows.items()) if pk in ended or row.successor_id in ended]
    fields = ["successor"]
    for row in moved:
        row.successor_id = ended.get(row.pk) or ended[row.successor_id or 0]
        if isinstance(row, Utterance):
            row.actor = row.on_behalf_of = None
            fields = ["successor", "actor", "on_behalf_of"]
    model._default_manager.bulk_update(moved, fields)
