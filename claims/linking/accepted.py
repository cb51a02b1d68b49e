"""Puts what people accepted of links in place of the linker's word."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.linking.rulings import Ruling, Rulings
from claims.linking.values import LinkedStance, LinkedUtterance
from claims.values import StanceKind


def accepted_links(
    utterances: Sequence[LinkedUtterance], accepted: Mapping[str, Ruling]
) -> dict[str, Ruling]:
    """What people accepted of these utterances' links to this claim, by the utterance's key."""
    if not accepted:
        return {}
    told = {report.key for utterance in utterances for report in utterance.told}
    return {
        utterance.key: ruling
        for utterance in utterances
        for ruling in (accepted[report.key] for report in utterance.told if report.key in accepted)
        if not ruling.others or ruling.others & told
    }


def accepted_kinds(
    utterances: Sequence[LinkedUtterance], accepted: Mapping[str, Ruling]
) -> dict[str, StanceKind]:
    """The kinds of stance to this claim that people chose, by the utterance's key."""
    links = accepted_links(utterances, accepted)
    return {key: ruling.kind for key, ruling in links.items() if ruling.kind is not None}


def heed_accepted(
    stances: Sequence[LinkedStance], utterances: Sequence[LinkedUtterance], rulings: Rulings
) -> list[LinkedStance]:
    """The stances with what people accepted put in place of the linker's word."""
    links = accepted_links(utterances, rulings.stances)
    return [
        replace(stance, kind=links[stance.utterance].kind or stance.kind, accepted=True)
        if stance.utterance in links
        else stance
        for stance in stances
    ]
