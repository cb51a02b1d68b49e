"""Links one topic: voices, propositions, utterances, claims, stances and chains, from its reports alone."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from claims.linking.accepted import heed_accepted
from claims.linking.chains import find_chains
from claims.linking.gist import ANSWERS, with_local_weights
from claims.linking.namesakes import Namesakes, find_namesakes, find_roles_of_names, part_voices, plain_key
from claims.linking.propositions import SUGGESTED, Alike, find_propositions, find_remarks, measure
from claims.linking.rulings import Rulings
from claims.linking.stances import (
    Dispute,
    leading_kind,
    link_stances,
    split_sides,
    suggest_stances,
)
from claims.linking.titles import make_title
from claims.linking.topics import find_topics
from claims.linking.unruled import UNRULED, Words, find_refused, find_words, with_machine
from claims.linking.utterances import find_days, link_utterances, name_by
from claims.linking.values import Joined, Linked, LinkedClaim, LinkedStance, LinkedUtterance, Told, Voice
from claims.linking.voices import find_targets, find_voices
from claims.values import Kind

UNJOINED = Joined()
EMPTY_ANSWERS = frozenset({Kind.NO_COMMENT, Kind.NEITHER})


def link_all(told: Sequence[Told], merged: Joined, rulings: Rulings = UNRULED) -> Linked:
    """The record of all these reports, topic by topic."""
    topics = find_topics(told, rulings.edges)
    namesakes = find_namesakes(roles_in(topics, merged))
    return join_records([link_topic(topic, merged, namesakes, rulings) for topic in topics])


def roles_in(topics: Iterable[Sequence[Told]], merged: Joined) -> dict[str, set[str]]:
    """The roles that all topics together state of each person, by key.

    A person into whom people merged one of another name holds the offices of both and is not parted.
    """
    roles: dict[str, set[str]] = {}
    joined = {kept for gone, kept in merged.merged.items() if kept == plain_key(kept) != plain_key(gone)}
    for topic in topics:
        for name, stated in find_roles_of_names(topic, with_merged(find_voices(topic), merged)).items():
            roles.setdefault(name, set()).update(stated)
    return {name: stated for name, stated in roles.items() if name not in joined}


def link_topic(
    told: Sequence[Told],
    merged: Joined = UNJOINED,
    namesakes: Namesakes | None = None,
    rulings: Rulings = UNRULED,
) -> Linked:
    """The record of one topic; the same reports in any order give the same record.

    `merged` maps keys that a human gave to another actor to the keys of those; `namesakes`
    are the names that several bear, by what all topics tell of them; `rulings` what people decided.
    """
    ordered = with_local_weights(sorted(told, key=lambda report: report.order))
    voices, undecided = decide_voices(ordered, merged, namesakes or {}, rulings.speakers)
    targets = find_targets(ordered)
    days = find_days(ordered, voices)
    alike = measure(ordered, voices, targets)
    found = find_propositions(ordered, voices, alike, rulings)
    groups = [link_utterances(group, voices, days, rulings.utterances) for group in found]
    disputes = [split_sides(claim_key(g, rulings), g, rulings) for g in groups if makes_claim(g)]
    words = find_own_words(ordered, voices, days, alike, rulings)
    stances = [stance for dispute in disputes for stance in find_stances(dispute, alike, rulings)]
    return Linked(
        utterances=(*flatten(groups), *find_remark_utterances(ordered, voices, days, alike, rulings)),
        claims=tuple(make_claim(dispute, targets) for dispute in disputes),
        stances=(
            *with_machine(stances, flatten(groups), rulings, words),
            *find_suggestions(disputes, alike, rulings),
        ),
        voices=voices,
        chains=find_chains(ordered),
        undecided=undecided,
        refused=find_refused(ordered, rulings, words),
    )


def find_own_words(
    told: Sequence[Told], voices: dict[str, Voice], days: dict[str, date], alike: Alike, rulings: Rulings
) -> Words:
    """What the linker alone says of each report, where people decided on a link of any; else nothing."""
    if not rulings.stances and not rulings.refusals:
        return {}
    groups = find_propositions(told, voices, alike, UNRULED)
    return find_words([link_utterances(group, voices, days, UNRULED.utterances) for group in groups], alike)


def decide_voices(
    told: Sequence[Told], merged: Joined, namesakes: Namesakes, speakers: Mapping[str, str]
) -> tuple[dict[str, Voice], dict[str, tuple[str, ...]]]:
    """Who speaks in each report, and whom each undecided name fits; people's word decides."""
    plain = with_merged(find_voices(told), merged)
    parted, undecided = part_voices(told, plain, namesakes)
    fits = {key: tuple(sorted({merged.of(fit) for fit in found})) for key, found in undecided.items()}
    decided = {
        key: Voice(found[0], plain[key].on_behalf_of) for key, found in fits.items() if len(found) == 1
    }
    named = {
        report.key: Voice(speakers[report.key], plain[report.key].on_behalf_of if report.key in plain else "")
        for report in told
        if report.key in speakers
    }
    open_names = {key: f for key, f in fits.items() if len(f) > 1 and key not in named}
    return with_merged(parted | decided | named, merged), open_names


