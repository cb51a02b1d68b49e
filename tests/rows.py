"""Plain functions that make fictional rows for tests of pages: outlets, articles, what was said in them."""

from datetime import datetime
from hashlib import sha256
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.utils.text import slugify

from articles.models import Article, Revision, Source
from claims.models import Actor, Claim, Reading, Report, Stance, Utterance
from claims.values import Evidence, Span

WIB = ZoneInfo("Asia/Jakarta")
_serial = count(1)
KINDS = {"asserts": "claim", "accuses": "accusation", "denies": "denial", "partly_denies": "denial"}
KINDS |= {
    "confirms": "confirmation",
    "retracts": "retraction",
    "neither": "neither",
    "no_comment": "no_comment",
}


def wib(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of October 2024, in Jakarta's time."""
    return datetime(2024, 10, day, hour, minute, tzinfo=WIB)


def make_user(name: str = "redaktur") -> User:
    """A person who decides; the same name gives the same row."""
    return User.objects.get_or_create(username=name)[0]


def make_source(name: str = "Kabar Pagi", **fields: object) -> Source:
    """An outlet, by name; the same name gives the same row."""
    slug = slugify(name)
    defaults: dict[str, Any] = {"name": name, "home": f"https://{slug}.example/", "group": "demo", **fields}
    return Source.objects.get_or_create(slug=slug, defaults=defaults)[0]


def make_revision(
    text: str, *, outlet: str = "Kabar Pagi", at: datetime | None = None, article: Article | None = None
) -> Revision:
    """A revision of a new article, or the next of `article`; the first line of `text` is its title."""
    at = at or wib(16)
    title, _, body = text.partition("\n")
    if article is None:
        url = f"https://{slugify(outlet)}.example/{next(_serial)}"
        article = Article.objects.create(source=make_source(outlet), url=url, first_seen=at, last_seen=at)
    return Revision.objects.create(
        article=article,
        number=article.revisions.count() + 1,
        title=title,
        body=body,
        published=at,
        fetched=at,
        recorded=at,
        content_hash=sha256(text.encode()).hexdigest(),
    )


def make_actor(name: str, sort: str = "person", **fields: object) -> Actor:
    """A speaker, by name; the same name gives the same row."""
    defaults: dict[str, Any] = {"name": name, "sort": sort, **fields}
    return Actor.objects.get_or_create(slug=slugify(name)[:100] or "aktor", defaults=defaults)[0]


def make_report(
    revision: Revision, words: str, utterance: Utterance | None = None, **fields: object
) -> Report:
    """What `revision` says that was said: `words` must stand in its text."""
    start = revision.text.index(words)
    evidence = Evidence.at(revision.text, Span(start, start + len(words)))
    reading, _ = Reading.objects.get_or_create(revision=revision, reader_version=1)
    defaults: dict[str, Any] = {
        "ordinal": reading.reports.count(),
        "quote": "indirect",
        "kind": "claim",
        "rule": "verb-content",
        "score": 0.9,
        "published": revision.published,
        "fetched": revision.fetched,
        "recorded": revision.fetched,
        "chain": f"{revision.article_id}",
        "speaker_name": utterance.actor.name if utterance and utterance.actor else "",
    }
    return Report.objects.create(
        reading=reading,
        article=revision.article,
        revision=revision,
        utterance=utterance,
        start=evidence.start,
        end=evidence.end,
        exact=evidence.exact,
        prefix=evidence.prefix,
        suffix=evidence.suffix,
        **{**defaults, **fields},
    )


def make_utterance(actor: Actor | None, at: datetime, **fields: object) -> Utterance:
    """One actor on one occasion, first published at `at`."""
    values: dict[str, Any] = {"said_on": at.astimezone(WIB).date(), **fields}
    return Utterance.objects.create(actor=actor, not_later_than=at, key=f"u{next(_serial)}", **values)


def make_claim(title: str, at: datetime, **fields: object) -> Claim:
    """A claim first said at `at`."""
    values: dict[str, Any] = {"first_said": at, "last_moved": at, **fields}
    return Claim.objects.create(title=title, key=f"c{next(_serial)}", **values)


def make_stance(utterance: Utterance, claim: Claim, kind: str, **fields: object) -> Stance:
    """How the utterance stands to the claim."""
    defaults: dict[str, Any] = {"score": 0.9, "linker_version": 1}
    stance = Stance.objects.create(utterance=utterance, claim=claim, kind=kind, **{**defaults, **fields})
    Stance.objects.filter(pk=stance.pk).update(recorded=utterance.not_later_than)
    moved = max(m for m in (claim.last_moved, utterance.not_later_than) if m is not None)
    Claim.objects.filter(pk=claim.pk).update(last_moved=moved)
    return stance


def make_words(
    claim: Claim,
    speaker: str,
    stance: str,
    text: str,
    at: datetime,
    *,
    outlet: str = "Kabar Pagi",
    **fields: object,
) -> Report:
    """One article in which `speaker` takes a stance on `claim`; the second line of `text` are the words."""
    revision = make_revision(text, outlet=outlet, at=at)
    utterance = make_utterance(make_actor(speaker), at)
    reason = fields.pop("reason", {"id": "objek sama", "en": "same object"})
    make_stance(utterance, claim, stance, reason=reason)
    kind = KINDS[stance]
    return make_report(revision, revision.paragraphs[0], utterance, kind=kind, **fields)
