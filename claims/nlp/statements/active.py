"""Statements of a subject and an active verb: X mengatakan (bahwa) ..., X membantah ..., X mendesak Y ...."""

from claims.nlp.clause import content_end, is_circumstance, is_clause, is_name_word, is_verb_form, strip_tail
from claims.nlp.complement import Opening, find_opening
from claims.nlp.lexicon import Verb
from claims.nlp.matcher import Draft, Rule, Unit
from claims.nlp.subjects import ADVERBIAL_STARTS, find_left_subject
from claims.values import Kind, QuoteForm, Span

PURPOSE = frozenset(("agar", "supaya"))
DEED = frozenset(
    ("agar", "supaya", "untuk", "segera", "tidak", "jangan", "menghentikan", "akan", "bisa", "dapat")
)
ACCUSED = frozenset("tuduhan tudingan kritik dakwaan klaim kritikan sangkaan anggapan gugatan dalil".split())
NOT_SAID = frozenset("setelah usai seusai ketika saat sebelum sesaat seperti sebagaimana sambil seraya kepada demikian begitu".split())
EMPTY = frozenset(
    "hal demikian begitu sesuatu itu ini tersebut apa-apa lagi juga pun maaf terima apa sendiri dengan demikian".split()
)


def find_end(unit: Unit, first: int) -> int:
    """The content's end: a quotation that begins it whole, else the clause's."""
    if first < len(unit.lows) and unit.inside[first] >= 0:
        quote = unit.quotes[unit.inside[first]]
        last = unit.at_char(quote.outer.end)
        rest = [word for word in unit.lows[last:] if word not in ".,"]
        if not rest or len(quote.inner) > 60 or closes(unit, last):
            return last
    return content_end(unit, first)


def closes(unit: Unit, at: int) -> bool:
    """Whether the clause ends right at `at`."""
    return at >= len(unit.lows) or unit.lows[at] in (".", ",", ";")


def draft_at(unit: Unit, at: int, verb: Verb, opening: Opening, rule: str, score: float) -> Draft | None:
    """The draft whose content begins at the opening, when a subject stands before the verb."""
    if opening.at >= len(unit.lows):
        return None
    subject = find_left_subject(unit, at)
    if subject is None:
        return None
    last = find_end(unit, opening.at)
    if "yang" in unit.lows[max(0, at - 2) : at]:
        last = relative_end(unit, opening.at, last)
    if last - opening.at < 1 or is_empty(unit, opening.at, last):
        return None
    content = content_span(unit, opening.at, last)
    cue = unit.span(at, at + len(verb.form.split()))
    return Draft(content, verb.kind, rule, score, subject, cue, None, (at + 1, opening.at), verb.frame, at)


def relative_end(unit: Unit, first: int, last: int) -> int:
    """The end of what a relative clause says: the comma before the main verb ("yang menyebut A, mengatakan B")."""
    for at in range(first + 1, last - 1):
        if unit.lows[at] == "," and is_verb_form(unit.lows[at + 1]) and unit.inside[at] < 0:
            return at
    return last


def content_span(unit: Unit, first: int, last: int) -> Span:
    """The span of the words; a quotation at either end keeps its marks."""
    span = unit.span(first, last)
    number = unit.inside[first]
    start = unit.quotes[number].outer.start if number >= 0 else span.start
    number = unit.inside[last - 1]
    end = unit.quotes[number].outer.end if number >= 0 else span.end
    return Span(start, max(start, end))


def is_empty(unit: Unit, first: int, last: int) -> bool:
    """Whether the complement says nothing: "mengatakan hal itu"."""
    words = [word for word in unit.lows[first:last] if word not in ".,"]
    return all(word in EMPTY for word in words)


def after_verb(unit: Unit, at: int, verb: Verb) -> Opening:
    """The opening of the complement of the verb at `at`."""
    return find_opening(unit, at + len(verb.form.split()), len(unit.lows))


