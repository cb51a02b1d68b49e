"""Sends a list as a file, row by row, without holding it all."""

from collections.abc import Iterable

from django.http import HttpResponseBase, StreamingHttpResponse

from claims.exports import WRITERS, Columns

# form in the address, and its name on the page
FILES = {"csv": "CSV", "json": "JSON", "atom": "Atom"}


def file_of(form: str, name: str, rows: Iterable[Columns]) -> HttpResponseBase:
    """The rows of the list `name` in one of WRITERS' forms, to be saved."""
    writer, content_type = WRITERS[form]
    headers = {"Content-Disposition": f'attachment; filename="claimtrack-{name}.{form}"'}
    return StreamingHttpResponse(writer(name, rows), content_type=content_type, headers=headers)
