"""Finds the speaker to the right of a verb of saying: "kata X", with its apposition."""

from claims.nlp.clause import BREAKS, CIRCUMSTANCE, CLAUSE_WORDS, is_name_word
from claims.nlp.days import find_close, is_day_word
from claims.nlp.lexicon import (
    ADVERBS,
    ORGANISATIONS,
    PLACES,
    PRONOUNS,
    ROLE_CLASSES,
    ROLE_HEADS,
    ROLE_TAILS,
    VERBS,
    WORD_CLASSES,
    Verb,
)
from claims.nlp.matcher import Subject, Unit
from claims.nlp.naming import find_name_start
from claims.nlp.titles import ENGLISH_HEADS, is_degree, is_personlike
from claims.nlp.voices import is_noun_phrase
from claims.values import Span

NO_START = WORD_CLASSES["no-start"]
RELATIVE_END = WORD_CLASSES["relative-end"]


def find_right_subject(unit: Unit, at: int) -> tuple[Subject | None, int]:
    """The noun phrase that begins at `at`, after "kata", and where the words go on."""
    size = len(unit.lows)
    here = at
    while here < size and not ends_right(unit, here, at):
        if unit.lows[here] == "(":
            here = find_close(unit, here) or here
        here += 1
    if here == at:
        return None, at
    here = seat_end(unit, at, office_end(unit, at, here))
    last = with_apposition(unit, at, here)
    if last > here:
        last = with_apposition(unit, here + 1, last)
    return Subject(at, last), last


def office_end(unit: Unit, first: int, end: int) -> int:
    """The end of an office of several fields: "Menteri Riset, Seni, dan Olahraga Darma Wibisa"."""
    if ROLE_CLASSES.get(unit.lows[first]) != "head" or unit.lows[first + 1 : first + 2] == []:
        return end
    if unit.lows[first + 1] not in ROLE_TAILS or unit.lows[end : end + 1] != [","]:
        return end
    at = end
    while at < len(unit.lows) and (unit.lows[at] == "," or is_name_word(unit.words[at])):
        at += 1
    if unit.lows[at : at + 1] not in (["dan"], ["serta"]) or unit.inside[at] >= 0:
        return end
    named = any(unit.words[here] in unit.hints.alone for here in range(first, at))
    while at + 1 < len(unit.lows) and is_name_word(unit.words[at + 1]) and not is_day_word(unit, at + 1):
        at += 1
    return end if named else at + 1


def seat_end(unit: Unit, first: int, end: int) -> int:
    """The end of an office that tells its seat before its holder: "Dosen Hukum di Institut Sarwa Darma"."""
    if unit.lows[end : end + 1] not in (["di"], ["dari"], ["pada"]) or unit.lows[first] not in ROLE_HEADS:
        return end
    if ORGANISATIONS.get(" ".join(unit.lows[end + 1 : end + 2])) != "head":
        return end
    if find_name_start(unit.words[first:end]) < end - first:
        return end
    at = end + 1
    while at < len(unit.lows) and is_name_word(unit.words[at]) and not is_day_word(unit, at):
        at += 1
    return at if at - end > LONGEST_SEAT else end


LONGEST_SEAT = 4


def clitic_span(unit: Unit, at: int) -> Span:
    """The "nya" at the end of word `at`."""
    return Span(unit.ends[at] - 3, unit.ends[at])


def find_speaker_after(unit: Unit, at: int, verb: Verb) -> tuple[Subject | None, int]:
    """The speaker of the verb at `at`, its clitic or the noun phrase that follows; and where words go on."""
    if verb.frame in ("nya", "passive-nya", "menurut-nya"):
        return Subject(clitic=clitic_span(unit, at)), at + 1
    subject, end = find_right_subject(unit, at + 1)
    if subject is not None and end + 1 < len(unit.lows) and unit.lows[end] == "mengutip":
        return find_right_subject(unit, end + 1)
    return subject, end


