"""Joins the reports of one proposition into utterances: one actor, one occasion."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from claims.linking.certain import is_same_wording
from claims.linking.joining import find_sets
from claims.linking.rulings import Bonds
from claims.linking.values import LinkedUtterance, Told, Voice
from claims.linking.voices import is_document

LATE = timedelta(days=3)
SAME_DAYS = timedelta(days=1)


def link_utterances(
    told: Sequence[Told], voices: dict[str, Voice], days: dict[str, date], bonds: Bonds
) -> list[LinkedUtterance]:
    """The utterances of one proposition, in order of their first publication.

    `days` is the day on which each report's words were said, where that is known. Where nobody is
    named, only reports of the same words are one utterance.
    """
    by_actor: dict[str, list[Told]] = defaultdict(list)
    for report in told:
        voice = voices.get(report.key)
        by_actor[voice.actor if voice else ""].append(report)
    groups = []
    for actor in sorted(by_actor):
        groups += split_by_actor(actor, by_actor[actor], days)
    linked = [make_utterance(group, voices, days) for group in heed_bonds(groups, bonds)]
    return sorted(linked, key=lambda utterance: utterance.told[0].order)


def heed_bonds(groups: list[list[Told]], bonds: Bonds) -> list[list[Told]]:
    """The groups as people decided: those parted stand alone, those tied are one."""
    if not bonds.labels:
        return groups
    parts = [part for group in groups for part in split_parted(group, bonds)]
    by_key = {report.key: report for part in parts for report in part}
    within = [(part[0].key, report.key) for part in parts for report in part]
    ties = [edge for edge in bonds.ties() if by_key.keys() >= set(edge)]
    return [[by_key[key] for key in keys] for keys in find_sets(list(by_key), [*within, *ties])]


def split_parted(group: list[Told], bonds: Bonds) -> list[list[Told]]:
    """One group cut where a person cut it; the rest goes with its article, else with the first."""
    parts: list[list[Told]] = []
    ruled = [report for report in group if report.key in bonds.labels]
    for report in ruled:
        fit = [part for part in parts if not bonds.divide([report.key], [other.key for other in part])]
        if fit:
            fit[0].append(report)
        else:
            parts.append([report])
    for report in (other for other in group if other.key not in bonds.labels):
        near = [part for part in parts if any(other.article == report.article for other in part)]
        if parts:
            (near or parts)[0].append(report)
        else:
            parts.append([report])
    return parts


def split_by_actor(actor: str, told: list[Told], days: dict[str, date]) -> list[list[Told]]:
    """What one actor said of one proposition, by occasion; a document says it once for all."""
    if not actor:
        return split_wordings(told)
    if any(is_document(report) for report in told):
        return [told]
    return split_occasions(told, days)


def find_days(told: Sequence[Told], voices: dict[str, Voice]) -> dict[str, date]:
    """The day each report's words were said: as stated there, or the speaker's only day in that article."""
    stated: dict[tuple[str, int, str], set[date]] = defaultdict(set)
    for report in told:
        if report.said_on and report.key in voices:
            stated[place_of(report, voices)].add(report.said_on)
    days = {}
    for report in told:
        if report.said_on:
            days[report.key] = report.said_on
        elif report.key in voices and len(stated[place_of(report, voices)]) == 1:
            days[report.key] = min(stated[place_of(report, voices)])
    return days


def place_of(report: Told, voices: dict[str, Voice]) -> tuple[str, int, str]:
    """One speaker in one revision of one article."""
    return (report.article, report.revision, voices[report.key].actor)


def split_occasions(told: Sequence[Told], days: dict[str, date]) -> list[list[Told]]:
    """One actor's reports by occasion: equal days together, undated ones with the latest day before them."""
    dated: dict[date, list[Told]] = defaultdict(list)
    undated: list[Told] = []
    for report in told:
        if report.key in days:
            dated[days[report.key]].append(report)
        else:
            undated.append(report)
    rest = []
    for report in undated:
        day = latest_day(report, sorted(dated))
        if day is None:
            rest.append(report)
        else:
            dated[day].append(report)
    return [*(dated[day] for day in sorted(dated)), *split_gaps(rest)]


def latest_day(report: Told, days: Sequence[date]) -> date | None:
    """The latest of these days on which the report's words can have been said."""
    published = report.moment.date()
    fit = [day for day in days if timedelta(0) <= published - day <= LATE]
    return max(fit, default=None)


def split_gaps(told: Sequence[Told]) -> list[list[Told]]:
    """Undated reports, cut where more than a day passes between two of them."""
    groups: list[list[Told]] = []
    for report in sorted(told, key=lambda report: report.order):
        if groups and report.moment - groups[-1][-1].moment <= SAME_DAYS:
            groups[-1].append(report)
        else:
            groups.append([report])
    return groups


def split_wordings(told: Sequence[Told]) -> list[list[Told]]:
    """Reports that name nobody: together only where their words are the same."""
    groups: list[list[Told]] = []
    for report in told:
        group = next((group for group in groups if is_same_wording(group[0], report)), None)
        if group is None:
            groups.append([report])
        else:
            group.append(report)
    return groups


def make_utterance(group: Sequence[Told], voices: dict[str, Voice], days: dict[str, date]) -> LinkedUtterance:
    """The utterance of a group of reports; who is spoken for is taken where any report says it."""
    told = tuple(sorted(group, key=lambda report: report.order))
    spoken = [voices[report.key] for report in told if report.key in voices]
    behalf = next((voice.on_behalf_of for voice in spoken if voice.on_behalf_of), "")
    return LinkedUtterance(
        key=name_by(told[0], "utterance"),
        voice=Voice(spoken[0].actor, behalf) if spoken else Voice(""),
        said_on=next((days[report.key] for report in told if report.key in days), None),
        not_later_than=told[0].moment,
        place=next((report.place for report in told if report.place), ""),
        told=told,
    )


def name_by(report: Told, what: str) -> str:
    """A key made of content alone: of the first report of the thing that is named."""
    return hashlib.sha256(f"{what} {report.key}".encode()).hexdigest()
