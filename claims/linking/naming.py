"""Gathers what reports tell of each actor: spellings, sort, roles with the days they were seen."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from claims.linking.known import BY_KEY
from claims.linking.names import CLOSING, UNNAMED
from claims.linking.namesakes import plain_key
from claims.linking.values import Told, Voice
from claims.linking.voices import UNNAMED_MARK, body_words, names_in_order, printed_body, printed_key
from claims.values import Sort

# Of the sorts a speaker was taken for, the one that stands: the order makes it independent of arrival.
RANK = (Sort.GOVERNMENT, Sort.OUTLET, Sort.ORGANISATION, Sort.PERSON, Sort.DOCUMENT, Sort.UNNAMED)


@dataclass(slots=True)
class Seen:
    """What was seen of one actor: `names` maps spellings to their kinds, `roles` to the days seen."""

    key: str
    sorts: set[Sort] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    roles: dict[tuple[str, str], set[date]] = field(default_factory=lambda: defaultdict(set))


def find_seen(
    told: Sequence[Told], voices: Mapping[str, Voice], bodies: Iterable[str] = ()
) -> dict[str, Seen]:
    """What these reports tell of every actor they name, by key; `bodies` are further keys needed."""
    seen: dict[str, Seen] = {}
    for report in told:
        voice = voices.get(report.key)
        if voice is None:
            continue
        actor = seen.setdefault(voice.actor, Seen(voice.actor))
        note_speaker(actor, report, voice)
        if voice.on_behalf_of:
            note_body(seen.setdefault(voice.on_behalf_of, Seen(voice.on_behalf_of)), report)
    for key in bodies:
        seen.setdefault(key, Seen(key))
    return seen


def note_speaker(actor: Seen, report: Told, voice: Voice) -> None:
    """Take over name, sort and role of one report."""
    own, called = printed_key(report), plain_key(voice.actor)
    if own == called and report.sort is not None:
        actor.sorts.add(report.sort)
    name = plain_name(report.speaker) if own.startswith(UNNAMED_MARK) else " ".join(report.speaker.split())
    actor.names.setdefault(name, "full" if own == called else kind_of(name))
    if report.role:
        actor.roles[report.role, voice.on_behalf_of].add(report.moment.date())


def note_body(body: Seen, report: Told) -> None:
    """Take over the name of the body that a speaker speaks for."""
    body.sorts.add(Sort.ORGANISATION)
    name = " ".join(body_words(report).split())
    if name:
        body.names.setdefault(name, "full" if printed_body(report) == body.key else kind_of(name))


def plain_name(name: str) -> str:
    """An unnamed speaker without article and closing clause, capitalised."""
    short = CLOSING.sub("", UNNAMED.sub("", name.strip())) or name
    return short[:1].upper() + short[1:]


def kind_of(name: str) -> str:
    """The kind of a spelling that is not the full name."""
    return "abbreviation" if name.isupper() and " " not in name else "short"


def sort_of(key: str, sorts: Iterable[Sort]) -> Sort:
    """The sort of an actor: the registry's, or the first in rank of those it was taken for."""
    if key.startswith(UNNAMED_MARK):
        return Sort.UNNAMED
    if key in BY_KEY:
        return BY_KEY[key].sort
    found = set(sorts) - {Sort.UNNAMED}
    return next((sort for sort in RANK if sort in found), Sort.ORGANISATION)


def new_name(one: Seen) -> str:
    """The name of an actor not known before; one whom the text names short alone is called by its key."""
    full = [name for name, kind in one.names.items() if kind == "full"]
    return shown_name(one.key, full)


def shown_name(key: str, names: Iterable[str]) -> str:
    """The name an actor is shown by: the registry's, or the best of its full spellings."""
    if key in BY_KEY:
        return BY_KEY[key].name
    ordered = names_in_order(names)
    return ordered[0] if ordered else plain_key(key).removeprefix(UNNAMED_MARK).title()


def body_of_unnamed(key: str, known: Iterable[str]) -> str:
    """The body an unnamed speaker belongs to: "?pejabat intelijen astara" to "intelijen astara", else ""."""
    words = key.removeprefix(UNNAMED_MARK).split()
    bodies = set(known)
    tails = (" ".join(words[at:]) for at in range(1, len(words)))
    return next((tail for tail in tails if tail in bodies), "")


def tails_of_unnamed(key: str) -> list[str]:
    """All keys of bodies that an unnamed speaker's description may end in."""
    words = key.removeprefix(UNNAMED_MARK).split()
    return [" ".join(words[at:]) for at in range(1, len(words))]
