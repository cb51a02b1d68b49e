"""What stands beside the marked words of a revision: who speaks, how, and which claim it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from articles.models import Article
from claims.models import Report, Stance
from claims.timeline.entries import party_of, standing
from claims.timeline.values import Party

FIELDS = (
    *("revision_id", "utterance_id", "kind", "speaker_name", "role", "cue_word", "quote", "start", "end"),
    *("exact", "utterance__id", "utterance__actor__name", "utterance__actor__slug", "utterance__actor__sort"),
)


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside marked words: who speaks, how, and which claim it belongs to."""

    report: int
    number: int
    kind: str
    stance: str
    speaker: Party
    speaker_name: str
    role: str
    cue: str
    quote: str
    claim: int
    title: str
    start: int
    end: int
    utterance: int = 0
    exact: str = ""


def find_notes(article: Article, revisions: Iterable[int]) -> dict[int, tuple[Note, ...]]:
    """The notes of each of these revisions, by its id, in order of their places; two queries."""
    stances = standing(Stance.objects.select_related("claim").order_by("-score", "pk"))
    reports = Report.objects.current().filter(article=article, revision__in=list(revisions))
    reports = reports.select_related("utterance__actor").only(*FIELDS).order_by("start", "end", "pk")
    found: dict[int, list[Note]] = {}
    for report in reports.prefetch_related(Prefetch("utterance__stances", stances, to_attr="standing")):
        own = found.setdefault(report.revision_id, [])
        own.append(_note(report, len(own) + 1))
    return {revision: tuple(notes) for revision, notes in found.items()}


def _note(report: Report, number: int) -> Note:
    held: list[Stance] = getattr(report.utterance, "standing", [])
    stance = held[0] if held else None
    return Note(
        report=report.pk,
        number=number,
        kind=report.kind,
        stance=stance.kind if stance else "",
        speaker=party_of(report.utterance.actor if report.utterance else None),
        speaker_name=report.speaker_name,
        role=report.role,
        cue=report.cue_word,
        quote=report.quote,
        claim=(stance.claim.successor_id or stance.claim_id) if stance else 0,
        title=stance.claim.title if stance else "",
        start=report.start,
        end=report.end,
        utterance=report.utterance_id or 0,
        exact=report.exact,
    )
