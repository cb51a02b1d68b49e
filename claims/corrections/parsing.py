"""Reads what somebody typed into the fields of a report; wrong words are refused by name."""

import re
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from claims.corrections.verdicts import CannotCorrect
from claims.models import Report
from claims.store.columns import relay_of
from claims.store.fields import COLUMNS, Value, span_value, value_of
from claims.values import Kind, QuoteForm, Sort, Span

CHOICES = {
    "kind": [kind.value for kind in Kind],
    "quote": [form.value for form in QuoteForm],
    "sort": ["", *(sort.value for sort in Sort)],
}
LONGEST = {"speaker": 300, "role": 300, "on_behalf_of": 300, "place": 200, "target": 300, "via": 300}


def parse_value(report: Report, field: str, words: str) -> Value:
    """The value that words mean for a field of this report; raises CannotCorrect."""
    told = " ".join(words.replace("\0", "").split())
    if field == "span":
        return span_value(report.revision.text, find_span(report, words))
    if field == "said_on":
        return {"said_on": parse_day(told)}
    if field == "via":
        return {"via": parse_via(report, told)}
    if field in CHOICES and told not in CHOICES[field]:
        raise CannotCorrect(_("Pilih salah satu dari daftar."), field)
    if len(told) > LONGEST.get(field, 300):
        raise CannotCorrect(_("Terlalu panjang."), field)
    return {COLUMNS[field][0]: told}


def find_span(report: Report, words: str) -> Span:
    """The span that words name: "start-end" as a selection gives it, or words of the text."""
    text = report.revision.text
    if numbers := re.fullmatch(r"\s*([0-9]{1,9})-([0-9]{1,9})\s*", words):
        return check_span(text, int(numbers[1]), int(numbers[2]))
    wanted = words.replace("\0", "").replace("\r\n", "\n").strip()
    if not wanted:
        raise CannotCorrect(_("Tulis kata-kata yang dikatakan, seperti tercetak dalam artikel."), "span")
    places = [match.start() for match in re.finditer(re.escape(wanted), text)]
    if not places:
        words = _("Kata-kata itu tidak ada dalam artikel. Salin persis dari teksnya.")
        raise CannotCorrect(words, "span")
    start = min(places, key=lambda place: abs(place - report.start))
    return check_span(text, start, start + len(wanted))


def check_span(text: str, start: int, end: int) -> Span:
    """A span within the text that holds a word and stays in one paragraph."""
    if not 0 <= start < end <= len(text):
        raise CannotCorrect(_("Rentang itu di luar teks artikel. Pilih kata-kata dari teksnya."), "span")
    if not text[start:end].strip() or "\n" in text[start:end]:
        raise CannotCorrect(_("Pilih kata-kata dari satu paragraf."), "span")
    return Span(start, end)


def parse_day(words: str) -> str | None:
    """A day as a date field sends it."""
    if not words:
        return None
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise CannotCorrect(_("Tulis tanggal sebagai TTTT-BB-HH, atau kosongkan."), "said_on") from error


def parse_via(report: Report, words: str) -> list[Value]:
    """A chain of outlets, comma-separated, each with its place in the text where it stands there."""
    if len(words) > LONGEST["via"]:
        raise CannotCorrect(_("Terlalu panjang."), "via")
    known = {relay["name"]: relay for relay in report.via}
    names = [name.strip() for name in words.split(",") if name.strip()]
    return [known.get(name) or relay_of(report.revision.text, name) for name in names]


def parse_changes(report: Report, words: Mapping[str, str]) -> dict[str, Value]:
    """The values of all fields given; a named speaker has a sort."""
    values = {field: parse_value(report, field, told) for field, told in words.items() if field in COLUMNS}
    speaker = values.get("speaker", value_of(report, "speaker"))["speaker_name"]
    sort = values.get("sort", value_of(report, "sort"))["speaker_sort"]
    if speaker and not sort:
        values["sort"] = {"speaker_sort": Sort.PERSON.value}
    if not speaker and sort:
        values["sort"] = {"speaker_sort": ""}
    return values