def with_merged(voices: Mapping[str, Voice], merged: Joined) -> dict[str, Voice]:
    """The voices with the human merges of actors applied."""
    return {key: Voice(merged.of(v.actor), merged.of(v.on_behalf_of)) for key, v in voices.items()}


def flatten(groups: Sequence[Sequence[LinkedUtterance]]) -> list[LinkedUtterance]:
    """All utterances of all groups."""
    return [utterance for group in groups for utterance in group]


def find_remark_utterances(
    told: Sequence[Told], voices: dict[str, Voice], days: dict[str, date], alike: Alike, rulings: Rulings
) -> list[LinkedUtterance]:
    """Utterances of demands and pledges: they make no claim."""
    groups = find_remarks(told, voices, alike, rulings)
    return flatten([link_utterances(group, voices, days, rulings.utterances) for group in groups])


def find_stances(dispute: Dispute, alike: Alike, rulings: Rulings) -> list[LinkedStance]:
    """How all utterances of a dispute stand to its claim, people's word in place of the linker's."""
    stances = link_stances(dispute, alike)
    return heed_accepted(stances, (*dispute.sources, *dispute.answers), rulings)


def makes_claim(group: Sequence[LinkedUtterance]) -> bool:
    """Whether anything was put forward or answered; "menolak berkomentar" alone answers nothing we know."""
    kinds = {leading_kind(utterance) for utterance in group}
    if not kinds <= EMPTY_ANSWERS:
        return True
    return any(not report.gist.thin for utterance in group for report in utterance.told)


def sources_first(dispute: Dispute) -> list[Told]:
    """The reports that put the claim forward, in order; where there are none, those that answer it."""
    utterances = dispute.sources or dispute.answers
    return sorted((r for u in utterances for r in u.told), key=lambda report: report.order)


def claim_key(group: Sequence[LinkedUtterance], rulings: Rulings) -> str:
    """The claim's key: of the first report that puts it forward."""
    return name_by(sources_first(split_sides("", group, rulings))[0], "claim")


def make_claim(dispute: Dispute, targets: dict[str, str]) -> LinkedClaim:
    """The claim of one dispute."""
    told = sources_first(dispute)
    every = sorted(
        (r for u in (*dispute.sources, *dispute.answers) for r in u.told), key=lambda report: report.order
    )
    accused = next((r for r in told if r.kind is Kind.ACCUSATION and r.target), None)
    wordings = [report for report in told if report.kind not in ANSWERS] or told
    return LinkedClaim(
        key=dispute.claim,
        title=make_title(wordings if any(not w.gist.thin for w in wordings) else every),
        origin_known=bool(dispute.sources),
        target=accused.target if accused else "",
        target_key=targets.get(accused.key, "") if accused else "",
        first_said=told[0].moment,
        last_moved=every[-1].moment,
        told=tuple(every),
    )


def find_suggestions(disputes: Sequence[Dispute], alike: Alike, rulings: Rulings) -> list[LinkedStance]:
    """Suggested links of answers whose claim was not seen to claims that were."""
    known = [dispute for dispute in disputes if dispute.sources]
    lone = [dispute for dispute in disputes if not dispute.sources]
    return [
        stance for dispute in lone for stance in suggest_stances(dispute, known, alike, SUGGESTED, rulings)
    ]


def join_records(parts: Sequence[Linked]) -> Linked:
    """The records of several topics as one."""
    return Linked(
        utterances=tuple(utterance for part in parts for utterance in part.utterances),
        claims=tuple(claim for part in parts for claim in part.claims),
        stances=tuple(stance for part in parts for stance in part.stances),
        voices={key: voice for part in parts for key, voice in part.voices.items()},
        chains={key: chain for part in parts for key, chain in part.chains.items()},
        undecided={key: fits for part in parts for key, fits in part.undecided.items()},
        refused={row: word for part in parts for row, word in part.refused.items()},
    )