def ends_right(unit: Unit, at: int, first: int) -> bool:
    """Whether the noun phrase that began at `first` ends before `at`."""
    low = unit.lows[at]
    if low in BREAKS or low in (",", "-", "–", "—", "[", "]") or unit.inside[at] >= 0:
        return True
    if low == "(":
        return unit.lows[at + 1 : at + 2] == [] or unit.lows[at + 1][0].isdigit()
    if at == first:
        return low in CIRCUMSTANCE or low in NO_START or is_day_word(unit, at) or low in VERBS
    if low == "yang":
        return not is_described(unit, first, at)
    if low in CIRCUMSTANCE and unit.words[at][0].islower():
        return not (low in ("di", "dalam", "pada", "ke") and is_described(unit, first, at)) and low != "dua"
    return (
        is_day_word(unit, at)
        or (low in PRONOUNS and low != "kedua")
        or low in ("oleh", "karena", "agar", "jika", "menambahkan", "bahwa")
    )


def is_described(unit: Unit, first: int, at: int) -> bool:
    """Whether a described speaker goes on to an "itu" ("petugas yang menolak disebut namanya itu")."""
    lower = all(not is_name_word(word) for word in unit.words[first : first + 2])
    if not lower:
        return False
    for here in range(at, min(at + 12, len(unit.lows))):
        if unit.lows[here] in RELATIVE_END:
            return True
        if unit.lows[here] in BREAKS or unit.lows[here] == ",":
            return False
    return False


def skip_age(unit: Unit, end: int) -> int:
    """The place after an age behind a name: ", 45 tahun", ", 45", when another comma follows."""
    follows = unit.lows[end : end + 2]
    if len(follows) < 2 or follows[0] != "," or not follows[1].isdigit():
        return end
    after = end + 2 + (unit.lows[end + 2 : end + 3] == ["tahun"])
    return after if unit.lows[after : after + 1] == [","] else end


def skip_degrees(unit: Unit, end: int) -> int:
    """The place after the degrees behind a name that ends at `end`: ", S.H., M.Si.", ", Sp.A(K)"."""
    size = len(unit.lows)
    while end + 1 < size and unit.lows[end] == "," and is_degree(unit.words[end + 1]):
        end += 2
        while end < size and is_degree(unit.words[end]):
            end += 1
        if unit.lows[end : end + 1] == ["("] and end + 2 < size and unit.lows[end + 2] == ")":
            end += 3
    return end


def with_apposition(unit: Unit, first: int, end: int) -> int:
    """The end of an apposition after the comma at `end`: ", Darma Wibisa," or ", seorang warga,"."""
    size = len(unit.lows)
    end = skip_age(unit, skip_degrees(unit, end))
    if end + 1 >= size or unit.lows[end] != ",":
        return end
    nxt = end + 1
    lower_head = unit.lows[first] in ROLE_HEADS or unit.lows[first] in ORGANISATIONS
    lower_head = lower_head or not ENGLISH_HEADS.isdisjoint(unit.lows[first:end])
    lower_head = lower_head or names_person_beside(unit, first, end)
    word = unit.words[nxt]
    if unit.inside[nxt] >= 0 or is_day_word(unit, nxt) or unit.lows[nxt] in CIRCUMSTANCE:
        return end
    if (
        (lower_head and is_name_word(word))
        or unit.lows[nxt] in ROLE_HEADS
        or unit.lows[nxt] in ("seorang", "selaku", "salah")
    ):
        at = nxt
        while at < size and not ends_right(unit, at, nxt):
            at += 1
        plain = {low for low, word in zip(unit.lows[nxt:at], unit.words[nxt:at], strict=True) if low == word}
        told = plain.isdisjoint(CLAUSE_WORDS) and plain.isdisjoint(ADVERBS)
        return at if told and is_noun_phrase(unit, nxt, at) else end
    return end


def names_person_beside(unit: Unit, first: int, comma: int) -> bool:
    """Whether a name stands behind one told of: "kata pesilat Taluna, Darma Wibisa, kepada ..."."""
    one = unit.lows[first] in ("seorang", "salah", "sang")
    noun = first + one + (unit.lows[first] == "salah")
    if noun >= comma or unit.words[noun][0].isupper() or not (one or is_personlike(unit.lows[noun])):
        return False
    end = comma + 1
    while end < len(unit.lows) and is_name_word(unit.words[end]) and not ends_right(unit, end, comma + 1):
        end += 1
    closed = end == len(unit.lows) or unit.lows[end] in (",", ".", "(") or unit.lows[end] in CIRCUMSTANCE
    heads = unit.lows[comma + 1] in PLACES or unit.lows[comma + 1] in ORGANISATIONS
    return closed and not heads and 1 < end - comma - 1 <= LONGEST_SEAT
