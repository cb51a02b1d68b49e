"""Rows of lists as plain columns, for files and for the API; times in ISO 8601 with offset."""

from datetime import date

from claims.timeline.actor_rows import ActorRow
from claims.timeline.report_rows import Found
from claims.timeline.values import ClaimRow, Party, Piece
from lists.rows import Columns, Table

DENYING = ("denies", "partly_denies")
REPORTS = Table(
    "reports",
    (
        *("report", "kind", "stance", "speaker", "speaker_slug", "on_behalf_of", "quote", "words", "outlet"),
        *("headline", "url", "said_on", "published", "fetched", "claim", "claim_title"),
    ),
)
CLAIMS = Table(
    "claims",
    (
        *("claim", "title", "status", "asserted_by", "accused_by", "denied_by", "confirmed_by", "reports"),
        *("chains", "outlets", "first_said", "last_moved"),
    ),
)
ACTORS = Table("actors", ("actor", "name", "sort", "role", "stated", "answered", "more", "last"))


def report_columns(row: Found) -> Columns:
    """One report."""
    return {
        "report": row.report,
        "kind": row.kind,
        "stance": row.stance or None,
        "speaker": row.speaker.name or row.speaker_name or None,
        "speaker_slug": row.speaker.slug or None,
        "on_behalf_of": row.behalf.name if row.behalf else None,
        "quote": row.quote,
        "words": _plain(row.pieces),
        "outlet": row.outlet,
        "headline": _plain(row.headline),
        "url": row.url,
        "said_on": _iso(row.said_on),
        "published": _iso(row.published),
        "fetched": _iso(row.fetched),
        "claim": row.claim or None,
        "claim_title": row.title or None,
    }


def claim_columns(row: ClaimRow) -> Columns:
    """One claim; its status says what was found, never what is true."""
    return {
        "claim": row.pk,
        "title": row.title,
        "status": status_of(row),
        "asserted_by": _names(row, "asserts"),
        "accused_by": _names(row, "accuses"),
        "denied_by": _names(row, *DENYING),
        "confirmed_by": _names(row, "confirms"),
        "reports": row.reports,
        "chains": row.chains,
        "outlets": list(row.outlets),
        "first_said": _iso(row.first_said),
        "last_moved": _iso(row.last_moved),
    }


def status_of(row: ClaimRow) -> str:
    """In one word what was found: denied, confirmed, unanswered, asserted."""
    kinds = {tally.kind for tally in row.tallies}
    if kinds.intersection(DENYING):
        return "denied"
    if "confirms" in kinds:
        return "confirmed"
    return "unanswered" if row.silence else "asserted"


def actor_columns(row: ActorRow) -> Columns:
    """One actor."""
    return {
        "actor": row.party.slug,
        "name": row.party.name,
        "sort": row.party.sort,
        "role": row.role or None,
        "stated": row.stated,
        "answered": row.replied,
        "more": row.more,
        "last": _iso(row.last),
    }


def _names(row: ClaimRow, *kinds: str) -> list[str]:
    parties: list[Party] = [party for tally in row.tallies if tally.kind in kinds for party in tally.parties]
    return [party.name for party in dict.fromkeys(parties) if party.name]


def _plain(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.words for piece in pieces)


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None
