"""Puts the reason of a source's state into words, in the reader's language."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import dateformat, formats, timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from articles.fetching.verdicts import Verdict
from articles.models import Spell

VERDICTS: dict[str, StrPromise] = {
    Verdict.OK: _("berhasil"),
    Verdict.NOT_MODIFIED: _("tidak berubah"),
    Verdict.BAD_ADDRESS: _("alamat tidak sah"),
    Verdict.BLOCKED_ADDRESS: _("alamat terlarang"),
    Verdict.UNRESOLVED: _("nama situs tidak ditemukan"),
    Verdict.CONNECTION_FAILED: _("tidak dapat dihubungi"),
    Verdict.TLS_FAILED: _("sertifikat tidak sah"),
    Verdict.TIMED_OUT: _("tidak menjawab pada waktunya"),
    Verdict.BROKEN_ANSWER: _("jawaban rusak"),
    Verdict.TRUNCATED: _("jawaban terputus"),
    Verdict.UNDECODABLE: _("jawaban tidak dapat dibuka"),
    Verdict.TOO_LARGE: _("jawaban terlalu besar"),
    Verdict.WRONG_TYPE: _("bukan halaman web"),
    Verdict.TOO_MANY_REDIRECTS: _("pengalihan tanpa akhir"),
    Verdict.GONE: _("halaman tidak ada"),
    Verdict.HTTP_ERROR: _("situs menolak atau terganggu"),
    Verdict.SLOW_DOWN: _("situs minta kami menunggu"),
    Verdict.REFUSED_BY_ROBOTS: _("dilarang robots.txt"),
    Verdict.ROBOTS_UNREACHABLE: _("robots.txt tidak terbaca"),
    Verdict.NOT_A_LISTING: _("bukan daftar berita"),
    Verdict.NOT_AN_ARTICLE: _("bukan artikel"),
}
LACKING: dict[str, StrPromise] = {
    "title": _("judul kosong"),
    "body": _("isi kosong"),
    "date": _("tanggal kosong"),
    "author": _("penulis kosong"),
}
DWINDLING: dict[str, StrPromise] = {
    "length": _("huruf per artikel"),
    "statements": _("pernyataan per artikel"),
    "named": _("penutur bernama per pernyataan"),
}


def reason_of(spell: Spell) -> str:
    """Why a source is in its state; empty where the state says all."""
    facts = spell.facts
    if spell.state == Spell.State.HOLLOW:
        return "; ".join(_loss(loss) for loss in facts["losses"])
    if spell.state == Spell.State.FAILING:
        return _failed_rounds(facts) if spell.why == "rounds" else _failed(facts, spell.since)
    if spell.state == Spell.State.QUIET:
        return _silent(facts) if spell.why == "silent" else _few(facts)
    return str(facts.get("reason", ""))


def verdict_words(verdict: str) -> str:
    """A verdict in two or three words."""
    return str(VERDICTS.get(verdict, verdict))


def day_words(day: date) -> str:
    """ "14 Okt"."""
    return dateformat.format(day, "j M")


def number_words(number: float) -> str:
    """ "2,9" or "1.200", with one decimal where it is small and has one."""
    rounded = round(number, 1) if number < 10 else round(number)
    decimals = 0 if float(rounded).is_integer() else 1
    return formats.number_format(rounded, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def _loss(loss: Mapping[str, Any]) -> str:
    since = day_words(date.fromisoformat(loss["since"]))
    if not loss["dwindles"]:
        words = gettext("sejak %(since)s %(lack)s pada %(n)s dari %(of)s artikel")
        values = {"since": since, "lack": LACKING[loss["field"]], "n": number_words(loss["amount"])}
        return words % {**values, "of": number_words(loss["of"])}
    level = number_words(loss["amount"] / loss["of"])
    words = gettext("sejak %(since)s hanya %(n)s %(what)s, biasanya %(habit)s")
    what, habit = DWINDLING[loss["field"]], number_words(loss["habit"])
    return words % {"since": since, "n": level, "what": what, "habit": habit}


def _failed_rounds(facts: Mapping[str, Any]) -> str:
    times = ngettext("gagal %(n)s kali beruntun", "gagal %(n)s kali beruntun", facts["n"]) % {"n": facts["n"]}
    if not facts.get("last"):
        return times
    last = gettext("terakhir berhasil %(since)s") % {"since": day_words(date.fromisoformat(facts["last"]))}
    return f"{times}, {last}"


def _failed(facts: Mapping[str, Any], since: date) -> str:
    words = gettext("sejak %(since)s %(n)s dari %(of)s permintaan gagal, kebanyakan: %(verdict)s")
    values = {"since": day_words(since), "verdict": verdict_words(facts["verdict"])}
    return words % {**values, "n": number_words(facts["failed"]), "of": number_words(facts["of"])}


def _silent(facts: Mapping[str, Any]) -> str:
    newest = timezone.localtime(datetime.fromisoformat(facts["newest"]))
    words = gettext("tidak ada artikel baru sejak %(newest)s, biasanya %(habit)s sehari")
    habit = number_words(facts["habit"])
    return words % {"newest": dateformat.format(newest, "j M, H.i") + " WIB", "habit": habit}


def _few(facts: Mapping[str, Any]) -> str:
    day = day_words(date.fromisoformat(facts["day"]))
    words = gettext("hanya %(n)s artikel pada %(day)s, biasanya %(habit)s sehari")
    return words % {"n": number_words(facts["n"]), "day": day, "habit": number_words(facts["habit"])}
