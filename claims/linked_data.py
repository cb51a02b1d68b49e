"""A claim in the vocabularies of others: schema.org, CiTO, PROV and Web Annotation, as JSON-LD.

A denial is a DisagreeAction whose words dispute the claim (cito:disputes, never cito:refutes), and nothing
here is a ClaimReview: that is for the verdicts of fact-checkers.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.urls import reverse

from claims.models import Actor, Report
from claims.timeline.claim_page import Timeline
from claims.timeline.values import STATING, Entry, Party, Rendering

Absolute = Callable[[str], str]
Node = dict[str, Any]
CONTEXT: list[Any] = [
    "https://schema.org",
    {
        "cito": "http://purl.org/spar/cito/",
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
    },
]
TYPES = {"person": "Person", "government": "GovernmentOrganization", "outlet": "NewsMediaOrganization"}
ACTIONS = {"denies": "DisagreeAction", "partly_denies": "DisagreeAction", "confirms": "AgreeAction"}
DISPUTING = frozenset({"denies", "partly_denies"})


def claim_document(timeline: Timeline, absolute: Absolute) -> Node:
    """The claim with every utterance on it, each rendering with both selectors; two queries."""
    claim = absolute(reverse("claims:claim", args=[timeline.claim.pk]))
    entries = [entry for day in timeline.days for entry in day.entries]
    told = [(entry, rendering) for entry in entries for rendering in entry.renderings]
    people = _people((party for entry in entries for party in (entry.speaker, entry.behalf)), absolute)
    selectors = _selectors(rendering.report for _, rendering in told)
    articles = {rendering.article: _article(rendering, absolute) for _, rendering in told}
    quotations = [
        _quotation(entry, rendering, claim, people, absolute) | selectors.get(rendering.report, {})
        for entry, rendering in told
    ]
    actions = [_action(entry, claim, people) for entry in entries if entry.kind in ACTIONS]
    first = min((r for _, r in told if r.published), key=lambda r: str(r.published), default=None)
    about: Node = {
        "@id": claim,
        "@type": "Claim",
        "name": timeline.claim.title,
        "inLanguage": "id",
        "author": [_reference(e.party, people) for e in entries if e.kind in STATING and e.party.slug],
        "appearance": [{"@id": article["@id"]} for article in articles.values()],
    }
    if first:
        about["firstAppearance"] = {"@id": articles[first.article]["@id"]}
    graph = [about, *people.values(), *articles.values(), *quotations, *actions]
    return {"@context": CONTEXT, "@graph": graph}


def _people(parties: Iterable[Party | None], absolute: Absolute) -> dict[str, Node]:
    """Every actor named, by slug, with its Wikidata item where that is known."""
    named = {party.slug: party for party in parties if party and party.slug}
    items = dict(Actor.objects.filter(slug__in=named).exclude(wikidata="").values_list("slug", "wikidata"))
    return {
        slug: {
            "@id": absolute(reverse("claims:actor", args=[slug])),
            "@type": TYPES.get(party.sort, "Organization"),
            "name": party.name,
        }
        | ({"sameAs": f"http://www.wikidata.org/entity/{items[slug]}"} if slug in items else {})
        for slug, party in named.items()
    }


def _reference(party: Party | None, people: Mapping[str, Node]) -> Node | None:
    if party is None or not party.name:
        return None
    return {"@id": people[party.slug]["@id"]} if party.slug in people else {"name": party.name}


def _article(rendering: Rendering, absolute: Absolute) -> Node:
    return {
        "@id": absolute(reverse("articles:article", args=[rendering.article])),
        "@type": "NewsArticle",
        "publisher": {"@type": "NewsMediaOrganization", "name": rendering.outlet},
        "datePublished": rendering.published.isoformat() if rendering.published else None,
    }


def _quotation(
    entry: Entry, rendering: Rendering, claim: str, people: Mapping[str, Node], absolute: Absolute
) -> Node:
    """One article's words, whose they are, through whom they came and what they are about."""
    article = absolute(reverse("articles:article", args=[rendering.article]))
    speaker = _reference(entry.speaker, people)
    if speaker and entry.behalf:
        speaker = speaker | {"prov:actedOnBehalfOf": _reference(entry.behalf, people)}
    node: Node = {
        "@id": f"{article}#laporan-{rendering.report}",
        "@type": "Quotation",
        "text": rendering.exact,
        "spokenByCharacter": speaker,
        "dateCreated": entry.day.isoformat() if entry.day and entry.stated else None,
        "isPartOf": {"@id": article},
        "interpretedAsClaim": {"@id": claim},
    }
    if rendering.via:
        node["prov:wasQuotedFrom"] = [{"name": name} for name in rendering.via]
    if entry.kind in DISPUTING:
        node["cito:disputes"] = {"@id": claim}
    return node


def _action(entry: Entry, claim: str, people: Mapping[str, Node]) -> Node:
    return {
        "@type": ACTIONS[entry.kind],
        "agent": _reference(entry.party, people),
        "object": {"@id": claim},
        "startTime": entry.day.isoformat() if entry.day else None,
    }


def _selectors(reports: Iterable[int]) -> dict[int, Node]:
    """Both selectors of each report, as the target of an annotation; one query."""
    fields = ("pk", "start", "end", "exact", "prefix", "suffix")
    rows = Report.objects.filter(pk__in=list(reports)).values_list(*fields)
    return {
        pk: {
            "oa:hasSelector": [
                {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
                {
                    "@type": "oa:TextQuoteSelector",
                    "oa:exact": exact,
                    "oa:prefix": prefix,
                    "oa:suffix": suffix,
                },
            ]
        }
        for pk, start, end, exact, prefix, suffix in rows
    }
