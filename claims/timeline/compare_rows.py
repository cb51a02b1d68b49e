"""Finds what two sides said or ran: their latest articles or utterances, the reports, the claims at stake."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone

from articles.models import Article
from claims.models import Claim, Report, Stance
from claims.models.claims import DENYING
from claims.timeline.entries import standing
from claims.timeline.said import find_said
from claims.timeline.sides import Side

ORDER = ("published", "revision__number", "pk")
ARTICLES, UTTERANCES = 120, 120  # of each side; older ones are left out, and the page says so


@dataclass(frozen=True, slots=True)
class Line:
    """One article's last words for one utterance, as far as comparing needs them."""

    report: int
    utterance: int
    article: int
    number: int
    outlet: str
    published: datetime | None
    quote: str
    cue: str
    hedged: bool
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """A claim that one side at least has to do with; `denied` tells whether anybody denies it."""

    pk: int
    title: str
    first_said: datetime | None
    denied: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """Lines of each side, stances of each utterance, the claims; `since` where older lines are left out."""

    a: tuple[Line, ...]
    b: tuple[Line, ...]
    stances: dict[int, tuple[tuple[str, int], ...]]
    issues: dict[int, Issue]
    since: datetime | None


def find_gathered(a: Side, b: Side) -> Gathered:
    """What both sides of one kind said or ran; five queries."""
    if a.kind == "outlet":
        (of_a, since), (of_b, later) = _find_articles(a), _find_articles(b)
        since = max((moment for moment in (since, later) if moment), default=None)
        kept = [{pk for pk, seen in own if since is None or seen >= since} for own in (of_a, of_b)]
        lines = _find_lines(article__in=kept[0] | kept[1])
        sides = [tuple(line for line in lines if line.article in own) for own in kept]
    else:
        kept = [{said.pk for said in find_said(side.pk, UTTERANCES)} for side in (a, b)]
        lines = _find_lines(utterance__in=kept[0] | kept[1])
        since = _oldest(lines) if max(map(len, kept)) >= UTTERANCES else None
        sides = [tuple(line for line in lines if line.utterance in own) for own in kept]
    stances = _find_stances({line.utterance for line in lines})
    issues = _find_issues({claim for _, _, claim in stances})
    return Gathered(
        sides[0], sides[1], _by_utterance(stances, issues), issues, since and timezone.localtime(since)
    )


def _find_articles(side: Side) -> tuple[list[tuple[int, datetime]], datetime | None]:
    """An outlet's latest articles with the moments they were first seen, and the oldest where more exist."""
    rows = Article.objects.filter(source=side.pk).order_by("-first_seen").values_list("pk", "first_seen")
    found = list(rows[:ARTICLES])
    return found, found[-1][1] if len(found) == ARTICLES else None


def _find_lines(**wanted: set[int]) -> list[Line]:
    """The last words that each article gave of each utterance, in order of first publication."""
    reports = Report.objects.current().filter(utterance__isnull=False, **wanted)
    fields = ("pk", "utterance", "article", "revision__number", "article__source__name", "published")
    rows = reports.values_list(*fields, "quote", "cue_word", "hedges", "speaker_sort")
    lines: dict[tuple[int, int], Line] = {}
    for pk, utterance, article, number, outlet, at, quote, cue, hedges, sort in rows.order_by(*ORDER):
        known = lines.get((utterance or 0, article))
        if known is None or known.number < number:
            moment = known.published if known else at
            line = Line(pk, utterance or 0, article, number, outlet, moment, quote, cue, bool(hedges))
            lines[line.utterance, article] = replace(line, unnamed=sort == "unnamed")
    return list(lines.values())


def _oldest(lines: Sequence[Line]) -> datetime | None:
    return min((line.published for line in lines if line.published), default=None)


def _find_stances(utterances: set[int]) -> list[tuple[int, str, int]]:
    """How the utterances stand to which claims; without joins, for it asks for many."""
    held = Stance.objects.filter(utterance__in=utterances, taken=True).order_by("pk")
    held = held.exclude(decision=Stance.Decision.REFUSED)
    return list(held.values_list("utterance", "kind", "claim"))


def _by_utterance(
    stances: Iterable[tuple[int, str, int]], issues: Mapping[int, Issue]
) -> dict[int, tuple[tuple[str, int], ...]]:
    """The stances of each utterance to claims that were not merged away."""
    found: dict[int, tuple[tuple[str, int], ...]] = {}
    for utterance, kind, claim in stances:
        if claim in issues:
            found[utterance] = (*found.get(utterance, ()), (kind, claim))
    return found


def _find_issues(claims: set[int]) -> dict[int, Issue]:
    denials = standing(Stance.objects.filter(claim=OuterRef("pk"), kind__in=DENYING))
    rows = Claim.objects.current().filter(pk__in=claims).annotate(denied=Exists(denials))
    found = (Issue(*row) for row in rows.values_list("pk", "title", "first_said", "denied"))
    return {issue.pk: issue for issue in found}
