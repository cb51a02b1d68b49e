"""All reports under a reader's filters: fifty rows, the counts of each facet, and what to loosen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.models import Source
from claims.counting import Counts, find_counts, find_loosened
from claims.filters import PAGE
from claims.models import Actor
from claims.report_filters import FACETS, Sought
from claims.timeline.histogram import Histogram, histogram_of
from claims.timeline.report_rows import Found, cursor_after, find_cards, find_keys

Names = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet with its count and the address that chooses it (or drops it, where chosen)."""

    value: str
    name: str
    count: int
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its commonest values."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Loosened:
    """What leaving one filter would give: how many reports (`sampled`: estimated), at which address."""

    name: str
    count: int
    sampled: bool
    query: str


@dataclass(frozen=True, slots=True)
class Exploration:
    """Everything the page shows; `sampled` marks counts as estimates, `unknown` holds names nobody bears."""

    sought: Sought
    total: int
    sampled: bool
    rows: tuple[Found, ...]
    facets: tuple[Facet, ...]
    chosen: tuple[tuple[str, Choice], ...]
    histogram: Histogram | None
    loosened: tuple[Loosened, ...]
    unknown: tuple[tuple[str, str], ...]
    next: str


def find_exploration(sought: Sought) -> Exploration:
    """One page of reports with their facets; at most nine queries."""
    counts = find_counts(sought)
    keys = find_keys(sought, few=not counts.sampled) if counts.total else []
    shown = keys[:PAGE]
    names = _find_names(sought, counts)
    facets = tuple(_facet(sought, name, counts, names) for name in FACETS)
    loosened = () if counts.total else tuple(_loosened(sought))
    return Exploration(
        sought=sought,
        total=counts.total,
        sampled=counts.sampled,
        rows=tuple(find_cards([pk for pk, _ in shown], sought)),
        facets=facets,
        chosen=_chosen(sought, counts, names),
        histogram=histogram_of(counts.days, sought),
        loosened=loosened,
        unknown=tuple(
            (n, v) for n in ("outlet", "actor") for v in sought.chosen.get(n, ()) if (n, v) not in names
        ),
        next=sought.query(page=cursor_after(*shown[-1])) if len(keys) > PAGE else "",
    )


def _find_names(sought: Sought, counts: Counts) -> Names:
    """The names of outlets and actors that the page mentions, by facet and slug; two queries."""
    slugs = {
        name: {*counts.facets.get(name, {}), *sought.chosen.get(name, ())} for name in ("outlet", "actor")
    }
    outlets = Source.objects.filter(slug__in=slugs["outlet"]).values_list("slug", "name")
    actors = Actor.objects.filter(slug__in=slugs["actor"]).values_list("slug", "name")
    return {("outlet", slug): name for slug, name in outlets} | {
        ("actor", slug): name for slug, name in actors
    }


def _facet(sought: Sought, name: str, counts: Counts, names: Names) -> Facet:
    """The commonest values of a facet; the chosen ones stand among them even where they count nothing."""
    chosen = sought.chosen.get(name, ())
    counted = counts.facets.get(name, {})
    missing = {value: 0 for value in chosen if value not in counted}
    return Facet(
        name,
        tuple(
            _choice(sought, name, value, count, names)
            for value, count in (*counted.items(), *missing.items())
        ),
    )


def _choice(sought: Sought, name: str, value: str, count: int, names: Names) -> Choice:
    chosen = value in sought.chosen.get(name, ())
    return Choice(value, names.get((name, value), value), count, sought.toggled(name, value), chosen)


def _chosen(sought: Sought, counts: Counts, names: Names) -> tuple[tuple[str, Choice], ...]:
    """What is chosen now, each with the address that drops it."""
    return tuple(
        (name, _choice(sought, name, value, counts.facets.get(name, {}).get(value, 0), names))
        for name, values in sought.chosen.items()
        for value in values
    )


def _loosened(sought: Sought) -> Iterator[Loosened]:
    """What leaving each single filter would give, the most first."""
    told = find_loosened(sought)
    for name, (count, sampled) in sorted(told.items(), key=lambda item: -item[1][0]):
        if count:
            yield Loosened(name, count, sampled, sought.without(name).query())
