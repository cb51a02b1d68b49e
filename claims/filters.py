"""What a reader asks of a list: words, a state, a place to read on from; never fails on what is typed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import QueryDict

from claims.models import Actor, ActorName, Claim, Utterance
from claims.values import Sort

PAGE = 50
LONGEST_WORDS = 300
LARGEST_ID = 2**63 - 1
STATES = ("disputed", "unanswered", "asserted")
SORTS = tuple(sort.value for sort in Sort)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page begins: after the row with this moment (or name) and id."""

    mark: str
    pk: int

    def __str__(self) -> str:
        return f"{self.mark}~{self.pk}"

    @classmethod
    def parse(cls, words: str) -> Self | None:
        """The cursor in an address; None for anything else."""
        mark, _, number = words.rpartition("~")
        if "\0" in mark or not (number.isascii() and number.isdigit()) or int(number[:20]) > LARGEST_ID:
            return None
        return cls(mark, int(number[:20]))


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of a list; `lost` is True where its page could not be understood."""

    words: str = ""
    state: str = ""
    cursor: Cursor | None = None
    lost: bool = False

    def query(self, **changes: str) -> str:
        """The address's query with some parts changed; an empty part is left out."""
        parts = {"q": self.words, "status": self.state, **changes}
        return urlencode({name: value for name, value in parts.items() if value})


def parse_asked(parameters: QueryDict, states: tuple[str, ...] = STATES) -> Asked:
    """What the parameters `q`, `status` and `page` ask; the unknown is passed over."""
    words = parameters.get("q", "").replace("\0", "").strip()[:LONGEST_WORDS]
    state = parameters.get("status", "")
    page = parameters.get("page", "")
    cursor = Cursor.parse(page) if page else None
    lost = bool(page) and cursor is None and page != "1"
    return Asked(words, state if state in states else "", cursor, lost)


def claims_asked(asked: Asked) -> QuerySet[Claim]:
    """The claims asked for, the latest movement first."""
    claims = Claim.objects.current().select_related("target_actor")
    if asked.state == "disputed":
        claims = claims.disputed()
    elif asked.state == "unanswered":
        claims = claims.unanswered()
    elif asked.state == "asserted":
        claims = claims.exclude(pk__in=Claim.objects.disputed().values("pk"))
    if asked.words:
        claims = claims.filter(search=SearchQuery(asked.words, config="indonesian", search_type="websearch"))
    return claims


def claims_after(claims: QuerySet[Claim], cursor: Cursor | None) -> QuerySet[Claim]:
    """The claims of one page and one more, that tells whether there is a next."""
    if cursor:
        moment = moment_of(cursor.mark)
        later = Q(last_moved=moment, pk__lt=cursor.pk)
        claims = claims.filter(later | Q(last_moved=None) | Q(last_moved__lt=moment) if moment else later)
    return claims.order_by(F("last_moved").desc(nulls_last=True), "-pk")[: PAGE + 1]


def moment_of(words: str) -> datetime | None:
    """The aware moment that a cursor names; None for anything else."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def mark_of(moment: datetime) -> str:
    """A moment as cursors write it, in UTC, without the plus sign that addresses would have to escape."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def claim_cursor(claim: Claim) -> str:
    """The address of the page that follows this claim."""
    return str(Cursor(mark_of(claim.last_moved) if claim.last_moved else "", claim.pk))


def actors_asked(asked: Asked) -> QuerySet[Actor]:
    """The actors asked for, by name; without words those who spoke."""
    actors = named(Actor.objects.current(), asked.words) if asked.words else _heard()
    if asked.state:
        actors = actors.filter(sort=asked.state)
    return actors.order_by("name", "pk")


def actors_after(actors: QuerySet[Actor], cursor: Cursor | None) -> QuerySet[Actor]:
    """The actors of one page and one more; the index `actor_by_name` begins at the cursor."""
    if cursor:
        actors = actors.filter(Q(name__gt=cursor.mark) | Q(pk__gt=cursor.pk), name__gte=cursor.mark)
    return actors[: PAGE + 1]


def named(actors: QuerySet[Actor], words: str) -> QuerySet[Actor]:
    """Those of these actors a word of whose names begins so, by the indexes of trigrams."""
    begins = Q(name__istartswith=words) | Q(name__icontains=f" {words}")
    spelt = ActorName.objects.standing().filter(begins).values("actor")
    return actors.filter(pk__in=spelt.union(Actor.objects.filter(begins).values("pk"), all=True))


def _heard() -> QuerySet[Actor]:
    """Actors that spoke, or for whom somebody spoke; the registry's silent ones are found by name."""
    own = Utterance.objects.filter(actor=OuterRef("pk"), successor=None)
    told = Utterance.objects.filter(on_behalf_of=OuterRef("pk"), successor=None)
    return Actor.objects.current().filter(Exists(own) | Exists(told))


def actor_cursor(actor: Actor) -> str:
    """The address of the page that follows this actor."""
    return str(Cursor(actor.name, actor.pk))
