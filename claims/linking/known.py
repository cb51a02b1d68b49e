"""The registry of actors that need no introduction, read from registry/*.txt once."""

from dataclasses import dataclass
from pathlib import Path

from claims.linking.names import fold_marks, normal_name, sound
from claims.linking.vocabulary import read_rows
from claims.values import Sort

FOLDER = Path(__file__).parent / "registry"
FILES = ("countries", "bodies", "people", "outlets")
# Capitals of the readers' own country name a city to them, not a government.
HOME = "Indonesia"


@dataclass(frozen=True, slots=True)
class Known:
    """One known actor: `spellings` maps each spelling to its kind (full, short, abbreviation, metonym)."""

    key: str
    name: str
    sort: Sort
    wikidata: str
    spellings: dict[str, str]
    organisation: str = ""


def read_known(file: str) -> list[Known]:
    """The actors of one file of the registry."""
    return [parse_known(row) for row in read_rows(FOLDER / f"{file}.txt")]


def parse_known(row: tuple[str, ...]) -> Known:
    """One row: name, sort, Wikidata, full names, short forms, metonyms, organisation."""
    name, sort, wikidata, *lists = (*row, "", "")[:7]
    spellings = {name: "full"}
    for kind, cell in zip(("full", "short", "metonym"), lists, strict=False):
        for spelling in filter(None, (part.strip() for part in cell.split(","))):
            initial = kind == "short" and spelling.isupper()
            spellings.setdefault(spelling, "abbreviation" if initial else kind)
    return Known(normal_name(name), name, Sort(sort), wikidata, spellings, lists[3] if len(lists) > 3 else "")


def index_spellings(actors: list[Known]) -> dict[str, str]:
    """Normal form of each spelling to its actor's key; a form that fits two actors is left out."""
    index: dict[str, str] = {}
    for actor in actors:
        for spelling in actor.spellings:
            form = normal_name(spelling)
            index[form] = actor.key if index.get(form, actor.key) == actor.key else ""
    return {form: key for form, key in index.items() if key}


def index_sounds(actors: list[Known]) -> dict[str, str]:
    """Sound of each person's spellings to the person's key, for transliterations not listed."""
    people = [actor for actor in actors if actor.sort is Sort.PERSON]
    return {sound(form): key for form, key in index_spellings(people).items()}


def index_countries(actors: list[Known]) -> dict[str, str]:
    """Every word for a country, its capital included, to one term."""
    terms = {}
    for actor in actors:
        for spelling, kind in actor.spellings.items():
            if kind == "metonym" and actor.name == HOME:
                continue
            terms[fold_marks(spelling)] = fold_marks(actor.name)
    return terms


KNOWN = [actor for file in FILES for actor in read_known(file)]
BY_KEY = {actor.key: actor for actor in KNOWN}
BY_SPELLING = index_spellings(KNOWN)
BY_SOUND = index_sounds(KNOWN)
COUNTRY_TERMS = index_countries(read_known("countries"))


def find_known(name: str) -> str:
    """The key of the known actor a name stands for, or ""."""
    form = normal_name(name)
    key = BY_SPELLING.get(form, "")
    return key or (BY_SOUND.get(sound(form), "") if " " in form else "")
