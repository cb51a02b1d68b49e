"""Word knowledge as data: loads the lists of words/ once, so that code holds grammar only."""

from pathlib import Path
from typing import NamedTuple

from claims.values import Kind

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]

FOLDER = Path(__file__).parent / "words"


class Verb(NamedTuple):
    """A reporting word: its form in lower case, what kind of statement it makes, and its syntax."""

    form: str
    kind: Kind
    frame: str


def read_rows(name: str) -> list[tuple[str, ...]]:
    """The rows of words/<name>.txt, comments and empty lines left out, cells stripped."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines if line and line[0] != "#"]


def read_classes(name: str) -> dict[str, str]:
    """Form in lower case to its class (the second cell, or the list's name)."""
    return {row[0].lower(): row[1] if len(row) > 1 else name for row in read_rows(name)}


def build_phrases(classes: dict[str, str]) -> Phrases:
    """First word to its phrases (all words, class), the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, kind in classes.items():
        words = tuple(form.split())
        table.setdefault(words[0], []).append((words, kind))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


def read_verbs(name: str) -> dict[str, Verb]:
    """Reporting words by form."""
    return {form: Verb(form, Kind(kind), frame) for form, kind, frame in read_rows(name)}


def with_clitics(verbs: dict[str, Verb]) -> dict[str, Verb]:
    """The same verbs and their "-nya" forms, which name nobody: katanya, ditambahkannya, menurutnya."""
    forms = dict(verbs)
    for verb in verbs.values():
        if verb.frame in ("bare", "bare-nya", "both", "passive"):
            frame = "passive-nya" if verb.frame == "passive" else "nya"
            forms[verb.form + "nya"] = Verb(verb.form + "nya", verb.kind, frame)
    forms["menurut"] = Verb("menurut", Kind.CLAIM, "menurut")
    forms["menurutnya"] = Verb("menurutnya", Kind.CLAIM, "menurut-nya")
    return {form: verb for form, verb in forms.items() if verb.frame != "bare-nya"}


def read_pseudo() -> dict[str, frozenset[tuple[str, ...]]]:
    """Phrases that report nothing, by each of their words."""
    table: dict[str, set[tuple[str, ...]]] = {}
    for (phrase,) in read_rows("pseudo_cues"):
        words = tuple(phrase.split())
        for word in words:
            table.setdefault(word, set()).add(words)
    return {word: frozenset(phrases) for word, phrases in table.items()}


def read_of_class(name: str, wanted: str) -> frozenset[str]:
    """The forms of one class of one list, in lower case."""
    return frozenset(form for form, kind in read_classes(name).items() if kind == wanted)


def read_countries() -> dict[str, tuple[str, str]]:
    """Country words as written to their class and the country's name."""
    return {row[0]: (row[1], row[2] if len(row) > 2 else row[0]) for row in read_rows("countries")}


def read_word_classes() -> dict[str, frozenset[str]]:
    """The small classes of words/classes.txt by name; a word may stand in several."""
    classes: dict[str, set[str]] = {}
    for word, kind in read_rows("classes"):
        classes.setdefault(kind, set()).add(word)
    return {kind: frozenset(words) for kind, words in classes.items()}


WORD_CLASSES = read_word_classes()
VERBS = with_clitics(read_verbs("verbs"))
MULTI_VERBS = build_phrases({form: form for form in VERBS if " " in form})
HEADLINE_VERBS = read_verbs("headline_verbs")
NOMINAL_CUES = {row[0]: Kind(row[1]) for row in read_rows("nominal_cues")}
PSEUDO = read_pseudo()
ADVERBS = frozenset(read_classes("adverbs"))
OPENERS = build_phrases(read_classes("openers"))
ROLE_ROWS = read_rows("roles")
ROLE_CLASSES = {form: kind for form, kind in ROLE_ROWS if kind != "tail"}
ROLES = build_phrases(ROLE_CLASSES)
ROLE_HEADS = frozenset(form.split()[0] for form in ROLE_CLASSES)
ROLE_TAILS = frozenset(form for form, kind in ROLE_ROWS if kind == "tail")
BARE_TITLES = frozenset(
    form.split()[0] for form, kind in ROLE_CLASSES.items() if kind in ("rank", "honorific", "degree")
)
ORGANISATIONS = read_classes("organisations")
PEOPLE = read_classes("people")
COUNTRIES = read_countries()
COUNTRY_WORDS = frozenset(word for name in COUNTRIES for word in name.lower().split())
PLACES = frozenset(read_classes("places"))
OUTLETS = {row[0].lower(): row[0] for row in read_rows("outlets")}
BRANDS = frozenset(row[0] for row in read_rows("brands"))
OUTLET_STARTS = frozenset(name.split()[0] for name in OUTLETS)
GIVEN_NAMES = frozenset(read_classes("given_names")) - ROLE_HEADS
PRONOUNS = read_classes("pronouns")
WEEKDAYS = {row[0]: int(row[2]) for row in read_rows("calendar") if row[1] == "weekday"}
MONTHS = {row[0]: int(row[2]) for row in read_rows("calendar") if row[1] == "month"}
OFFSETS = {row[0]: int(row[2]) for row in read_rows("calendar") if row[1] == "offset"}
HEDGES = frozenset(read_classes("hedges"))
NUMBERS = {row[0]: (row[1], float(row[2]) if len(row) > 2 else 0.0) for row in read_rows("numbers")}
UNITS = frozenset(read_classes("units"))
ABBREVIATIONS = frozenset(read_classes("abbreviations"))
DENIALS = read_classes("denials")
PREDICATES = frozenset(read_classes("predicates"))
