"""Answers a list of claims or actors: as a page, as a file, or as a feed, under the same filters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from claims.filters import Asked
from claims.lists import ListPage, all_rows
from lists.answers import FILES, feed_of, file_of, page_of
from lists.feeds import Item
from lists.rows import WRITERS, Columns, Table

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """A list: its table, its title, and how its pages, columns and feed items are made."""

    table: Table
    title: str
    find: Callable[[Asked], ListPage[Row]]
    columns: Callable[[Row], Columns]
    item: Callable[[Row, Callable[[str], str]], Item]


def answer_list(
    request: HttpRequest, listed: Listed[Row], asked: Asked, more: Mapping[str, object]
) -> HttpResponseBase:
    """Fifty rows a page; `format` gives the same rows as a file. `more` is what its page shows too."""
    form = request.GET.get("format", "")
    if form in WRITERS:
        return file_of(form, listed.table, map(listed.columns, all_rows(listed.find, asked)))
    page = listed.find(asked)
    if form == "atom":
        items = (listed.item(row, request.build_absolute_uri) for row in page.rows)
        following = asked.query(page=page.next, format="atom") if page.next else ""
        path = page_of(request, asked.query())
        return feed_of(request, listed.title, items, page=path, following=following)
    context = {
        "asked": asked,
        "rows": page.rows,
        "next": asked.query(page=page.next) if page.next else "",
        "files": [(name, asked.query(format=form)) for form, name in FILES.items()],
        "first": asked.query(),
        "here": listed.table.name,
    }
    return render(request, f"claims/{listed.table.name}.html", {**context, **more})
