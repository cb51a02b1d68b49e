"""Finds when an article was published and changed, from sources that do not all tell the truth."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain

from lxml.etree import _Element as HtmlElement

from articles.parsing.dates import Stamp, is_plausible, parse_stamp
from articles.parsing.evidence import PageEvidence, element_value, selected_values
from articles.parsing.headline import title_place
from articles.parsing.markup import plain_text

PUBLISHED_METAS = (
    *(
        "dtk:publishdate",
        "publishdate",
        "content_publisheddate",
        "jpnncom_news_pubdate",
        "article:published_time",
    ),
    *("datepublished", "article:published", "og:published_time", "published_time", "pubdate", "publish-date"),
    *(
        "publish_date",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
    ),
    *(
        "cxenseparse:recs:publishtime",
        "article.published",
        "content_createddate",
        "datecreated",
        "createdate",
    ),
)
MODIFIED_METAS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)
VISIBLE_NAME = re.compile(
    r"date|time|tanggal|tgl|waktu|schedule|jadwal|publish|posted|byline|meta|info", re.IGNORECASE
)
UPDATE_WORD = re.compile(
    r"\b(?:diperbarui|diperbaharui|update[d]?|terakhir diubah|last modified|revisi|dimutakhirkan)\b", re.I
)
CLOCK_HINT = re.compile(r"\d{1,2}[:.]\d{2}|lalu|ago|baru saja")
YEAR_HINT = re.compile(r"(?:19|20)\d{2}|/\d{2}\b|\blalu\b|\bago\b|kemarin|hari ini|baru saja", re.IGNORECASE)
URL_STAMP = re.compile(r"/(20\d{12})(?=[-/])")
URL_SUARA = re.compile(r"/(20\d{2}/\d{2}/\d{2})/(\d{2})(\d{2})(\d{2})/")
URL_DAY = re.compile(r"/((?:19|20)\d{2}[/-]\d{1,2}[/-]\d{1,2})(?=/)")
NEAR, LONGEST_VISIBLE = 70, 160


def find_times(
    evidence: PageEvidence, title: str, printed: Iterable[str] = ()
) -> tuple[datetime | None, datetime | None]:
    """Published and modified, aware; None where the page does not say. `printed` are times among the text."""
    visible, updated = visible_stamps(evidence, chain(texts_near_title(evidence, title), printed))
    published = best_stamp(evidence, list(published_stamps(evidence)), visible)
    modified = first_plausible(evidence, modified_stamps(evidence)) or updated
    if published is None:
        return (at_home(updated, evidence) if updated else None), None
    changed = corrected(modified, visible) if modified else None
    is_later = changed is not None and changed.moment > published.moment
    return at_home(published, evidence), at_home(changed, evidence) if changed and is_later else None


def at_home(stamp: Stamp, evidence: PageEvidence) -> datetime:
    """The moment in the outlet's own zone where the page gives it in UTC; WITA stays WITA."""
    is_utc = stamp.moment.utcoffset() == timedelta(0)
    return stamp.moment.astimezone(evidence.zone) if is_utc else stamp.moment


def best_stamp(evidence: PageEvidence, stated: list[Stamp], visible: Stamp | None) -> Stamp | None:
    """The time that was declared or stated to machines, set right by the visible one; last a date alone."""
    declared = first_plausible(
        evidence, stamps(evidence, selected_values(evidence.markup, evidence.layout.published))
    )
    if declared and declared.clock:
        return corrected(declared, visible)
    right = [corrected(stamp, visible) for stamp in stated]
    candidates = [stamp for stamp in right if is_plausible(stamp.moment, evidence.page.fetched_at)]
    candidates += [visible] if visible else []
    candidates += list(stamps(evidence, url_times(evidence.page.url)))
    timed = next((stamp for stamp in candidates if stamp.clock and not is_midnight(stamp)), None)
    if timed is None:
        return declared or next(iter(candidates), None)
    return most_exact(timed, candidates)


def most_exact(chosen: Stamp, candidates: list[Stamp]) -> Stamp:
    """The same minute with its seconds, where another source has them."""
    if chosen.seconds and chosen.moment.second:
        return chosen
    minute = chosen.moment.replace(second=0, microsecond=0)
    exact = (
        one for one in candidates if one.seconds and one.moment.replace(second=0, microsecond=0) == minute
    )
    return max((chosen, *exact), key=lambda stamp: stamp.moment.second)


