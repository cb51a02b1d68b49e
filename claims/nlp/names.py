"""The names a text gives: where each stands, its fullest form, and what a short form stands for."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claims.nlp.clause import is_verb_form
from claims.nlp.hints import find_hints
from claims.nlp.lexicon import GIVEN_NAMES, ORGANISATIONS, ROLE_HEADS, ROLE_TAILS
from claims.nlp.naming import FUNCTION, find_name_start, holds_body, strip_role
from claims.nlp.offices import find_office
from claims.nlp.runs import SHORT, find_alone, is_nickname, runs_in
from claims.nlp.shortening import (
    Name,
    bare_word,
    can_lengthen,
    cut_to_initials,
    is_called,
    is_plain_word,
    lower_same_length,
    pick_name,
)
from claims.nlp.titles import POST_DEGREES, cut_office
from claims.values import Span

NAMED_AFTER = re.compile(
    r",? -?(?:sapaan akrab|panggilan akrab|nama panggilan|sapaan|julukan) (?:dari |bagi |untuk )?"
)
CLAUSE_MARK = re.compile(r"[^\w '-]")
AT_PLACE = re.compile(r"\b(?:di|ke|dari) $")  # what stands there has no nickname
BRACKETED = re.compile(r" \([^()\n]{1,40}\)")
CLOSE = re.compile(r"(?:/[^()\n]{1,40})?\),? ")
NICKNAME = re.compile(r"(?:alias|disapa|dipanggil) $")


def run_start(name: Name) -> int:
    """Where a name begins."""
    return name.span.start


class Names:
    """Every name of two words or more of one text, found once; `resolve` gives the fullest form.

    Each spelling is kept where it stands first; runs of more than `LONGEST` words are no names.
    """

    __slots__ = (
        "aliases",
        "by_word",
        "headline",
        "hints",
        "low",
        "memory",
        "offices",
        "places",
        "runs",
        "seen",
        "shorts",
        "string",
    )

    def __init__(self, string: str, headline: int = 0, story: Sequence[Span] = ()) -> None:
        self.string = string
        self.headline = headline
        self.by_word: dict[str, list[Name]] = {}
        self.seen: dict[tuple[str, ...], Name] = {}
        self.shorts: dict[str, Name] = {}
        self.runs: list[Name] = []
        self.memory: dict[str, tuple[Name, Span] | None] = {}
        self.places: dict[tuple[str, ...], list[Span]] = {}
        self.offices: dict[str, Span | None] = {}
        self.low = ""
        self.aliases: dict[str, str] = {}
        found = [(match.start(), match.group()) for match in runs_in(string, story)]
        self.hints = find_hints(string, found, headline)
        last: Name | None = None
        for place, (start, text) in enumerate(found):
            if place + 1 < len(found) and NAMED_AFTER.fullmatch(
                string, start + len(text), found[place + 1][0]
            ):
                self.aliases[text] = self.aliases[text.split(" ")[-1]] = found[place + 1][1]
            if " " in text and last is not None and is_nickname(string, start, text):
                self.shorts[text] = self.shorts[text.split(" ")[-1]] = last
            elif " " in text:
                kept = self.add(start, text)
                last = last if AT_PLACE.search(string, max(0, start - 5), start) else kept or last
            elif last is not None and start - last.span.end < REACH:
                self.add_nickname(start, text, last)

    def add(self, start: int, text: str) -> Name | None:
        """Keeps one run of capitals, its role and degrees taken off."""
        words = text.split(" ")
        if len(words) > LONGEST_RUN:
            return None
        text, words = cut_office(text, words)
        while len(words) > 1 and words[-1].rstrip(".") in POST_DEGREES:
            text = text[: -len(words.pop()) - 1]
        first = self.name_at(start, words)
        begin = start + sum(len(word) + 1 for word in words[:first])
        end = start + len(text)
        name = Name(text[begin - start :], Span(begin, end), tuple(words[first:]))
        if self.string[end : end + 2] == " (":
            self.add_short(name, end)
        if not 1 < len(name.words) <= LONGEST:
            return None
        self.runs.append(name)
        self.places.setdefault(name.words, []).append(name.span)
        if begin >= self.headline and name.words not in self.seen:
            self.seen[name.words] = name
            for word in name.words:
                self.by_word.setdefault(bare_word(word), []).append(name)
        return name

    def name_at(self, start: int, words: list[str]) -> int:
        """The word of a run at which the name begins, after a plain word that only opens the sentence."""
        if len(words) < 2:
            return 0
        role = self.role_before(start, words) if len(words) > 2 else []
        if role:
            return max(0, min(find_name_start([*role, *words], self.hints) - len(role), len(words) - 1))
        first = strip_role(words, self.hints)
        if first or not self.opens(start):
            return first
        known = len(words) == 2 or words[1].lower() in GIVEN_NAMES
        return int(known and is_plain_word(words[0], self.hints))

    def role_before(self, start: int, run: list[str]) -> list[str]:
        """The words from the last role's head to `start`, when nothing but a role can stand there."""
        end = start + sum(map(len, run)) + len(run) - 1
        closed = self.string[max(0, start - 2) : start - 1]
        if not (closed.islower() or closed == ")") or self.string.startswith(" (", end):
            return []
        listed = self.string.endswith(" dan ", 0, start)  # "Menteri Riset, Seni, dan Olahraga Darma Wibisa"
        before = self.string[max(0, start - ROLE_REACH * (1 + listed)) : start]
        before = BRACKETED.sub("", before) if closed == ")" else before
        words = CLAUSE_MARK.split(before.replace(",", "") if listed else before)[-1].split()
        for at in range(len(words) - 1, -1, -1):
            if words[at] == "dan" and at and (words[at - 1].lower() in ROLE_TAILS or holds_body(run)):
                continue
            if is_verb_form(words[at]) or words[at] in FUNCTION:
                return []
            low = words[at].lower()
            if low in ROLE_HEADS or ORGANISATIONS.get(low) == "head":
                return words[at - (at > 0 and words[at - 1].lower() in ROLE_HEADS) :]
        return []

    def office_of(self, name: Span) -> Span | None:
        """The office that the text gives the person whose fullest name stands at `name`, wherever it does."""
        text = name.of(self.string)
        if text not in self.offices:
            alone = " " not in text and len(self.offices) < MOST
            places = find_alone(self.string, text) if alone else self.places.get(tuple(text.split(" ")), [])
            found = (find_office(self.string, place, self.hints) for place in places)
            self.offices[text] = next((office for office in found if office is not None), None)
        return self.offices[text]

    def opens(self, start: int) -> bool:
        """Whether a sentence or line begins at `start`."""
        before = self.string[max(0, start - 2) : start].rstrip(' "“')
        return not before or before[-1] in ".!?\n"

    def add_short(self, name: Name, end: int) -> None:
        """Keeps the short form in brackets behind a name: "Serikat Buruh Sungai (SBS)"."""
        short = SHORT.match(self.string, end)
        if short is not None and short.group(1) not in self.shorts:
            long = cut_to_initials(name, short.group(1))
            if long is not None:
                self.shorts[short.group(1)] = long

    def add_nickname(self, start: int, text: str, long: Name) -> None:
        """Keeps a nickname: "Darma Wibisa yang akrab disapa Wira"."""
        if NICKNAME.search(self.string, max(0, start - 16), start):
            likely = (name for name in reversed(self.runs[-MANY:]) if is_called(name, text))
            self.shorts.setdefault(text, next(likely, long))

    def behind(self, role: str) -> tuple[Name, Span] | None:
        """The name that stands behind a role anywhere in the text, and where that role stands."""
        if role not in self.memory:
            self.memory[role] = self.find_behind(role.lower() + " ")
        return self.memory[role]

    def find_behind(self, role: str) -> tuple[Name, Span] | None:
        """The first place where a name follows the role (in lower case, with a space behind)."""
        self.low = self.low or lower_same_length(self.string)
        at = self.low.find(role)
        while at >= 0:
            after = at + len(role)
            name = self.run_at(after)
            if name is not None:
                return name, Span(at, after - 1)
            at = self.low.find(role, after)
        return self.find_behind_short(role.strip())

    def find_behind_short(self, role: str) -> tuple[Name, Span] | None:
        """The name behind an office whose short form stands in brackets: "Menteri Air (Menair), X"."""
        at = self.low.find(f"({role}")
        close = CLOSE.match(self.low, at + 1 + len(role)) if at >= 0 else None
        name = self.run_at(close.end()) if close is not None else None
        return (name, Span(at + 1, at + 1 + len(role))) if name is not None else None

    def run_at(self, start: int) -> Name | None:
        """The run of capitals that begins at `start`, behind the headline."""
        index = bisect_left(self.runs, start, key=run_start)
        found = index < len(self.runs) and self.runs[index].span.start == start >= self.headline
        return self.runs[index] if found else None

    def place_of(self, text: str) -> Span | None:
        """Where words stand first in the text."""
        at = self.string.find(text)
        return Span(at, at + len(text)) if at >= 0 else None

    def first_at(self, start: int) -> Name | None:
        """The name that stands at `start`, if it stands there for the first time."""
        index = bisect_left(self.runs, start, key=run_start)
        if index == len(self.runs) or self.runs[index].span.start != start:
            return None
        name = self.runs[index]
        return name if self.seen.get(name.words) is name else None

    def resolve(self, text: str, at: int) -> Name | None:
        """The fullest form of a name that stands at `at`; None where the text has no fuller one."""
        if text in self.shorts:
            return self.shorts[text]
        words = [bare_word(word) for word in self.aliases.get(text, text).split(" ")]
        wanted = set(words)
        found = [
            name
            for name in self.by_word.get(words[-1], ())
            if wanted <= set(map(bare_word, name.words)) and can_lengthen(words, name.words)
        ]
        return pick_name(found, at, len(words)) if found else None


LONGEST = 9
LONGEST_RUN = 16
MOST = 200
REACH = 1500
MANY = 40
ROLE_REACH = 48
