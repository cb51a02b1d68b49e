"""Decides who a speaker's words stand for: short names, "ia", "-nya", "politikus itu", omitted subjects."""

from collections import deque
from dataclasses import dataclass, field

from claims.nlp.clause import CIRCUMSTANCE
from claims.nlp.full_names import at_span, behalf, find_full_name, name_joint, part_role
from claims.nlp.introductions import Introductions
from claims.nlp.lexicon import GIVEN_NAMES, PRONOUNS
from claims.nlp.matcher import Draft, Unit
from claims.nlp.mentions import read_phrase
from claims.nlp.names import Names
from claims.nlp.naming import FUNCTION
from claims.nlp.phrases import KIN, Phrase
from claims.nlp.shortening import Name, is_plain_word, is_thing
from claims.nlp.topic_words import find_topic_words
from claims.nlp.topics import (
    FILLERS,
    PLURALS,
    SOLE,
    Known,
    can_mean,
    content_words,
    described_words,
    find_called,
    find_described,
    find_holder,
    find_latest,
    find_meant,
    find_voice,
    is_bare,
    is_definite,
    is_introduced,
    is_known_figure,
    is_plural,
    is_several,
)
from claims.values import Sort, Span, Speaker

RECENT = 80
EMPTY = CIRCUMSTANCE | FUNCTION
TOPICAL = frozenset(("joint", "described", "name"))


