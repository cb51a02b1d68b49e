"""Finds the words that name the speaker, to the left or to the right of a verb of saying."""

from claims.nlp.clause import (
    BREAKS,
    CIRCUMSTANCE,
    CLAUSE_WORDS,
    is_aside_clause,
    is_name_word,
    is_verb_form,
    skip_adverbs_left,
    skip_openers,
)
from claims.nlp.days import find_close, is_day_word, skip_day
from claims.nlp.headlines import find_headline_subject
from claims.nlp.lexicon import (
    ADVERBS,
    ORGANISATIONS,
    PEOPLE,
    PRONOUNS,
    ROLE_HEADS,
    VERBS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Subject, Unit
from claims.nlp.voices import (
    ADVERBIAL_STARTS,
    SUBORDINATORS,
    VOICELESS,
    can_speak,
    describes_name,
    find_run_start,
    goes_on_after_pointing,
    is_aside,
    is_list,
    is_noun_phrase,
    list_start,
)

SAME = Subject(same=True)
SAME_AFTER = WORD_CLASSES["same-after"]
BLOCKED_AFTER = WORD_CLASSES["blocked-after"]
DEGREES = WORD_CLASSES["degrees"]
COPULAS = frozenset(("adalah", "merupakan", "ialah"))
PERSON_CLASSES = frozenset(("one", "many", "body"))


def find_left_subject(unit: Unit, verb: int, floor: int = 0) -> Subject | None:
    """The subject of the active verb at `verb`: its words, the speaker before (`same`), or None."""
    if unit.headline and not floor:
        return find_headline_subject(unit, verb)
    end = skip_adverbs_left(unit, verb, floor)
    if end <= floor:
        return None
    before = unit.lows[end - 1]
    if unit.inside[end - 1] >= 0 or before in BLOCKED_AFTER or unit.lows[verb - 1] in BLOCKED_AFTER:
        return None
    if before in SAME_AFTER:
        return SAME
    if before in ("yang", ","):
        find = find_antecedent if before == "yang" else find_across_commas
        return find(unit, end - 1, floor)
    return find_plain_subject(unit, end, floor)


def find_plain_subject(unit: Unit, end: int, floor: int) -> Subject | None:
    """The noun phrase that ends right before the verb."""
    if unit.lows[end - 1] in BREAKS:
        return None
    first = find_segment_start(unit, end, floor)
    if is_aside_clause(unit, first, end) and first - 1 > floor:
        return find_across_commas(unit, first - 1 - (unit.lows[first - 2] == ","), floor)
    behind = first > floor + 1 and first < end and unit.lows[first - 1] == ","
    if behind and (is_aside(unit, first, end) or describes_name(unit, first, floor)):
        return find_across_commas(unit, end, floor)
    return Subject(first, end) if first < end and can_speak(unit, first, end) else None


def find_antecedent(unit: Unit, yang: int, floor: int) -> Subject | None:
    """The noun phrase that "yang" at `yang` belongs to, when it can speak: "kata X, yang menyebut ..."."""
    end = yang
    while end > floor and unit.lows[end - 1] == ",":
        end -= 1
    first = end
    while first > floor and end - first < 8 and not stops_left(unit, first - 1):
        first -= 1
    if first == end:
        return None
    if first - 1 > floor and unit.lows[first - 1] in COPULAS:  # "Darma adalah warga yang menyebut ..."
        named = find_left_subject(unit, first - 1, floor)
        if named is not None:
            return named
    if first > floor + 1 and unit.lows[first - 1] == "," and describes_name(unit, first, floor, alone=True):
        return Subject(find_run_start(unit, first - 1, floor), end)  # "Darma Wibisa, petani desa, yang ..."
    words = unit.lows[first:end]
    body = words[0] in ORGANISATIONS and words[0] != "media"  # rather the means than the speaker
    people = any(PEOPLE.get(word) in PERSON_CLASSES for word in words)
    speaks = body or people or is_name_word(unit.words[end - 1])
    voiceless = words[0] in VOICELESS or is_day_word(unit, first)
    return Subject(first, end) if speaks and not voiceless else None


def stops_left(unit: Unit, at: int) -> bool:
    """Whether the word cannot belong to a noun phrase read from right to left."""
    low = unit.lows[at]
    return (
        low in BREAKS
        or low == ","
        or low in VERBS
        or low in SUBORDINATORS
        or low in DEGREES
        or unit.inside[at] >= 0
        or (low in CIRCUMSTANCE or low in ("oleh", "adalah", "sebagai") or is_verb_form(low))
    )


def find_across_commas(unit: Unit, comma: int, floor: int) -> Subject | None:
    """The subject when a comma stands before the verb: "Darma, seorang juru bicara partai, menuduh ..."."""
    start = clause_floor(unit, comma, floor)
    if start > floor and unit.lows[start - 1] in VERBS:
        return SAME
    at = skip_openers(unit, start, comma)
    while at < comma:
        end = segment_end(unit, at, comma)
        moved = skip_day(unit, at)
        if moved >= end > at or (unit.lows[at] in ADVERBIAL_STARTS and end < comma):
            at = skip_openers(unit, end, comma)
            continue
        if unit.lows[at] in SUBORDINATORS:
            at += 1
            continue
        if not is_noun_phrase(unit, at, end):
            return SAME
        return Subject(at, comma) if can_speak(unit, at, end) else None
    return None


def segment_end(unit: Unit, first: int, limit: int) -> int:
    """The next comma outside brackets, or `limit`."""
    at = first
    while at < limit:
        if unit.lows[at] == ",":
            return at
        if unit.lows[at] == "(":
            at = find_close(unit, at) or at
        at += 1
    return limit


def clause_floor(unit: Unit, end: int, floor: int) -> int:
    """The start of the clause that ends at `end`: after the last break, quotation or verb of saying."""
    at = end
    while at > floor:
        low = unit.lows[at - 1]
        if low in BREAKS or unit.inside[at - 1] >= 0:
            return at
        verb = VERBS.get(low)
        if (
            verb is not None
            and verb.frame not in ("bare", "demikian", "nya")
            and not is_name_word(unit.words[at - 1])
        ):
            if "yang" in unit.lows[max(floor, at - 5) : at - 1]:
                at -= 1
                continue
            return at
        at -= 1
    return floor


def find_main_subject(unit: Unit, limit: int) -> Subject | None:
    """The noun phrase with which the sentence opens, behind what tells when, up to its first verb."""
    first = skip_openers(unit, 0, limit)
    while first < limit and (unit.lows[first] in ADVERBIAL_STARTS or unit.lows[first] == "yang"):
        if (comma := segment_end(unit, first, limit)) == limit:
            break
        first = skip_openers(unit, comma + 1, limit)
    first = skip_leading(unit, first, limit)
    last = first
    while last < limit:
        low = unit.lows[last]
        if (
            low in (",", "yang")
            or low in ADVERBS
            or low in CLAUSE_WORDS
            or (is_verb_form(low) and last > first)
        ):
            break
        last += 1
    return Subject(first, last) if first < last < limit and can_speak(unit, first, last) else None


def find_segment_start(unit: Unit, end: int, floor: int) -> int:
    """Where the noun phrase that ends at `end` begins, in the segment after the last comma."""
    floor = clause_floor(unit, end, floor)
    at = end
    while at > floor and unit.lows[at - 1] != ",":
        at -= 1
    if at > floor and is_list(unit, at, end, floor):
        return list_start(unit, at, floor)
    return after_subordinator(unit, skip_leading(unit, at, end), end)


def skip_leading(unit: Unit, first: int, end: int) -> int:
    """Skips links and days at the head of a segment."""
    at = skip_openers(unit, first, end)
    moved = skip_day(unit, at) if at < end else at
    if moved < end:
        at = moved
    if at < end and unit.lows[at] in ADVERBIAL_STARTS and unit.lows[at] not in SUBORDINATORS:
        return last_name_start(unit, at, end)
    return at


def last_name_start(unit: Unit, first: int, end: int) -> int:
    """The noun phrase at the end of a segment that opened with a preposition: "Dalam suratnya camat itu"."""
    at = end
    while at > first and (
        is_name_word(unit.words[at - 1]) or unit.lows[at - 1] in ROLE_HEADS or unit.lows[at - 1] in PRONOUNS
    ):
        at -= 1
    while at < end and unit.lows[at] in ADVERBIAL_STARTS:
        at += 1
    return at


def after_subordinator(unit: Unit, first: int, end: int) -> int:
    """The start after the last subordinator or joining word, when the rest can be a noun phrase."""
    for at in range(end - 1, first - 1, -1):
        low = unit.lows[at]
        if low in SUBORDINATORS and at < end - 1 and "yang" not in unit.lows[first:at]:
            return at + 1
        whole = is_noun_phrase(unit, first, at) and not goes_on_after_pointing(unit, first, at)
        if low == "dan" and first < at < end - 1 and not whole:
            return at + 1
    return first
