"""Which reporting verbs are used, by lemma: "mengatakan" and "dikatakan" are one, "mengklaim" another."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import simplemma

SHOWN = 14
ACTIVE = ("me", "ber")  # how active verbs begin; such a form names the verb where there is one


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its commonest form, an active one if any, its others, how often each side uses it."""

    form: str
    others: tuple[str, ...]
    a: int
    b: int
    a_percent: int
    b_percent: int


@cache
def lemma_of(cue: str) -> str:
    """The lemma of a cue's first word: "ujarnya" is "ujar"; the word itself where none is known."""
    word = cue.casefold().split()[0] if cue.split() else ""
    lemma = simplemma.lemmatize(word, lang="id").casefold()
    if lemma == word and word.endswith("nya") and len(word) > 6:
        lemma = simplemma.lemmatize(word[:-3], lang="id").casefold()
    return lemma


def verbs_of(a: Iterable[str], b: Iterable[str]) -> tuple[Verb, ...]:
    """The verbs of two sides' cues, the commonest first; a report without a cue has none."""
    first, second = _counted(a), _counted(b)
    forms: dict[str, Counter[str]] = {}
    for form, n in (first + second).items():
        forms.setdefault(lemma_of(form), Counter())[form] += n
    ranked = sorted(forms.values(), key=lambda counted: (-counted.total(), min(counted)))
    return tuple(_verb(counted, first, second) for counted in ranked[:SHOWN])


def _counted(cues: Iterable[str]) -> Counter[str]:
    return Counter(cue.casefold().strip() for cue in cues if cue.strip())


def _verb(counted: Counter[str], first: Counter[str], second: Counter[str]) -> Verb:
    form, *others = sorted(counted, key=lambda form: (not form.startswith(ACTIVE), -counted[form], form))
    a, b = (sum(side[form] for form in counted) for side in (first, second))
    return Verb(form, tuple(others[:4]), a, b, percent(a, first.total()), percent(b, second.total()))


def percent(part: int, whole: int) -> int:
    """A share in whole percent; 0 of nothing."""
    return round(100 * part / whole) if whole else 0
