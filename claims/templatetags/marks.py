"""Shows words of a site with their spans marked: everything is escaped first, then wrapped."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from claims.linking.known import BY_KEY, find_known
from claims.store.actors import slug_of
from claims.templatetags.record import mark, verb
from claims.timeline.article_page import Segment
from claims.timeline.report_rows import Found
from claims.timeline.values import Piece, Rendering
from claims.timeline.wording import Change

register = template.Library()
OPENING = tuple("\"“”„«‘'")
ELEMENTS = {"gone": "del", "new": "ins"}


@register.filter
def marked(segments: Iterable[Segment]) -> SafeString:
    """Segments of a text; those that reports cover stand in <mark>, whose first carries the report's id."""
    return _joined(_segment(segment) for segment in segments)


def _segment(segment: Segment) -> SafeString:
    if segment.cut:
        return format_html('<span class="cut" aria-hidden="true">{}</span>', "[…]")
    if not segment.reports:
        return conditional_escape(str(segment.words))
    first, *others = segment.opens or (None,)
    if first is None:
        return format_html("<mark>{}</mark>", str(segment.words))
    signs = _joined(_sign(*sign) for sign in zip(segment.opens, segment.kinds, strict=False))
    more = format_html_join("", '<span id="laporan-{}"></span>', ((other,) for other in others))
    return format_html('{}<mark id="laporan-{}">{}{}</mark>', more, first, signs, str(segment.words))


def _sign(report: int, kind: str) -> SafeString:
    """The mark of a stance before the words it begins with; it leads to the note that names it."""
    if not (name := mark(kind)):
        return SafeString()
    link = '<a class="sign k-{0}" href="#catatan-{1}" aria-label="{2}">'
    drawn = '<svg class="m" aria-hidden="true"><use href="#m-{0}"/></svg></a>'
    return format_html(link + drawn, name, report, verb(kind))


@register.filter
def relay(name: str) -> SafeString:
    """Somebody words came through; one that the registry knows leads to its page."""
    known = BY_KEY.get(find_known(name))
    if known is None:
        return format_html('<span lang="id">{}</span>', name)
    return format_html(
        '<a lang="id" href="{}">{}</a>', reverse("claims:actor", args=[slug_of(known.name)]), name
    )


@register.filter
def differing(pieces: Iterable[Piece]) -> SafeString:
    """A rendering; words that others do not have stand in <ins>, hedges and figures in <span>s."""
    return _joined(map(_piece, pieces))


def _piece(piece: Piece) -> SafeString:
    words = conditional_escape(str(piece.words))
    if piece.sort:
        words = format_html('<span class="{}">{}</span>', piece.sort, words)
    return format_html("<ins>{}</ins>", words) if piece.differs else words


@register.filter
def said(told: Rendering | Found) -> SafeString:
    """The pieces of a rendering or row; verbatim words stand between quotation marks, once."""
    words = differing(told.pieces)
    spoken = "".join(piece.words for piece in told.pieces).strip()
    if told.quote != "direct" or spoken[:1] in OPENING:
        return words
    return format_html("“{}”", words)


@register.filter
def changed(changes: Iterable[Change]) -> SafeString:
    """What an edit changed: old words in <del>, new ones in <ins>, left-out stretches as an ellipsis."""
    return _joined(_change(change) for change in changes)


def _change(change: Change) -> SafeString:
    if change.kind == "cut":
        return format_html('<span class="cut" aria-hidden="true">{}</span>', "[…]")
    if element := ELEMENTS.get(change.kind):
        return format_html("<{0}>{1}</{0}>", element, change.words)
    return conditional_escape(str(change.words))


def _joined(parts: Iterable[SafeString]) -> SafeString:
    """Each part is safe already, so their sequence is."""
    return mark_safe("".join(parts))  # noqa: S308
