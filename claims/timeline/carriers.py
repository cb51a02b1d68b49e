"""Gathers an utterance's renderings by the article that carries them, and articles by independent chain."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from claims.timeline.values import Carrier, Chain, Rendering


def carriers_of(renderings: Sequence[Rendering]) -> tuple[Carrier, ...]:
    """One for each article, in order of publication."""
    held: dict[int, list[Rendering]] = {}
    for rendering in renderings:
        held.setdefault(rendering.article, []).append(rendering)
    firsts: dict[str, Rendering] = {}
    found: list[Carrier] = []
    start: datetime | None = None
    for told in held.values():
        lead = told[0]
        first = firsts.setdefault(lead.chain, lead)
        start = start or lead.published
        found.append(
            Carrier(lead.outlet, tuple(told), _behind(start, lead), "" if first is lead else first.outlet)
        )
    return tuple(found)


def _behind(start: datetime | None, lead: Rendering) -> timedelta | None:
    if start is None or lead.published is None or lead.published <= start:
        return None
    return lead.published - start


def chains_of(carriers: Sequence[Carrier]) -> tuple[Chain, ...]:
    """One for each independent chain, in order of its first article."""
    held: dict[str, list[Carrier]] = {}
    for carrier in carriers:
        held.setdefault(carrier.lead.chain, []).append(carrier)
    return tuple(Chain(_via(own), tuple(own)) for own in held.values())


def _via(carriers: Sequence[Carrier]) -> tuple[str, ...]:
    named = (name for carrier in carriers for rendering in carrier.renderings for name in rendering.via)
    return tuple(dict.fromkeys(named))
