"""Finds what each report of an article is about, taking over from its antecedent what its words leave out."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from zlib import crc32

from claims.linking.stems import find_terms
from claims.linking.values import Gist, Told
from claims.linking.vocabulary import CHARGE
from claims.linking.voices import find_called
from claims.values import Kind, QuoteForm

ANSWERS = frozenset({Kind.DENIAL, Kind.CONFIRMATION, Kind.NEITHER, Kind.NO_COMMENT, Kind.RETRACTION})
OWN = re.compile(
    r"\b(?:negara|perusahaan|lembaga|kementerian|instansi|pihak|partai|klub|yayasan|kelompok|dinas)\w*"
    r" (?:itu|tersebut|ini)\b|\b(?:kami|ia|dia|saya)\b|\w+nya\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"^(?:\W*\w+\W+){0,6}?\W*(?:tidak|bukan|tak|belum|mustahil)\b(?! (?:hanya|lagi|sekadar|cuma|saja|main))",
    re.IGNORECASE,
)
THIN = 1.6
HEAVIEST = 8
FROM_ANTECEDENT = 0.8
FROM_TITLE = 0.5
FROM_SPEAKER = 0.45
FROM_TARGET = 0.7
# "pernyataan Presiden X soal ...": whose words are answered says less than what they were about
ANSWERED_HEAD = re.compile(
    rf"^(?:(?:semua|segala|sebagian) )?(?:{CHARGE})\w*\b.*?"
    r"\b(?:soal|tentang|mengenai|bahwa|terkait|ihwal|perihal|adanya|atas)\b",
    re.IGNORECASE | re.DOTALL,
)
FROM_HEAD = 0.3
FROM_CLAUSE, FROM_DEED = 0.4, 0.25
ENOUGH_CLAUSE, ENOUGH_DEED = 2.4, 1.4
LOCAL_SHARE = 0.6
FEWEST = 6
CLAUSE = " yang "
MODIFIER = re.compile(CLAUSE + r"|\b(?:pem|peng?|peny)\w{3,}an\b", re.IGNORECASE)
WHOLE = 4  # words
# Words that point back: what they are about was said before
POINTING = re.compile(
    rf"^\W*(?:itu|ini|hal (?:itu|ini|tersebut)|(?:{CHARGE}) (?:itu|ini|tersebut))\b", re.IGNORECASE
)


def with_gists(told: Sequence[Told]) -> list[Told]:
    """The reports of one revision, in text order, each with its gist."""
    told = [replace(report, gist=Gist({})) for report in told]
    own, called = {report.ordinal: own_terms(report) for report in told}, find_called(told)
    return [
        replace(report, gist=replace(find_gist(report, told, own), called=called[report.key]))
        for report in told
    ]


def own_terms(report: Told) -> dict[str, float]:
    """The weighted terms of the content itself."""
    head = ANSWERED_HEAD.match(report.text) if report.kind in ANSWERS else None
    if head:
        terms = text_terms(f". {report.text[head.end() :]}")
        add_terms(terms, text_terms(head.group()), FROM_HEAD)
        return terms
    main, modifier = cut_modifier(report.text)
    terms = text_terms(main)
    add_terms(terms, text_terms(f". {modifier}"), share_of(modifier, main, terms, report.quote))
    return terms


def share_of(modifier: str, main: str, terms: Mapping[str, float], quote: QuoteForm) -> float:
    """How much a modifier's words weigh, where what it describes says enough by itself.

    "menerbitkan paspor bagi tentara yang dikirim ke X" is about passports, not about the sending.
    """
    if quote is not QuoteForm.INDIRECT:
        return 1.0
    if modifier.startswith(CLAUSE):
        return FROM_CLAUSE if sum(terms.values()) >= ENOUGH_CLAUSE else 1.0
    plain = sum(weight for _, weight, run in find_terms(main) if run < 0)
    return FROM_DEED if plain >= ENOUGH_DEED else 1.0


def cut_modifier(text: str) -> tuple[str, str]:
    """What a sentence is about, and what only describes a part of it.

    A clause after "yang", and a deed named as the object of another: "lalai mengawasi pembuangan limbah
    ke sungai" is about neglect, "pembekuan izin pembuangan" about a permit.
    """
    places = [match.start() for match in MODIFIER.finditer(text) if any(find_terms(text[: match.start()]))]
    cut = min(places, default=len(text))
    return text[:cut], text[cut:]


def find_gist(report: Told, told: Sequence[Told], own: dict[int, dict[str, float]]) -> Gist:
    """The gist of one report, given the own terms of all reports of its revision."""
    terms = dict(own[report.ordinal])
    thin = is_thin(report, terms)
    if thin:
        add_terms(terms, antecedent_terms(report, told, own), FROM_ANTECEDENT)
    if sum(terms.values()) < THIN and report.kind in ANSWERS:
        add_terms(terms, text_terms(report.title), FROM_TITLE)
    said = frozenset(terms)
    if OWN.search(report.text) or report.kind in ANSWERS:
        add_terms(terms, text_terms(f". {report.speaker} {report.role} {report.on_behalf_of}"), FROM_SPEAKER)
    lent = tuple(sorted(terms.keys() - said))
    if report.kind is Kind.ACCUSATION and report.target:
        add_terms(terms, text_terms(f". {report.target}"), FROM_TARGET)
    terms = {term: round(weight, 4) for term, weight in terms.items()}
    return Gist(terms, is_negated(report), thin, find_pairs(terms, report), lent)


def is_thin(report: Told, terms: dict[str, float]) -> bool:
    """Whether the words say too little to stand alone: their meaning lies in what was said before.

    An outlet's own sentence of some length stands alone, however plain its words: "Pabrik itu
    mempekerjakan 1.150 orang".
    """
    if sum(terms.values()) >= THIN:
        return False
    whole = report.quote is QuoteForm.INDIRECT and report.kind not in ANSWERS
    return not whole or len(report.text.split()) < WHOLE or POINTING.match(report.text) is not None


def antecedent_terms(
    report: Told, told: Sequence[Told], own: dict[int, dict[str, float]]
) -> dict[str, float]:
    """Terms of what the report answers, or of the statement just before it that is not thin."""
    joined = joined_denial(report, told)
    if joined is not None:
        return own[joined.ordinal]
    by_ordinal = {other.ordinal: other for other in told}
    if report.answers in by_ordinal:
        answered = own[by_ordinal[report.answers].ordinal]
        if sum(answered.values()) >= THIN:
            return answered
    if report.quote is QuoteForm.DIRECT and report.kind not in ANSWERS:
        return {}
    before = [
        other for other in told if other.ordinal < report.ordinal and sum(own[other.ordinal].values()) >= THIN
    ]
    return own[before[-1].ordinal] if before else {}


def joined_denial(report: Told, told: Sequence[Told]) -> Told | None:
    """The denial that words which only point back join: "X membantah laporan ... Y menampik tudingan itu".

    None where an accusation is what the article says they answer.
    """
    before = [other for other in told if same_revision(other, report) and other.ordinal != report.ordinal]
    answered = [other for other in before if other.ordinal == report.answers]
    if report.kind is not Kind.DENIAL or any(other.kind is Kind.ACCUSATION for other in answered):
        return None
    denials = [other for other in before if other.kind is Kind.DENIAL and other.ordinal < report.ordinal]
    return max(denials, key=lambda other: other.ordinal, default=None)


def same_revision(one: Told, other: Told) -> bool:
    """Whether two reports stand in one text."""
    return (one.article, one.revision) == (other.article, other.revision)


def text_terms(text: str) -> dict[str, float]:
    """The weighted terms of any text."""
    terms: dict[str, float] = {}
    for term, weight, _ in find_terms(text):
        terms[term] = max(weight, terms.get(term, 0.0))
    return terms


def add_terms(terms: dict[str, float], more: dict[str, float], share: float) -> None:
    """Take over terms at a share of their weight; what stands there already stays."""
    for term, weight in more.items():
        terms.setdefault(term, weight * share)


def is_negated(report: Told) -> bool:
    """Whether the words themselves say no: "Tidak ada satu batalion pun ..."."""
    return report.kind not in ANSWERS and NEGATED.match(report.text) is not None


def find_pairs(terms: dict[str, float], report: Told) -> tuple[int, ...]:
    """Signed 32-bit numbers of the pairs of heaviest terms; words of one name make no pair."""
    runs = {term: run for term, _, run in find_terms(report.text) if run >= 0}
    heaviest = sorted(terms, key=lambda term: (-terms[term], term))[:HEAVIEST]
    pairs = {
        number_pair(one, other)
        for one, other in combinations(sorted(heaviest), 2)
        if one not in runs or runs[one] != runs.get(other, -2)
    }
    return tuple(sorted(pairs))


def number_pair(one: str, other: str) -> int:
    """A pair of terms as a signed 32-bit number, the form an integer column keeps."""
    number = crc32(f"{one}|{other}".encode())
    return number - (1 << 32) if number >= 1 << 31 else number


def with_local_weights(told: Sequence[Told]) -> list[Told]:
    """The same reports, terms that most of them share made lighter: they tell nothing apart here.

    The weights keep their sum over the topic, so that a topic of one claim alone stays as it was.
    """
    if len(told) < FEWEST:
        return list(told)
    counts = Counter(term for report in told for term in report.gist.terms)
    factors = {term: 1.0 - LOCAL_SHARE * count / len(told) for term, count in counts.items()}
    before = math.fsum(weight for report in told for weight in report.gist.terms.values())
    after = math.fsum(weight * factors[term] for report in told for term, weight in report.gist.terms.items())
    scale = before / after if after else 1.0
    return [
        replace(
            report,
            gist=replace(
                report.gist, terms={t: w * factors[t] * scale for t, w in report.gist.terms.items()}
            ),
        )
        for report in told
    ]
