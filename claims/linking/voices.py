"""Finds who each report's speaker is: by known name, or by what the reports of one topic tell about it."""

import re
from collections.abc import Iterable, Sequence

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
# "Direktur JSK", "Kepala Dinas Kesehatan X": the head of a body speaks for it; a minister or mayor does not.
HEADS = re.compile(
    r"^(?:juru bicara|jubir|humas|kepala (?:bagian )?humas|direktur(?: utama| eksekutif)?|dirut|ketua umum|"
    r"sekretaris jenderal|sekjen|kepala (?=dinas|badan|balai|kantor|polisi|kejaksaan|rumah sakit)|"
    r"pengacara|kuasa hukum) +(?P<body>.+)$",
    re.IGNORECASE,
)


def find_voices(told: Sequence[Told]) -> dict[str, Voice]:
    """The voice of each report, by the report's key; a report that names nobody has none."""
    keys = {report.key: speaker_key(report) for report in told}
    aliases = find_aliases(told, keys)
    voices = {}
    for report in told:
        if not keys[report.key]:
            continue
        behalf = body_key(report)
        actor = aliases.get(keys[report.key], keys[report.key])
        behalf = aliases.get(behalf, behalf)
        voices[report.key] = Voice(actor, behalf if behalf != actor else "")
    return voices


def find_targets(told: Sequence[Told]) -> dict[str, str]:
    """The key of the accused of each accusation, by the report's key."""
    aliases = find_aliases(told, {report.key: speaker_key(report) for report in told})
    named = {
        report.key: find_known(report.target) or normal_name(report.target)
        for report in told
        if report.target
    }
    return {key: aliases.get(target, target) for key, target in named.items()}


def speaker_key(report: Told) -> str:
    """The key of a report's speaker from its own words; "" where nobody is named."""
    if not report.speaker:
        return ""
    if report.sort is Sort.UNNAMED and not DOCUMENT.match(report.speaker):
        return UNNAMED_MARK + unnamed_form(report.speaker)
    return find_known(report.speaker) or normal_name(report.speaker)


def body_key(report: Told) -> str:
    """The key of the body that the speaker speaks for; "" where it speaks for itself."""
    body = body_words(report)
    return (find_known(body) or normal_name(body)) if body else ""


def body_words(report: Told) -> str:
    """The body that the speaker speaks for, in the text's words: as the reader says, or by the role."""
    if report.on_behalf_of or report.sort is not Sort.PERSON:
        return report.on_behalf_of
    match = HEADS.match(report.role)
    return match.group("body") if match else ""


def find_aliases(told: Sequence[Told], keys: dict[str, str]) -> dict[str, str]:
    """Short keys to the one full key of the topic each can stand for; a form that fits two stays itself."""
    people = sorted({keys[r.key] for r in told if r.sort is Sort.PERSON and " " in keys[r.key]})
    bodies = sorted({keys[r.key] for r in told if r.sort in BODIES} | {body_key(r) for r in told} - {""})
    roles = find_roles(told, keys)
    aliases = find_glued(people, bodies)
    bodies = [body for body in bodies if body not in aliases]
    targets = {normal_name(report.target) for report in told}
    for key in sorted({*keys.values(), *bodies, *targets} - {""}):
        if key.startswith(UNNAMED_MARK):
            fits = roles.get(key.removeprefix(UNNAMED_MARK), set())
        else:
            fits = {full for full in people if is_short_of_person(key, full)}
            fits |= {full for full in bodies if is_short_of_body(key, full)}
        if len(fits) == 1 and key not in aliases:
            aliases[key] = fits.pop()
    return {key: aliases.get(full, full) for key, full in aliases.items()}


def find_glued(people: Sequence[str], bodies: Sequence[str]) -> dict[str, str]:
    """Names printed with a body's name before them, to the part that is meant.

    "intelijen astara dara linvik" as a body is "intelijen astara", as a person it is "dara linvik".
    """
    glued: dict[str, str] = {}
    for person in people:
        tail = f" {person}"
        glued |= {body: body.removesuffix(tail) for body in bodies if body.endswith(tail)}
        glued |= {longer: person for longer in people if longer.endswith(tail)}
    return glued


def find_roles(told: Iterable[Told], keys: dict[str, str]) -> dict[str, set[str]]:
    """Each role as stated to the persons who hold it here: "juru bicara kremlin" to its spokesman."""
    roles: dict[str, set[str]] = {}
    for report in told:
        if report.role and report.sort is Sort.PERSON:
            roles.setdefault(expand(" ".join(split_words(report.role))), set()).add(keys[report.key])
    return roles


def is_short_of_person(key: str, full: str) -> bool:
    """Whether one word is a part of a full name: "menta" of "oskar menta"."""
    return " " not in key and key != full and key in full.split()


def is_short_of_body(key: str, full: str) -> bool:
    """Whether a form is a body's initials or the beginning of its name."""
    if key == full or not key or key.startswith(UNNAMED_MARK):
        return False
    bare, bare_full = COMPANY.sub("", key), COMPANY.sub("", full)
    if bare == bare_full:
        return len(key) < len(full)
    content = " ".join(word for word in bare_full.split() if word not in ("dan", "untuk", "di"))
    if " " not in bare and len(bare) > 1:
        return bare in (initials(bare_full), initials(content))
    return " " in bare and not find_known(key) and full.startswith(f"{key} ")


def display_name(name: str) -> str:
    """A speaker's name as shown: an unnamed one begins with a capital, its closing clause cut."""
    words = " ".join(name.split())
    return words[:1].upper() + words[1:]


def names_in_order(names: Iterable[str]) -> list[str]:
    """Spellings, the best to show first: the most words, then the longest, then by alphabet."""
    return sorted(set(names), key=lambda name: (-len(name.split()), -len(name), fold_marks(name), name))