def find_verb_content(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X mengatakan (kepada Y) (, Senin,) (bahwa) C."""
    opening = after_verb(unit, at, verb)
    first = opening.at
    if first >= len(unit.lows) or unit.lows[first] in (".", ")"):
        return None
    plain = not opening.mark and unit.inside[first] < 0
    if (verb.frame == "quote" and unit.inside[first] < 0) or (verb.frame == "mark" and plain):
        return None
    if plain and unit.lows[first] in NOT_SAID and unit.lows[first + 1 : first + 2] not in (["itu"], ["ini"]):
        return None
    if (
        verb.frame == "bahwa"
        and opening.mark != "that"
        and not (verb.form == "memutuskan" and is_clause(unit, first, len(unit.lows)))
    ):
        return None
    if verb.frame == "inform" and opening.mark != "that":
        opening = find_that(unit, first)
        if opening.at < 0:
            return None
    if verb.frame in ("tell", "label", "warn") and plain and not is_clause(unit, first, len(unit.lows)):
        return None
    if verb.frame == "report" and plain and not is_reported(unit, first):
        return None
    score = {"that": 0.97, "colon": 0.95, "comma": 0.95}.get(
        opening.mark, 0.93 if verb.frame == "say" else 0.9
    )
    return draft_at(unit, at, verb, opening, "verb-content", score)


def is_reported(unit: Unit, first: int) -> bool:
    """Whether a bare complement of "mengungkapkan", "melaporkan" is worth a statement: more than two words."""
    return len([word for word in unit.lows[first:] if word not in ".,"]) > 2


def find_that(unit: Unit, first: int) -> Opening:
    """The "bahwa" after an addressee: "memberi tahu anggota parlemen bahwa C"."""
    for here in range(first, min(first + 14, len(unit.lows))):
        if unit.lows[here] in ("bahwa", ":"):
            return Opening(here + 1, "that", (first, here))
        if unit.lows[here] == "," and unit.inside[here] < 0:
            return Opening(here + 1, "comma", (first, here))
    return Opening(-1, "")


def find_warning(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X memperingatkan Y agar C is a demand; X mengingatkan (Y) bahwa C a claim."""
    opening = after_verb(unit, at, verb)
    first = opening.at
    if opening.mark or first >= len(unit.lows):
        return None
    for here in range(first, min(first + 10, len(unit.lows))):
        low = unit.lows[here]
        if low == "bahwa":
            return draft_at(unit, at, verb, Opening(here + 1, "that"), "warn-that", 0.93)
        if low in ("agar", "supaya", "untuk", "akan"):
            draft = draft_at(unit, at, verb, Opening(first + (here == first), ""), "warn-deed", 0.85)
            return remake(draft, Kind.DEMAND)
    return (
        None if is_clause(unit, first, len(unit.lows)) else draft_at(unit, at, verb, opening, "warn-of", 0.75)
    )


def remake(draft: Draft | None, kind: Kind) -> Draft | None:
    """The same draft with another kind."""
    if draft is None:
        return None
    return Draft(
        draft.content,
        kind,
        draft.rule,
        draft.score,
        draft.subject,
        draft.cue,
        draft.quote,
        draft.rest,
        draft.frame,
        draft.cue_at,
    )


def find_answer(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X membantah / membenarkan (bahwa C | NP)."""
    opening = after_verb(unit, at, verb)
    return draft_at(unit, at, verb, opening, "verb-answer", 0.96)


def find_refusal(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X menolak tuduhan ...: a denial only where an accusation or criticism is refused."""
    opening = after_verb(unit, at, verb)
    if opening.at >= len(unit.lows) or unit.lows[opening.at] not in ACCUSED:
        return None
    return draft_at(unit, at, verb, opening, "refuse-charge", 0.92)


def find_charge(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X menuduh Y (telah) C; X mengecam act."""
    opening = after_verb(unit, at, verb)
    if opening.at >= len(unit.lows):
        return None
    score = 0.95 if verb.frame == "accuse" else 0.88
    return draft_at(unit, at, verb, opening, "verb-charge", score)


def find_demand(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X mendesak Y (agar/untuk) C; X menyerukan C; X meminta agar C."""
    opening = after_verb(unit, at, verb)
    first = opening.at
    if first >= len(unit.lows):
        return None
    if unit.lows[first] in PURPOSE:
        opening = Opening(first + 1, "that", opening.audience)
    elif verb.frame == "agar" or (verb.form in ("meminta", "memohon") and not asks_deed(unit, first)):
        return None
    return draft_at(unit, at, verb, opening, "verb-demand", 0.92)


def asks_deed(unit: Unit, first: int) -> bool:
    """Whether somebody is asked to do something, not asked for a thing."""
    for here in range(first, min(first + 24, len(unit.lows))):
        low = unit.lows[here]
        if low in DEED or (here > first and is_verb_form(low)):
            return True
        if low in (".", ";"):
            return False
    return is_name_word(unit.words[first])


def find_pledge(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X berjanji (akan) C; X mengancam akan C."""
    opening = after_verb(unit, at, verb)
    first = opening.at
    if first >= len(unit.lows):
        return None
    deed = unit.lows[first] in DEED or is_verb_form(unit.lows[first]) or opening.mark == "that"
    if verb.form == "mengancam" and not deed:
        return None
    if unit.lows[first] == "untuk":
        opening = Opening(first + 1, opening.mark, opening.audience)
    return draft_at(unit, at, verb, opening, "verb-pledge", 0.93)


def find_label(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X menyebut Y sebagai Z; X menyebut Y "Z"."""
    first = at + 1
    last = content_end(unit, first)
    if last <= first or unit.inside[at + 1] >= 0:
        return None
    named = "sebagai" in unit.lows[first:last]
    quoted = any(number >= 0 for number in unit.inside[first:last])
    if not named and not quoted:
        return None
    return draft_at(unit, at, verb, Opening(first, ""), "verb-label", 0.9)


def find_own(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X mengaku / mengklaim / berharap C, with or without a subject of its own."""
    opening = after_verb(unit, at, verb)
    if opening.at >= len(unit.lows) or unit.lows[opening.at] in (".", "sebagai"):
        return None
    return draft_at(unit, at, verb, opening, "verb-own", 0.91)


def find_retraction(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X menarik kembali / mencabut pernyataannya."""
    first = at + len(verb.form.split())
    if not any(
        low.startswith(("pernyataan", "tuduhan", "klaim", "ucapan", "keterangan"))
        for low in unit.lows[at : first + 1]
    ):
        return None
    start = first if unit.lows[first - 1] == "kembali" or len(verb.form.split()) == 1 else first - 1
    return draft_at(unit, at, verb, Opening(start, ""), "verb-retract", 0.85)


def goes_on(unit: Unit, at: int) -> bool:
    """Whether a clause is said after the circumstances that begin at `at`."""
    lows = unit.lows[at:]
    if "bahwa" in lows or ":" in lows or any(unit.inside[here] >= 0 for here in range(at, len(unit.lows))):
        return True
    if "," not in lows:
        return len(lows) > 12 and "yang" not in lows
    comma = len(unit.lows) - 1 - lows[::-1].index(",")
    return not is_circumstance(unit, comma + 1, len(unit.lows) - 1)


def find_left_only(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """C, X mengatakan.: the clause stands before speaker and verb."""
    subject = find_left_subject(unit, at)
    if subject is None or subject.first < 4 or unit.lows[subject.first - 1] != ",":
        return None
    nxt = at + 1
    if nxt < len(unit.lows) and (unit.lows[nxt] not in (".", "pada", "kepada", "dalam", "(") or goes_on(unit, nxt)):
        return None
    last = strip_tail(unit, 0, subject.first - 1)
    if any(number >= 0 for number in unit.inside[:last]) or not is_clause(unit, 0, last) or unit.lows[0] in ADVERBIAL_STARTS:
        return None
    form = QuoteForm.INDIRECT
    return Draft(
        unit.span(0, last),
        verb.kind,
        "content-subject-verb",
        0.8,
        subject,
        unit.span(at, at + 1),
        form,
        (nxt, len(unit.lows)),
        verb.frame,
        at,
    )


SAYING = frozenset(("say", "tell", "report", "label", "warn", "inform", "bahwa", "rate", "quote", "both", "mark"))
RULES = (
    Rule(
        "verb-label",
        frozenset(("label", "rate")),
        find_label,
        "Darma Wibisa menyebut rencana itu sebagai pemborosan.",
        "Darma Wibisa menyebut nama adiknya.",
    ),
    Rule(
        "warn-of",
        frozenset(("warn",)),
        find_warning,
        "Darma Wibisa memperingatkan warga agar menjauhi bendungan.",
        "Papan itu mengingatkan.",
    ),
    Rule(
        "content-subject-verb",
        frozenset(("say", "report", "tell")),
        find_left_only,
        "Jembatan itu akan ditutup sampai Senin, Darma Wibisa mengatakan.",
        "Pada hari yang cerah, Darma Wibisa mengatakan.",
    ),
    Rule(
        "verb-content",
        SAYING,
        find_verb_content,
        "Darma Wibisa mengatakan bahwa jembatan itu sudah ditutup.",
        "Darma Wibisa tidak mengatakan apa yang terjadi.",
    ),
    Rule(
        "verb-answer",
        frozenset(("deny", "confirm")),
        find_answer,
        "Darma Wibisa membantah laporan adanya retakan pada jembatan.",
        "Kabar itu belum bisa membantah apa pun.",
    ),
    Rule(
        "refuse-charge",
        frozenset(("refuse",)),
        find_refusal,
        "Darma Wibisa menolak tuduhan menerima uang dari kontraktor.",
        "Darma Wibisa menolak undangan makan malam.",
    ),
    Rule(
        "verb-charge",
        frozenset(("accuse", "condemn")),
        find_charge,
        "Darma Wibisa menuduh kontraktor mengurangi besi jembatan.",
        "Orang yang dituduh itu pergi.",
    ),
    Rule(
        "verb-demand",
        frozenset(("ask", "agar")),
        find_demand,
        "Darma Wibisa mendesak kontraktor memperbaiki jembatan.",
        "Darma Wibisa meminta maaf kepada warga.",
    ),
    Rule(
        "verb-pledge",
        frozenset(("pledge",)),
        find_pledge,
        "Darma Wibisa berjanji akan membangun jembatan baru.",
        "Banjir mengancam kota itu.",
    ),
    Rule(
        "verb-own",
        frozenset(("own",)),
        find_own,
        "Darma Wibisa mengaku tidak menerima uang.",
        "Klub itu tidak mengaku kalah.",
    ),
    Rule(
        "verb-retract",
        frozenset(("retract",)),
        find_retraction,
        "Darma Wibisa mencabut pernyataannya tentang jembatan itu.",
        "Darma Wibisa mencabut rumput di halaman.",
    ),
)
