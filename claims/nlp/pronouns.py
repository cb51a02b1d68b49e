"""Decides who a speaker's words stand for: short names, "ia", "-nya", "politikus itu", omitted subjects."""

from dataclasses import dataclass, field

from claims.nlp.lexicon import COUNTRIES, PEOPLE, PRONOUNS
from claims.nlp.matcher import Draft, Unit
from claims.nlp.mentions import DEFINITE, Phrase, read_phrase
from claims.nlp.names import Name, Names
from claims.values import Sort, Span, Speaker

FILLERS = frozenset(
    "para seorang sebuah sejumlah beberapa salah satu itu tersebut ini tadi sang si kedua suatu".split()
)
SYNONYMS = {
    "pm": "perdana menteri",
    "menlu": "menteri luar negeri",
    "menhan": "menteri pertahanan",
    "menkeu": "menteri keuangan",
    "mendagri": "menteri dalam negeri",
    "jubir": "juru bicara",
    "wapres": "wakil presiden",
    "sekjen": "sekretaris jenderal",
    "dubes": "duta besar",
    "politisi": "politikus",
    "walikota": "wali kota",
}


@dataclass(slots=True)
class Known:
    """A speaker met before: who, and the words that describe him."""

    speaker: Speaker
    words: set[str]
    plural: bool = False
    at: int = 0


