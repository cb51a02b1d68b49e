"""Finds who each report's speaker is: by known name, or by what the reports of one topic tell about it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from claims.linking.known import find_known
from claims.linking.names import expand, fold_marks, initials, normal_name, split_words, unnamed_form
from claims.linking.values import Told, Voice
from claims.values import Sort

UNNAMED_MARK = "?"
BODIES = frozenset({Sort.ORGANISATION, Sort.GOVERNMENT, Sort.OUTLET})
DOCUMENT = re.compile(
    r"^(?:buku putih|laporan (?:tahunan|hasil)|dokumen|surat|undang-undang|piagam|survei|studi)\b",
    re.IGNORECASE,
)
COMPANY = re.compile(r"^(?:pt|cv|ud|firma) ")
POINTING = re.compile(r" (?:itu|ini|tersebut)$")
DESCRIBED = re.compile(
    r"^(?:lembaga|organisasi|kelompok|perkumpulan|komunitas|koalisi|jaringan|asosiasi|serikat|perusahaan)"
    r"(?: \w+){0,3} $"
)
# "Direktur JSK", "Kepala Dinas Kesehatan X": the head of a body speaks for it; a minister or mayor does not.
HEADS = re.compile(
    r"^(?:juru bicara|jubir|humas|kepala (?:bagian )?humas|direktur(?: utama| eksekutif)?|dirut|ketua umum|"
    r"sekretaris jenderal|sekjen|kepala(?= (?:dinas|badan|balai|kantor|kejaksaan|rumah sakit|pusat|biro)\b)|"
    r"pengacara|kuasa hukum) +(?P<body>.+)$",
    re.IGNORECASE,
)


def find_voices(told: Sequence[Told]) -> dict[str, Voice]:
    """The voice of each report, by the report's key; a report that names nobody has none."""
    people, bodies = find_aliases(told)
    voices = {}
    for report in told:
        key, behalf = speaker_key(report), body_key(report)
        if not key:
            continue
        actor = (bodies if report.sort in BODIES else people).get(key, key)
        behalf = bodies.get(behalf, behalf)
        voices[report.key] = Voice(actor, behalf if behalf != actor else "")
    return voices


def find_targets(told: Sequence[Told]) -> dict[str, str]:
    """The key of the accused of each accusation, by the report's key."""
    people, bodies = find_aliases(told)
    named = {report.key: target_key(report) for report in told if report.target}
    return {key: bodies.get(target, people.get(target, target)) for key, target in named.items()}


def target_key(report: Told) -> str:
    """The key of the accused, by the fullest name that the article gives."""
    key = find_known(report.target) or normal_name(report.target)
    return report.gist.called.get(key, key)


def speaker_key(report: Told) -> str:
    """The key of a report's speaker, by the fullest name that the article gives; "" where nobody is named."""
    key = printed_key(report)
    return report.gist.called.get(key, key)


def printed_key(report: Told) -> str:
    """The key of a report's speaker from its own words; "" where nobody is named."""
    if not report.speaker:
        return ""
    if report.sort is Sort.UNNAMED and not is_document(report):
        return UNNAMED_MARK + unnamed_form(report.speaker)
    return find_known(report.speaker) or normal_name(report.speaker)


def is_document(report: Told) -> bool:
    """Whether the speaker is a document: "buku putih pertahanan"."""
    return report.sort is Sort.DOCUMENT or DOCUMENT.match(report.speaker) is not None


def body_key(report: Told) -> str:
    """The key of the body that the speaker speaks for; "" where it speaks for itself.

    Words that only point back ("Kepala dinas itu") name a body where the article has told which.
    """
    key = printed_body(report)
    return report.gist.called.get(key, "" if POINTING.search(key) else key)


def printed_body(report: Told) -> str:
    """The same from the report's own words."""
    body = body_words(report)
    return (find_known(body) or normal_name(body)) if body else ""


def find_called(told: Sequence[Told]) -> dict[str, dict[str, str]]:
    """For each report of one article, by its key: its short names with those the article gives in full."""
    people, bodies = find_aliases(told)
    bodies = find_begun(told) | bodies
    called = {}
    for report in told:
        speaker = (bodies if report.sort in BODIES else people).get(speaker_key(report))
        body, accused = printed_body(report), target_key(report)
        full = (speaker, bodies.get(body), bodies.get(accused, people.get(accused)))
        keys = (speaker_key(report), body, accused)
        called[report.key] = {key: name for key, name in zip(keys, full, strict=True) if key and name}
    return called


def find_begun(told: Sequence[Told]) -> dict[str, str]:
    """Bodies that an article tells by how their names begin, "Istana", "dinas itu", to the one that does."""
    keys = {speaker_key(report) for report in told if report.sort in BODIES}
    keys |= {printed_body(report) for report in told}
    whole = [key for key in keys if " " in key and not POINTING.search(key)]
    fits: dict[str, set[str]] = {}
    for key in keys - {""}:
        first = POINTING.sub("", key)
        if key != first or (" " not in first and not find_known(first)):
            fits[key] = {full for full in whole if full.startswith(f"{first} ")}
    return only(fits)


