"""What fields and decisions are called, in the reader's language."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from claims.models import Actor, ActorName, Review
from claims.store.fields import COLUMNS, words_of
from claims.templatetags.record import form_name, kind_name, verb

Kept = Mapping[str, Any]
Words = tuple[str, str, str]


def labels() -> dict[str, str]:
    """How each field of a report is called."""
    return {
        "span": _("Kata-kata"),
        "speaker": _("Penutur"),
        "sort": _("Macam penutur"),
        "role": _("Jabatan"),
        "on_behalf_of": _("Atas nama"),
        "kind": _("Jenis"),
        "quote": _("Bentuk kutipan"),
        "said_on": _("Dikatakan pada"),
        "place": _("Tempat"),
        "via": _("Lewat media"),
        "target": _("Sasaran tuduhan"),
    }


def sort_name(sort: str) -> str:
    """How a sort of speaker is called; "-" for nobody."""
    return str(dict(Actor.SortChoice.choices).get(sort, "-"))


NAMED: dict[str, Callable[[str], str]] = {"kind": kind_name, "quote": form_name, "sort": sort_name}


def told(field: str, value: Kept | None) -> str:
    """A report's value in words; empty for none."""
    words = words_of(field, value) if value else ""
    return NAMED[field](words) if field in NAMED and words else words


def tell_decision(review: Review) -> Words:
    """What was decided, and the words before and after where it changed any."""
    model, field = review.model, review.field
    if model == "report" and field in COLUMNS:
        return labels()[field], told(field, review.before), told(field, review.after)
    telling = TELLING.get((model, field))
    return telling(review) if telling else (f"{model}.{field}", "", "")


def kept(review: Review) -> tuple[Kept, Kept]:
    """What a decision keeps of the time before and after it, where these are objects."""
    before, after = review.before, review.after
    return (before if isinstance(before, dict) else {}), (after if isinstance(after, dict) else {})


def from_to(what: str, name: str, review: Review) -> Words:
    """A deed with one value before and after."""
    before, after = kept(review)
    return what, str(before.get(name, "")), str(after.get(name, ""))


def tell_existence(review: Review) -> Words:
    """A report refused, or one added by hand."""
    return (_("Ditambahkan") if review.after else _("Ditolak: bukan pernyataan")), "", ""


def tell_speaker(review: Review) -> Words:
    """Words given to another actor."""
    before, after = kept(review)
    names = ", ".join(actor["name"] for actor in before.get("actors", ()))
    return _("Penutur ditetapkan"), names, str(after.get("name", ""))


def tell_sort(review: Review) -> Words:
    """What sort of speaker an actor is."""
    before, after = kept(review)
    return _("Macam penutur"), sort_name(before.get("sort", "")), sort_name(after.get("sort", ""))


def tell_spelling(review: Review) -> Words:
    """A spelling added, removed, or of another kind."""
    before, after = kept(review)
    name, kinds = str(after.get("spelling", "")), dict(ActorName.KindChoice.choices)
    if after.get("kind") is None:
        return _("Ejaan dihapus"), name, ""
    kind = str(kinds.get(after["kind"], ""))
    if before.get("kind") is None:
        return _("Ejaan ditambahkan"), "", f"{name} ({kind})"
    return _("Jenis ejaan"), f"{name} ({kinds.get(before['kind'], '')})", f"{name} ({kind})"


def tell_apart(review: Review) -> Words:
    """Two actors that are not one."""
    before, after = kept(review)
    return _("Bukan aktor yang sama"), "", f"{before.get('name', '')} / {after.get('name', '')}"


def tell_role(review: Review) -> Words:
    """A role added, removed or put right."""
    before, after = kept(review)
    added, removed = not before, after.get("removed")
    what = _("Jabatan dihapus") if removed else _("Jabatan ditambahkan") if added else _("Jabatan")
    return what, str(before.get("words", "")), str(after.get("words", ""))


def whose(what: str, before: Kept) -> str:
    """A deed with the speaker of the words it is about."""
    return f"{what}: {before['who']}" if before.get("who") else what


def tell_stance(review: Review) -> Words:
    """A link accepted or refused, with the kinds where they differ."""
    before, after = kept(review)
    what = _("Kaitan ditolak") if after.get("decision") == "refused" else _("Kaitan diterima")
    what = whose(what, before)
    kinds = before.get("kind", ""), after.get("kind", "")
    return (what, verb(kinds[0]), verb(kinds[1])) if kinds[0] != kinds[1] else (what, "", verb(kinds[1]))


def tell_source(review: Review) -> Words:
    """A source found broken, or not."""
    _before, after = kept(review)
    return (_("Sumber rusak") if after.get("broken") else _("Sumber tidak rusak")), "", ""


def tell_distinct(review: Review) -> Words:
    """Two claims that are not the same."""
    before, after = kept(review)
    words = _("Bukan klaim yang sama: “%(one)s” dan “%(other)s”")
    return words % {"one": before.get("title", ""), "other": after.get("title", "")}, "", ""


def tell_move(review: Review) -> Words:
    """Utterances tied to another claim, with their stance where one was chosen."""
    told, after = kept(review)
    what, before, title = from_to(_("Ujaran dikaitkan ke klaim lain"), "title", review)
    what = whose(what, told)
    return f"{what} {verb(after['kind'])}" if after.get("kind") else what, before, title


TELLING: dict[tuple[str, str], Callable[[Review], Words]] = {
    ("report", "accepted"): lambda _review: (_("Semua bidang diterima"), "", ""),
    ("report", "exists"): tell_existence,
    ("claim", "title"): lambda review: from_to(_("Judul"), "title", review),
    ("claim", "successor"): lambda review: from_to(_("Klaim digabung"), "title", review),
    ("claim", "apart"): lambda review: from_to(_("Klaim dipisahkan"), "title", review),
    ("claim", "distinct"): tell_distinct,
    ("claim", "moved"): tell_move,
    ("utterance", "successor"): lambda review: from_to(_("Ujaran digabung"), "utterance", review),
    ("utterance", "apart"): lambda _review: (_("Ujaran dipisahkan"), "", ""),
    ("actor", "name"): lambda review: from_to(_("Nama yang ditampilkan"), "name", review),
    ("actor", "sort"): tell_sort,
    ("actor", "organisation"): lambda review: from_to(_("Organisasi"), "words", review),
    ("actor", "wikidata"): lambda review: from_to("Wikidata", "wikidata", review),
    ("actor", "spelling"): tell_spelling,
    ("actor", "role"): tell_role,
    ("actor", "apart"): tell_apart,
    ("actor", "successor"): lambda review: from_to(_("Aktor digabung"), "name", review),
    ("actor", "speaks"): tell_speaker,
    ("stance", "decision"): tell_stance,
    ("spell", "hollow"): tell_source,
}