@dataclass(slots=True)
class Speakers:
    """The speakers of one text in the order in which they spoke; `resolve` names the next one."""

    names: Names
    known: list[Known] = field(default_factory=list)
    last: Known | None = None

    def resolve(self, unit: Unit, draft: Draft, topic: Phrase | None) -> tuple[Speaker | None, str]:
        """The speaker of a draft, or None with the reason."""
        subject = draft.subject
        if subject.clitic is not None:
            return self.of_pronoun(subject.clitic, "nya", topic, unit)
        if subject.same:
            return (self.last.speaker, "") if self.last else (None, "no speaker before")
        if subject.first < 0:
            return (None, "")
        phrase = read_phrase(unit, subject.first, subject.last)
        if phrase is None:
            return None, "no noun phrase"
        return self.of_phrase(unit, phrase, topic)

    def of_phrase(self, unit: Unit, phrase: Phrase, topic: Phrase | None) -> tuple[Speaker | None, str]:
        """The speaker a noun phrase names."""
        span = unit.span(phrase.first, phrase.last)
        if phrase.kind == "pronoun":
            return self.of_pronoun(span, unit.lows[phrase.first], topic, unit)
        if phrase.kind == "joint":
            return self.keep(self.of_joint(unit, phrase, span), plural=True)
        if phrase.kind == "name":
            return self.keep(self.of_name(unit, phrase, span))
        return self.of_description(unit, phrase, span)

    def of_name(self, unit: Unit, phrase: Phrase, span: Span) -> Speaker:
        """A named speaker under the fullest name of the text."""
        text = span.of(unit.string)
        role_span = unit.span(*phrase.role) if phrase.role else None
        name, name_span, sort = self.fullest(text, span, phrase.sort)
        role = role_span.of(unit.string) if role_span else None
        if role is None:
            role, role_span = self.known_role(name)
        return Speaker(name, sort, span, name_span, role, role_span, behalf(role))

    def known_role(self, name: str) -> tuple[str | None, Span | None]:
        """The role under which the same speaker was met before."""
        for known in reversed(self.known):
            if known.speaker.name == name and known.speaker.role:
                return known.speaker.role, known.speaker.role_span
        return None, None

    def fullest(self, text: str, span: Span, sort: Sort) -> tuple[str, Span, Sort]:
        """The fullest name, where it stands, and its sort."""
        country = COUNTRIES.get(text)
        if country is not None:
            return self.of_country(text, span, country)
        if sort in (Sort.PERSON, Sort.ORGANISATION, Sort.OUTLET):
            found = self.names.resolve(text, span.start)
            if found is not None and len(found.text) >= len(text):
                return found.text, found.span, sort
        return text, span, sort

    def of_country(self, text: str, span: Span, country: tuple[str, str]) -> tuple[str, Span, Sort]:
        """A country, or a capital that stands for its government when the text names the country."""
        full = country[1]
        if full != text:
            at = self.names.string.find(full)
            if at >= 0:
                return full, Span(at, at + len(full)), Sort.GOVERNMENT
        return text, span, Sort.GOVERNMENT

    def of_joint(self, unit: Unit, phrase: Phrase, span: Span) -> Speaker:
        """Several speakers under one statement."""
        members = []
        for first, last in phrase.parts:
            part = read_phrase(unit, first, last)
            place = unit.span(part.first, part.last) if part else unit.span(first, last)
            members.append(self.fullest(place.of(unit.string), place, part.sort if part else Sort.PERSON))
        name = (
            " dan ".join((", ".join(item[0] for item in members[:-1]), members[-1][0]))
            if len(members) > 1
            else members[0][0]
        )
        return Speaker(name, members[0][2], span, span, members=tuple(item[0] for item in members))

    def of_description(self, unit: Unit, phrase: Phrase, span: Span) -> tuple[Speaker | None, str]:
        """A described speaker: one met before, one named elsewhere by that role, or unnamed."""
        words = content_words(unit.lows[phrase.first : phrase.last])
        head = unit.lows[phrase.first]
        plural = head in ("para", "sejumlah", "beberapa", "kedua") or PEOPLE.get(head) == "many"
        met = self.find_met(words, phrase.kind == "definite", plural)
        if met is not None:
            self.last = met
            return at_span(met.speaker, span), ""
        named = self.find_by_role(unit, phrase, span) if phrase.kind != "definite" else None
        if named is not None:
            return self.keep(named)
        text = span.of(unit.string)
        speaker = Speaker(text, phrase.sort, span, span)
        return self.keep(speaker, plural=plural, words=words)

    def find_met(self, words: set[str], definite: bool, plural: bool) -> Known | None:
        """The latest speaker whose description holds all the words."""
        if not words:
            return None
        for known in reversed(self.known):
            if words <= known.words and (definite or not known.speaker.role):
                return known
        if (
            definite
            and not plural
            and self.last
            and self.last.speaker.sort is Sort.PERSON
            and is_person(words)
        ):
            return self.last
        return None

    def find_by_role(self, unit: Unit, phrase: Phrase, span: Span) -> Speaker | None:
        """A person whose name stands behind the same role elsewhere: "juru bicara MDC" and "... MDC Nelson Chamisa"."""
        text = span.of(unit.string)
        if unit.lows[phrase.first] in FILLERS or len(text) < 8 or " " not in text:
            return None
        low = self.names.string.lower()
        at = low.find(text.lower() + " ")
        while at >= 0:
            after = at + len(text) + 1
            for name in self.names.runs_from(after):
                if name.span.start == after and len(name.words) > 1:
                    role = Span(at, at + len(text))
                    return Speaker(name.text, Sort.PERSON, span, name.span, role.of(self.names.string), role)
            at = low.find(text.lower() + " ", after)
        return None

    def of_pronoun(
        self, span: Span, low: str, topic: Phrase | None, unit: Unit
    ) -> tuple[Speaker | None, str]:
        """Whom "ia", "mereka" or "-nya" means: the latest fitting speaker, or the topic of the sentence before."""
        plural = PRONOUNS.get(low) == "many"
        for known in reversed(self.known):
            if low in ("nya", "dikatakan") and known is self.last:
                return self.use(known, span)
            if plural == known.plural or (plural and known.speaker.sort is not Sort.PERSON):
                if low in ("ia", "dia", "beliau") and known.speaker.sort in (Sort.OUTLET, Sort.DOCUMENT):
                    continue
                return self.use(known, span)
        return None, "no speaker before"

    def use(self, known: Known, span: Span) -> tuple[Speaker, str]:
        """The known speaker, now at `span`."""
        self.last = known
        self.known.append(known)
        return at_span(known.speaker, span), ""

    def keep(
        self, speaker: Speaker, plural: bool = False, words: set[str] | None = None
    ) -> tuple[Speaker, str]:
        """Remembers a speaker as the latest."""
        described = set(words or ())
        described |= content_words((speaker.role or "").lower().split())
        if speaker.sort is not Sort.PERSON:
            described |= content_words(speaker.name.lower().split())
        self.last = Known(speaker, described, plural)
        self.known.append(self.last)
        return speaker, ""


def is_person(words: set[str]) -> bool:
    """Whether a description can mean a single person."""
    return any(PEOPLE.get(word) == "one" for word in words)


def content_words(lows: list[str]) -> set[str]:
    """The words that describe, abbreviated titles written out."""
    words: set[str] = set()
    for low in lows:
        if low not in FILLERS and low not in DEFINITE and low[:1].isalnum():
            words.update(SYNONYMS.get(low, low).split())
    return words


def at_span(speaker: Speaker, span: Span) -> Speaker:
    """The same speaker, mentioned at `span`."""
    return Speaker(
        speaker.name,
        speaker.sort,
        span,
        speaker.name_span,
        speaker.role,
        speaker.role_span,
        speaker.on_behalf_of,
        speaker.members,
    )


def behalf(role: str | None) -> str | None:
    """On whose behalf a spokesperson speaks: the words after "juru bicara"."""
    if role is None:
        return None
    low = role.lower()
    for head in ("juru bicara ", "jubir "):
        at = low.find(head)
        if at >= 0:
            return role[at + len(head) :].strip(" ,") or None
    return None


NAME = Name