def corrected(stamp: Stamp, visible: Stamp | None) -> Stamp:
    """The stamp in its real zone: a "Z" behind the hour that visitors see in local time is no UTC."""
    if visible is None or not visible.clock or not stamp.clock:
        return stamp
    local = stamp.moment.replace(tzinfo=visible.moment.tzinfo)
    is_utc = stamp.moment.utcoffset() == timedelta(0)
    if is_utc and abs(local - visible.moment) < timedelta(minutes=1) <= abs(stamp.moment - visible.moment):
        return replace(stamp, moment=local)
    return stamp


def is_midnight(stamp: Stamp) -> bool:
    """Whether the hour is only what a date without an hour was filled with."""
    return (stamp.moment.hour, stamp.moment.minute, stamp.moment.second) == (0, 0, 0)


def published_stamps(evidence: PageEvidence) -> Iterator[Stamp]:
    """Times of publication that machines are told, most trustworthy first."""
    linked, metas, markup = evidence.linked, evidence.metas, evidence.markup
    values = [linked.text("datePublished"), *metas.all("article:published_time")]
    values += [element_value(element) for element in markup.select("[itemprop=datePublished]")[:3]]
    values += metas.all(*PUBLISHED_METAS)
    values += [
        element_value(element) for element in markup.tags.get("time", [])[:3] if is_publishing(element)
    ]
    values += [linked.text("dateCreated")]
    yield from stamps(evidence, values)


def is_publishing(element: HtmlElement) -> bool:
    """Whether a time element speaks of publication."""
    name = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    return element.get("pubdate") is not None or "publish" in name or "entry-date" in name


def modified_stamps(evidence: PageEvidence) -> Iterator[Stamp]:
    """Times of the last change that the page states."""
    yield from stamps(evidence, selected_values(evidence.markup, evidence.layout.modified))
    values = [evidence.linked.text("dateModified"), *evidence.metas.all(*MODIFIED_METAS)]
    values += [element_value(element) for element in evidence.markup.select("[itemprop=dateModified]")[:2]]
    yield from stamps(evidence, values)


def stamps(evidence: PageEvidence, values: Iterable[str]) -> Iterator[Stamp]:
    """The values that are times."""
    for value in values:
        stamp = parse_stamp(value, evidence.zone, evidence.page.fetched_at) if value else None
        if stamp:
            yield stamp


def first_plausible(evidence: PageEvidence, candidates: Iterable[Stamp]) -> Stamp | None:
    """The first time that is not in the future."""
    return next((one for one in candidates if is_plausible(one.moment, evidence.page.fetched_at)), None)


def visible_stamps(evidence: PageEvidence, texts: Iterable[str]) -> tuple[Stamp | None, Stamp | None]:
    """The times of publication and of update that visitors read near the headline."""
    published: Stamp | None = None
    updated: Stamp | None = None
    for text in texts:
        stamp = parse_stamp(text, evidence.zone, evidence.page.fetched_at)
        if stamp is None:
            continue
        if UPDATE_WORD.search(text):
            updated = updated or stamp
        elif published is None or (stamp.clock and not published.clock):
            published = stamp
        if published and published.clock:
            break
    return published, updated


def texts_near_title(evidence: PageEvidence, title: str) -> Iterator[str]:
    """Short texts with a date around the headline: after it first, then the few before it."""
    elements = evidence.markup.elements
    place = title_place(evidence, title)
    if place is None:
        around = [one for one in elements if VISIBLE_NAME.search(one.get("class") or "")][:20]
    else:
        around = [*elements[place : place + NEAR], *reversed(elements[max(0, place - NEAR // 2) : place])]
    for element in around:
        text = (element.get("datetime") if element.tag == "time" else "") or own_text(element)
        if text and YEAR_HINT.search(text):
            yield text


def own_text(element: HtmlElement) -> str:
    """The text of a small element, or of one that holds small ones; empty for anything long."""
    if len(element) > 8 or element.tag in ("script", "style", "meta", "ul", "option", "a"):
        return ""
    own = element.text or ""
    direct = own + " ".join(child.tail or "" for child in element)
    if not YEAR_HINT.search(direct):
        return ""
    text = plain_text(element)
    return text if len(text) <= LONGEST_VISIBLE else ""


def url_times(url: str) -> Iterator[str]:
    """Times in the address: full ones of CNN, CNBC and Suara, then the day."""
    stamp, suara, day = URL_STAMP.search(url), URL_SUARA.search(url), URL_DAY.search(url)
    if stamp:
        yield stamp[1]
    if suara:
        yield f"{suara[1]} {suara[2]}:{suara[3]}:{suara[4]}"
    if day:
        yield day[1]
