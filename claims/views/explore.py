"""Every report under any filter, to read and to take away."""

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.exports import csv_lines, json_lines
from claims.report_filters import parse_sought
from claims.timeline.explore import find_exploration, find_rows

FORMATS = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "json": (json_lines, "application/x-ndjson; charset=utf-8"),
}


@require_safe
def explore(request: HttpRequest) -> HttpResponseBase:
    """Fifty reports a page with facets; `format` csv or json gives the same reports as a file."""
    sought = parse_sought(request.GET)
    if request.GET.get("format") in FORMATS:
        return _file(request, request.GET["format"])
    context = {
        "found": find_exploration(sought),
        "sought": sought,
        "order": sought.query(sort="" if "sort" in sought.chosen else "oldest"),
        "csv": sought.query(format="csv"),
        "json": sought.query(format="json"),
        "here": "explore",
    }
    return render(request, "claims/explore.html", context)


def _file(request: HttpRequest, name: str) -> HttpResponseBase:
    lines, content_type = FORMATS[name]
    rows = find_rows(parse_sought(request.GET))
    headers = {"Content-Disposition": f'attachment; filename="claimtrack.{name}"'}
    return StreamingHttpResponse(lines(rows), content_type=content_type, headers=headers)