def body_words(report: Told) -> str:
    """The body that the speaker speaks for, in the text's words: as the reader says, or by the role."""
    if report.on_behalf_of or report.sort is not Sort.PERSON:
        return report.on_behalf_of
    match = HEADS.match(report.role)
    return match.group("body") if match else ""


def find_aliases(told: Sequence[Told]) -> tuple[dict[str, str], dict[str, str]]:
    """Keys of persons, and of bodies, to the one key of the topic that each stands for.

    A short form that fits two stays itself, and so does whatever the registry knows.
    """
    keys = {report.key: speaker_key(report) for report in told}
    people = sorted({keys[r.key] for r in told if r.sort not in BODIES} - {""})
    bodies = sorted({keys[r.key] for r in told if r.sort in BODIES} | {body_key(r) for r in told} - {""})
    targets = sorted({target_key(report) for report in told if report.target})
    full = [key for key in people if " " in key and key[0] != UNNAMED_MARK]
    named = {*full, *(keys[report.key] for report in told if report.sort is Sort.ORGANISATION)}
    glued_people = find_glued(full, full)
    glued_bodies = find_glued(full, bodies, keep_tail=False) | find_described(bodies, named)
    full = [key for key in full if key not in glued_people]
    whole = [key for key in bodies if key not in glued_bodies]
    roles = find_roles(told, keys)
    fits_people = {key: fits_of_person(key, full, roles) for key in people}
    fits_bodies = {
        key: {body for body in whole if is_short_of_body(key, body)} for key in (*bodies, *targets)
    }
    return only(fits_people) | glued_people, only(fits_bodies) | glued_bodies


def only(fits: Mapping[str, set[str]]) -> dict[str, str]:
    """The keys that fit exactly one."""
    return {key: min(found) for key, found in fits.items() if len(found) == 1}


def fits_of_person(key: str, people: Sequence[str], roles: Mapping[str, set[str]]) -> set[str]:
    """The persons that a person's short name, or an unnamed holder of a role, can be."""
    if key.startswith(UNNAMED_MARK):
        return roles.get(key.removeprefix(UNNAMED_MARK), set())
    return {full for full in people if is_short_of_person(key, full)}


def find_glued(people: Sequence[str], names: Sequence[str], *, keep_tail: bool = True) -> dict[str, str]:
    """Names printed together with the person's name after them, to the part that is meant.

    "intelijen astara dara linvik" as a person is "dara linvik", as a body it is "intelijen astara".
    """
    return {
        name: person if keep_tail else name.removesuffix(f" {person}")
        for person in people
        for name in names
        if name.endswith(f" {person}")
    }


def find_described(bodies: Iterable[str], named: Iterable[str]) -> dict[str, str]:
    """Bodies printed with what they are before their name, to the name: "lembaga pemantau jaring sungai"."""
    tails = [name for name in named if " " in name]
    return {
        body: tail
        for body in bodies
        for tail in tails
        if body.endswith(f" {tail}") and DESCRIBED.match(body.removesuffix(tail))
    }


def find_roles(told: Iterable[Told], keys: dict[str, str]) -> dict[str, set[str]]:
    """Each role as stated to the persons who hold it here: "juru bicara kremlin" to its spokesman."""
    roles: dict[str, set[str]] = {}
    for report in told:
        if report.role and report.sort is Sort.PERSON:
            roles.setdefault(expand(" ".join(split_words(report.role))), set()).add(keys[report.key])
    return roles


def is_short_of_person(key: str, full: str) -> bool:
    """Whether one word is a part of a full name: "menta" of "oskar menta"."""
    return " " not in key and key in full.split() and not find_known(key)


def is_short_of_body(key: str, full: str) -> bool:
    """Whether a form is a body's initials or the beginning of its name."""
    if key == full or not key or key.startswith(UNNAMED_MARK):
        return False
    bare, bare_full = COMPANY.sub("", key), COMPANY.sub("", full)
    if bare == bare_full:
        return len(key) < len(full)
    content = " ".join(word for word in bare_full.split() if word not in ("dan", "untuk", "di"))
    if " " not in bare and len(bare) > 1:
        return bare in (initials(bare_full), initials(content), initials(undescribed(bare_full, len(bare))))
    return " " in bare and not find_known(key) and full.startswith(f"{key} ")


def undescribed(name: str, size: int) -> str:
    """The last words of a body's name, where those before only tell what it is: "lembaga pemantau ..."."""
    words = name.split()
    return " ".join(words[-size:]) if DESCRIBED.match(f"{' '.join(words[:-size])} ") else ""


def display_name(name: str) -> str:
    """A speaker's name as shown: an unnamed one begins with a capital, its closing clause cut."""
    words = " ".join(name.split())
    return words[:1].upper() + words[1:]


def names_in_order(names: Iterable[str]) -> list[str]:
    """Spellings, the best to show first: the most words, then the longest, then by alphabet."""
    return sorted(set(names), key=lambda name: (-len(name.split()), -len(name), fold_marks(name), name))
