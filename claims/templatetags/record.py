"""How the record is written out: times, durations, numbers, stances, in the reader's language."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from django import template
from django.urls import reverse
from django.utils import dateformat, formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from claims.models import Stance
from claims.timeline.report_rows import Found
from claims.timeline.values import Number, Rendering

register = template.Library()

MARKS = {"asserts": "say", "accuses": "say", "denies": "deny", "partly_denies": "partly"}
MARKS |= {"confirms": "confirm", "neither": "half", "no_comment": "none", "retracts": "retract"}
VERBS = dict(Stance.KindChoice.choices) | {"demand": _("mendesak"), "pledge": _("berjanji")}
KINDS = {
    "claim": _("pernyataan"),
    "accusation": _("tuduhan"),
    "denial": _("bantahan"),
    "confirmation": _("pembenaran"),
    "demand": _("desakan"),
    "pledge": _("janji"),
    "neither": _("tidak membenarkan maupun membantah"),
    "no_comment": _("tanpa komentar"),
    "retraction": _("penarikan"),
}
QUOTES = '"“”„«»'
STANCE_OF_KIND = {"claim": "asserts", "accusation": "accuses", "denial": "denies"}
STANCE_OF_KIND |= {"confirmation": "confirms", "neither": "neither", "no_comment": "no_comment"}
STANCE_OF_KIND |= {"retraction": "retracts"}
FORMS = {"direct": _("kutipan langsung"), "indirect": _("parafrasa"), "mixed": _("parafrasa berkutipan")}


@register.filter
def mark(kind: str) -> str:
    """The name of the mark of a stance or of a statement's kind; empty for demand and pledge."""
    return MARKS.get(STANCE_OF_KIND.get(kind, kind), "")


@register.filter
def verb(kind: str) -> str:
    """The verb of a stance or of a statement's kind: "membantah"."""
    return str(VERBS.get(STANCE_OF_KIND.get(kind, kind), kind))


@register.filter
def kind_name(kind: str) -> str:
    """The noun of a statement's kind: "bantahan"."""
    return str(KINDS.get(kind, kind))


@register.filter
def form_name(quote: str) -> str:
    """What form the words have: "kutipan langsung"."""
    return str(FORMS.get(quote, quote))


@register.filter
def long_day(day: date | None) -> str:
    """ "Rabu, 16 Oktober 2024"; words for a day that nobody gave."""
    return dateformat.format(day, "l, j F Y") if day else gettext("Tanpa tanggal")


@register.filter
def short_day(day: date | None) -> str:
    """ "16 Okt 2024"."""
    return dateformat.format(day, "j M Y") if day else ""


@register.filter
def tick_day(day: date) -> str:
    """ "16 Okt", for an axis."""
    return dateformat.format(day, "j M")


@register.filter
def month_name(day: date) -> str:
    """ "Oktober 2024"."""
    return dateformat.format(day, "F Y")


@register.simple_tag
def clock(moment: datetime) -> SafeString:
    """The hour alone, in Jakarta, as an element that knows the whole moment."""
    return _time(moment, dateformat.format(timezone.localtime(moment), _hours()))


@register.simple_tag
def when(moment: datetime | None) -> SafeString:
    """ "16 Okt 2024, 10.40 WIB", with the UTC time on hovering."""
    if moment is None:
        return format_html("{}", gettext("waktu tidak disebut"))
    words = dateformat.format(timezone.localtime(moment), f"j M Y, {_hours()}")
    return _time(moment, f"{words} WIB")


@register.simple_tag
def both(moment: datetime | None) -> SafeString:
    """ "16 Okt 2024, 10.40 WIB (03.40 UTC)": the same moment twice, the UTC day too where it is another."""
    if moment is None:
        return format_html("{}", gettext("waktu tidak disebut"))
    local, universal = timezone.localtime(moment), moment.astimezone(UTC)
    form = _hours() if local.date() == universal.date() else f"j M Y, {_hours()}"
    return format_html("{} ({} UTC)", when(moment), dateformat.format(universal, form))


def _hours() -> str:
    return "H.i" if get_language() == "id" else "H:i"


def _time(moment: datetime, words: str) -> SafeString:
    utc = dateformat.format(moment.astimezone(UTC), f"j M Y, {_hours()}")
    local = timezone.localtime(moment).isoformat(timespec="minutes")
    return format_html('<time datetime="{}" title="{} UTC">{}</time>', local, utc, words)


@register.filter
def duration(lasting: timedelta) -> str:
    """ "8 jam 25 menit"; from two days on, days and hours; from thirty days on, days alone."""
    minutes = int(lasting.total_seconds()) // 60
    days, hours = minutes // 1440, minutes // 60
    if days >= 30:
        return _days(days)
    if days >= 2:
        return _joined(_days(days), _hours_of(hours % 24), hours % 24)
    if hours:
        return _joined(_hours_of(hours), _minutes(minutes % 60), minutes % 60)
    return _minutes(minutes)


def _joined(first: str, second: str, amount: int) -> str:
    return f"{first} {second}" if amount else first


def _days(days: int) -> str:
    return ngettext("%(n)s hari", "%(n)s hari", days) % {"n": grouped(days)}


def _hours_of(hours: int) -> str:
    return ngettext("%(n)s jam", "%(n)s jam", hours) % {"n": hours}


def _minutes(minutes: int) -> str:
    return ngettext("%(n)s menit", "%(n)s menit", minutes) % {"n": minutes}


@register.filter
def grouped(number: float) -> str:
    """ "3.000" in Indonesian, "3,000" in English; whole numbers without a fraction."""
    whole = int(number) if float(number).is_integer() else number
    return formats.number_format(whole, use_l10n=True, force_grouping=True)


@register.filter
def amount(number: Number) -> str:
    """A figure as its speaker gave it, "sekitar 10.000–12.000 orang": in the text's words where kept."""
    if number.words:
        return number.words
    words = grouped(number.value)
    if number.upper is not None:
        words = f"{words}–{grouped(number.upper)}"
    if number.approximate:
        words = pgettext("angka", "sekitar %(number)s") % {"number": words}
    return f"{words} {number.unit}".strip()


@register.filter
def in_language(words: Mapping[str, str] | None) -> str:
    """A sentence kept in both languages, in the reader's."""
    sentence = (words or {}).get(get_language() or "id") or (words or {}).get("id", "")
    return sentence.rstrip(".")


@register.filter
def quoted(words: str) -> str:
    """Words said verbatim, between marks, without the comma that led on to their verb."""
    return f"“{words.strip().strip(QUOTES).rstrip(',')}”"


@register.simple_tag
def evidence(rendering: Rendering | Found) -> str:
    """The address of the marked sentence, in the revision that has it."""
    page = reverse("articles:article", args=[rendering.article])
    revision = "" if rendering.newest else f"?revision={rendering.number}"
    return f"{page}{revision}#laporan-{rendering.report}"