@dataclass(slots=True)
class Speakers:
    """The speakers of one text in the order in which they spoke; `resolve` names the next one."""

    names: Names
    known: deque[Known] = field(default_factory=lambda: deque(maxlen=RECENT))
    roles: dict[str, tuple[str, Span | None]] = field(default_factory=dict)
    last: Known | None = None
    spoke_at: int = 0
    introduced: Introductions = field(default_factory=Introductions)

    def resolve(self, unit: Unit, draft: Draft, topic: Speaker | None) -> tuple[Speaker | None, str]:
        """The speaker of a draft, or None with the reason; `topic` is whom the sentence before was about."""
        subject = draft.subject
        if subject.clitic is not None:
            return self.of_pronoun(subject.clitic, "nya", topic)
        if subject.same and topic is not None:
            return self.keep(topic)
        if subject.same:
            return (self.last.speaker, "") if self.last else (None, "no speaker before")
        if subject.first < 0:
            return (None, "")
        phrase = read_phrase(unit, subject.first, subject.last)
        if phrase is None:
            return None, "no noun phrase"
        return self.of_phrase(unit, phrase, topic)

    def of_phrase(self, unit: Unit, phrase: Phrase, topic: Speaker | None) -> tuple[Speaker | None, str]:
        """The speaker a noun phrase names."""
        span = unit.span(phrase.first, phrase.last)
        if phrase.kind == "pronoun":
            return self.of_pronoun(span, unit.lows[phrase.first], topic)
        if phrase.kind == "joint":
            return self.keep(name_joint(self.names, unit, phrase, span), plural=True)
        if phrase.kind == "name":
            speaker = self.behind_role(unit, phrase) or self.of_name(unit, phrase, span)
            if speaker.sort is Sort.PERSON and self.introduced.waits_for_person():
                self.meet(speaker)
            return self.keep(speaker)
        return self.of_description(unit, phrase, span, topic)

    def behind_role(self, unit: Unit, phrase: Phrase) -> Speaker | None:
        """The person named elsewhere behind words that looked like role and name: "Dirut PDAM Taluna"."""
        if phrase.role is None or phrase.last - phrase.first > 1 or phrase.role[0] > phrase.first:
            return None
        word = unit.words[phrase.first]
        if word in unit.hints.alone or word.lower() in GIVEN_NAMES:
            return None
        first = phrase.role[0]
        return self.find_by_role(unit, phrase._replace(first=first), unit.span(first, phrase.last))

    def meet(self, speaker: Speaker) -> None:
        """A bare new name after "seorang pejabat" is that official: news brings in people by a role."""
        bare = speaker.span is not None and speaker.name_span == speaker.span and not speaker.role
        if bare and speaker.name not in self.roles and is_bare(speaker, self.names):
            self.introduced.meet(speaker)

    def latest_outlet(self) -> str | None:
        """The name of the outlet that spoke last, if any did."""
        speakers = (known.speaker for known in reversed(self.known))
        return next((speaker.name for speaker in speakers if speaker.sort is Sort.OUTLET), None)

    def see(self, unit: Unit) -> None:
        """Meets the name with which a sentence without a statement opens."""
        if (name := self.names.first_at(unit.start)) is not None and self.introduced.waits_for_person():
            self.meet(Speaker(name.text, Sort.PERSON, name.span, name.span))

    def of_name(self, unit: Unit, phrase: Phrase, span: Span) -> Speaker:
        """A named speaker under the fullest name of the text."""
        text = span.of(unit.string)
        name, name_span, sort = find_full_name(self.names, text, span, phrase.sort)
        role_span = part_role(unit.span(*phrase.role), name_span) if phrase.role else None
        if sort is Sort.PERSON and phrase.role is None and phrase.first == 0 and is_thing(name):
            sort = Sort.UNNAMED
        role = role_span.of(unit.string) if role_span else None
        if role is None:
            role, role_span = self.known_role(name, name_span if sort is Sort.PERSON else None)
        return Speaker(name, sort, span, name_span, role, role_span, behalf(role))

    def known_role(self, name: str, place: Span | None = None) -> tuple[str | None, Span | None]:
        """The role under which a speaker was met before, or the office beside the name at `place`."""
        role, span = self.roles.get(name, (None, None))
        if not role and place is not None and (span := self.names.office_of(place)) is not None:
            role = span.of(self.names.string)
        return role or None, span if role else None

    def of_description(
        self, unit: Unit, phrase: Phrase, span: Span, topic: Speaker | None
    ) -> tuple[Speaker | None, str]:
        """A described speaker: one met before, one named elsewhere by that role, or unnamed."""
        lows = unit.lows[phrase.first : phrase.last]
        plural, definite = is_plural(lows), phrase.kind == "definite" or is_definite(lows)
        definite = definite or is_known_figure([*lows, *unit.lows[phrase.last : phrase.last + 1]])
        called = find_called(unit, phrase.first, phrase.last)
        nicknamed = self.names.resolve(called, span.start) if called else None
        if nicknamed is not None:
            return self.keep(self.person(nicknamed, span))
        met = find_described(self.known, lows, definite, plural)
        if met is None and definite and topic is not None and phrase.sort in (Sort.PERSON, Sort.UNNAMED):
            return self.keep(at_span(topic, span))
        if met is None and definite:
            met = find_latest(self.known, lows, described_words(lows), plural, phrase.sort)
        if met is not None:
            self.name_body(unit, met)
            return self.use(met, span)
        named = None if definite else self.find_by_role(unit, phrase, span)
        if named is not None:
            return self.keep(named)
        speaker = Speaker(span.of(unit.string), phrase.sort, span, span)
        if not plural and lows[0] not in KIN and is_introduced(lows, phrase.sort):
            self.introduced.begin(speaker)
        return self.keep(speaker, plural=plural, words=described_words(lows))

    def name_body(self, unit: Unit, met: Known) -> None:
        """The name that opens the sentence is the group's: "Front Sarwa telah ..., kata kelompok itu"."""
        name = self.names.first_at(unit.start)
        if name is not None and self.introduced.waits_as(met.speaker.name):
            self.meet(Speaker(name.text, Sort.ORGANISATION, name.span, name.span))

    def find_by_role(self, unit: Unit, phrase: Phrase, span: Span) -> Speaker | None:
        """A person whose name stands behind the same role elsewhere in the text."""
        text = span.of(unit.string)
        if text.lower() in SOLE:
            holder = find_holder(self.known, text.lower())
            return at_span(holder, span) if holder is not None else None
        if unit.lows[phrase.first] in FILLERS or len(text) < 8 or " " not in text:
            return None
        if (found := self.names.behind(text)) is None:
            return None
        return self.person(found[0], span, found[1])

    def person(self, name: Name, span: Span, place: Span | None = None) -> Speaker:
        """The person of that name, mentioned at `span`; the role met before, or the one at `place`."""
        role, role_span = self.known_role(name.text, None if place else name.span)
        if role is None and place is not None:
            role, role_span = place.of(self.names.string), place
        return Speaker(name.text, Sort.PERSON, span, name.span, role, role_span, behalf(role))

    def of_pronoun(self, span: Span, low: str, topic: Speaker | None) -> tuple[Speaker | None, str]:
        """Whom "ia", "mereka", "-nya" means: the topic of the sentence before, or the latest speaker."""
        meant = topic or (self.last.speaker if self.last else None)
        if meant is not None and len(meant.members) > 1 and PRONOUNS.get(low) != "many":
            return None, f"{low}: {' / '.join(meant.members)}"
        if topic is not None and (low != "mereka" or is_several(topic)):
            return self.keep(at_span(topic, span), plural=bool(topic.members))
        plural = PRONOUNS.get(low) == "many"
        voice = find_voice(self.known) if low == "nya" else None
        known = voice or find_meant(self.known, low, plural)
        if known is not None:
            return self.use(known, span)
        return self.keep(at_span(topic, span), plural) if topic else (None, "no speaker before")

    def use(self, known: Known, span: Span) -> tuple[Speaker, str]:
        """The known speaker, now at `span`."""
        speaker = at_span(known.speaker, span)
        self.last = Known(speaker, known.words, known.plural)
        self.known.append(self.last)
        return speaker, ""

    def keep(
        self, speaker: Speaker, plural: bool = False, words: set[str] | None = None
    ) -> tuple[Speaker, str]:
        """Remembers a speaker as the latest."""
        if speaker.role or speaker.name not in self.roles:
            self.roles[speaker.name] = (speaker.role or "", speaker.role_span)
        self.introduced.pass_by(speaker)
        described = set(words or ())
        described |= content_words((speaker.role or "").lower().split())
        if speaker.sort is not Sort.PERSON:
            described |= content_words(speaker.name.lower().split())
        self.last = Known(speaker, described, plural)
        self.known.append(self.last)
        return speaker, ""

    def forget(self, speaker: Speaker | None) -> None:
        """Takes back the latest speaker: a headline's words that are nobody's name."""
        if self.last is not None and self.last.speaker == speaker:
            self.known.pop()
            self.last = self.known[-1] if self.known else None

    def topic_of(self, unit: Unit, bodies: bool = False) -> Speaker | None:
        """Whom a sentence without a statement is about; a body only with `bodies`, for "mereka"."""
        found = find_topic_words(unit)
        if found is None:
            return None
        first = found.first
        phrase = read_phrase(unit, first, found.last)
        sorts = (Sort.PERSON, Sort.UNNAMED, Sort.ORGANISATION)[: 2 + bodies]
        if phrase is None or phrase.sort not in sorts or phrase.kind not in TOPICAL:
            return None
        span = unit.span(phrase.first, phrase.last)
        if phrase.kind == "joint":
            return name_joint(self.names, unit, phrase, span)
        if phrase.kind == "described":
            group = unit.lows[first] in PLURALS and can_mean(unit, first, found.last)
            return Speaker(span.of(unit.string), phrase.sort, span, span) if group else None
        if unit.lows[phrase.first] in EMPTY or is_plain_word(unit.words[phrase.first], unit.hints):
            return None
        speaker = self.of_name(unit, phrase, span)
        told = found.sure or phrase.role is not None or speaker.name in unit.hints.alone
        told = told or unit.words[first].lower() in GIVEN_NAMES or speaker.name in self.roles
        return speaker if told or not self.known else None
