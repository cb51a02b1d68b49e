"""Reads who wrote and who edited, from names as fields give them and from byline sentences."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.parsing.hygiene import clean_text

AUTHOR_LABEL = (
    r"(?:pewarta|penulis|reporter|wartawan|jurnalis|author|writer|kontributor|oleh|by|rep|ditulis oleh)"
)
EDITOR_LABEL = r"(?:editor|redaktur|red|penyunting|redaksi|penanggung jawab|disunting oleh|produser)"
OTHER_LABEL = r"(?:uploader|fotografer|foto|photographer|penerjemah|sumber|video|infografis|copyright|tim)"
LABEL = re.compile(
    rf"(?P<author>{AUTHOR_LABEL})\s?[:：]\s?|(?P<editor>{EDITOR_LABEL})\s?[:：]\s?|(?P<other>{OTHER_LABEL})\s?[:：©]\s?",
    re.IGNORECASE,
)
WIRE_REPORT = re.compile(
    r"laporan (?:langsung )?(?:wartawan|reporter|jurnalis|kontributor|khusus)\b"
    r"[^,]{0,50},\s?(?P<name>[^,.]{3,60})\.?$",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s?(?:[|;/\n]|,(?!\s?(?:S|M|Dr|Ph|SH|ST|SE|MM|Jr)\b)|\s&\s|\s(?:dan|and)\s)\s?")
PART_END = re.compile(r"\s[-–—•·|]\s.*$|\s?\([^()]{0,40}\)$|\s?@.*$")
NO_PERSON = re.compile(
    r"https?:|www\.|\.(?:com|co\.id|id|net|tv)\b|\b(?:redaksi|admin|administrator|editor|developer|cyber|media|tim|team|"
    r"newsroom|jurnalis|wartawan|reporter|author|penulis|newsroom|news|detik\w*|okezone|indonesia|kompas|tempo|tribun\w*|"
    r"antara|sindonews|viva|liputan6|republika|pt|kontributor|desk|online|portal|staff|user|root|web|super|official)\b|\d",
    re.IGNORECASE,
)
LONGEST_NAME = 50


@dataclass(slots=True)
class People:
    """Who made an article: names, or initials as printed."""

    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)

    def merged(self, other: "People") -> "People":
        """These people, and where a list is empty those of `other`."""
        return People(self.authors or other.authors, self.editors or other.editors)


def names_in(raw: str) -> list[str]:
    """The names in a field that may hold several; what is an outlet, a desk or an address is left out."""
    if "://" in raw:
        return []
    parts = SEPARATOR.split(clean_text(raw).strip())
    return [name for part in parts if (name := person_name(part))]


def person_name(part: str) -> str:
    """A name without label, desk and handle; empty where it is no person's."""
    name = LABEL.sub("", part).strip(" ,.-–—:")
    name = PART_END.sub("", name).strip(" ,.-–—:")
    if not 2 < len(name) <= LONGEST_NAME or NO_PERSON.search(name) or len(name.split()) > 6:
        return ""
    return name if name[0].isalpha() else ""


def read_byline(people: People, text: str) -> bool:
    """Whether the text is a byline ("Pewarta: A Editor: B"); its names are added."""
    report = WIRE_REPORT.match(text)
    if report:
        people.authors += names_in(report["name"])
        return True
    if not LABEL.match(text):
        return False
    labels = list(LABEL.finditer(text))
    ends = [label.start() for label in labels[1:]] + [len(text)]
    values = [text[label.end() : end].strip(" |,") for label, end in zip(labels, ends, strict=True)]
    if any(len(value) > 90 for value in values):
        return False
    for label, value in zip(labels, values, strict=True):
        add_names(people, label, value)
    return True


def add_names(people: People, label: re.Match[str], value: str) -> None:
    """Adds the names behind one label to the right list."""
    if label["author"]:
        people.authors += names_in(value)
    elif label["editor"]:
        people.editors += names_in(value)


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order, whatever its capitals; a part of a longer name counts as that name."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return tuple(first.values())
