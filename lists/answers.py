"""Sends a list as a file: CSV and JSON row by row without holding them all, Atom a page at a time."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import get_language

from lists.feeds import CONTENT_TYPE, Feed, Item, atom
from lists.rows import WRITERS, Columns, Table

# form in the address, and its name on the page
FILES = {"csv": "CSV", "json": "JSON", "atom": "Atom"}


def file_of(form: str, table: Table, rows: Iterable[Columns]) -> HttpResponseBase:
    """The rows of a table in one of WRITERS' forms, to be saved."""
    writer, content_type = WRITERS[form]
    headers = {"Content-Disposition": f'attachment; filename="claimtrack-{table.name}.{form}"'}
    return StreamingHttpResponse(writer(table, rows), content_type=content_type, headers=headers)


def page_of(request: HttpRequest, query: str) -> str:
    """The path of the page that is asked for, with this query."""
    return f"{request.path}?{query}" if query else request.path


def feed_of(
    request: HttpRequest, title: str, items: Iterable[Item], *, page: str = "", following: str = ""
) -> HttpResponse:
    """One page of a list as Atom: `page` is the address it tells of, `following` finds its next page."""
    page = request.build_absolute_uri(page or request.path)
    own = request.build_absolute_uri()
    feed = Feed(
        title=f"ClaimTrack: {title}",
        about="",
        page=page,
        own=own,
        next=request.build_absolute_uri(f"{request.path}?{following}") if following else "",
        items=tuple(items),
    )
    return HttpResponse(atom(feed, get_language() or "id"), content_type=CONTENT_TYPE)
