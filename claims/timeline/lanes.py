"""Draws a claim's story as lanes: one line a party, time to the right, replies tied to what they answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from math import log2
from textwrap import wrap

from claims.timeline.values import Entry, Party

WIDTH, LEFT, RIGHT, TOP, LANE = 1080, 270, 1056, 40, 42
MARK, LETTER, TICK = 18, 7, 64  # sizes in drawing units: a mark, a letter of a label, a date
LABEL, NAME = 28, 28  # letters of a label, and of a line of a name, at most
MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """One utterance on its lane; (x, y) is the mark's centre, `label` may be empty for want of room."""

    x: int
    y: int
    entry: Entry
    label: str = ""
    before: bool = False

    @property
    def left(self) -> int:
        """Where the mark's box begins."""
        return self.x - MARK // 2

    @property
    def top(self) -> int:
        """Where the mark's box begins, from above."""
        return self.y - MARK // 2

    @property
    def label_x(self) -> int:
        """Where the label begins, or ends where it stands before the mark."""
        return self.x - MARK // 2 - 5 if self.before else self.x + MARK // 2 + 5

    @property
    def label_y(self) -> int:
        """The label's base line, above the lane's own line."""
        return self.y - 6


@dataclass(frozen=True, slots=True)
class Lane:
    """One party's line."""

    party: Party
    y: int
    marks: tuple[Mark, ...]

    @property
    def names(self) -> tuple[tuple[str, int], ...]:
        """The party's name in one line or two, each with its base line."""
        lines = wrap(self.party.name or "…", NAME, max_lines=2, placeholder=" …")
        first = self.y + 5 - 8 * (len(lines) - 1)
        return tuple((line, first + 16 * place) for place, line in enumerate(lines))


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis; `gap` is where quiet days were left out before it, 0 for nowhere."""

    x: int
    day: date
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing, in drawing units."""

    height: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    ties: tuple[tuple[str, str], ...]
    left_out: int
    width: int = WIDTH
    start: int = LEFT
    end: int = RIGHT


def picture_of(entries: Sequence[Entry]) -> Picture:
    """The drawing of these entries (in order of time); those without a day are left to the list."""
    dated = [entry for entry in entries if entry.day]
    days = sorted({entry.day for entry in dated if entry.day})
    scale = dict(zip(days, _places(days), strict=True))
    parties = list(dict.fromkeys(entry.party for entry in dated))
    lanes = tuple(
        _lane(party, TOP + LANE * row, [e for e in dated if e.party == party], scale)
        for row, party in enumerate(parties[:MOST_LANES])
    )
    height = TOP + LANE * len(lanes) - LANE // 2
    ticks = tuple(_ticks(days, scale))
    return Picture(height, ticks, lanes, tuple(_ties(lanes)), max(0, len(parties) - MOST_LANES))


def _places(days: Sequence[date]) -> list[tuple[int, int]]:
    """Left edge and width of each day: quiet days between shrink, so that busy ones keep their room."""
    gaps = [0.6 * log2((after - before).days) for before, after in pairwise(days)]
    if not days:
        return []
    unit = (RIGHT - LEFT - 24) / (len(days) + sum(gaps))
    places, x = [], LEFT + 16.0
    for gap in [*gaps, 0.0]:
        places.append((round(x), round(unit)))
        x += unit * (1 + gap)
    return places


def _ticks(days: Sequence[date], scale: dict[date, tuple[int, int]]) -> Iterator[Tick]:
    free = 0
    for place, day in enumerate(days):
        x = scale[day][0]
        quiet = place > 0 and (day - days[place - 1]).days > 1
        if x >= free:
            gap = (x + scale[days[place - 1]][0] + scale[days[place - 1]][1]) // 2 if quiet else 0
            yield Tick(x, day, gap)
            free = x + TICK


def _lane(party: Party, y: int, entries: Sequence[Entry], scale: dict[date, tuple[int, int]]) -> Lane:
    marks: list[Mark] = []
    for entry in entries:
        x = _x(entry, scale)
        if marks:
            x = max(x, marks[-1].x + MARK + 3)
        marks.append(Mark(min(x, RIGHT - MARK // 2), y, entry))
    return Lane(party, y, tuple(_labelled(marks)))


def _x(entry: Entry, scale: dict[date, tuple[int, int]]) -> int:
    """Within its day by the hour it was published, where it was published that day."""
    left, width = scale[entry.day or date.min]
    if entry.moment is None or entry.moment.date() != entry.day:
        return left + MARK // 2
    return left + MARK // 2 + round((width - MARK) * _share(entry.moment) * 0.9) if width > MARK else left


def _share(moment: datetime) -> float:
    return (moment.hour * 60 + moment.minute) / 1440


def _labelled(marks: Sequence[Mark]) -> Iterator[Mark]:
    """A label stands after its mark, else before it, else it is left to the list."""
    free = LEFT
    for place, mark in enumerate(marks):
        end = marks[place + 1].left if place + 1 < len(marks) else WIDTH
        label = _label(mark.entry)
        length = len(label) * LETTER + MARK
        if length <= end - mark.x:
            yield Mark(mark.x, mark.y, mark.entry, label)
            free = mark.x + length
        elif length <= mark.x - free:
            yield Mark(mark.x, mark.y, mark.entry, label, before=True)
            free = mark.x + MARK
        else:
            yield mark
            free = mark.x + MARK


def _label(entry: Entry) -> str:
    """A few words beside the mark: a figure or the words where they are short, else who carried them."""
    lead = entry.lead
    figures = [number.words for number in lead.figures] if lead and entry.states else []
    if figures and 0 < len(figures[0]) <= LABEL:
        return figures[0]
    if lead and lead.quote == "direct" and len(lead.exact) <= LABEL:
        return f"“{lead.exact}”"
    if entry.behalf and len(entry.speaker.name) <= LABEL:
        return entry.speaker.name
    return _joined(entry.outlets)


def _joined(names: Iterable[str]) -> str:
    first, *more = [*names, ""]
    count = len(more) - 1
    return f"{first} +{count}" if count > 0 else first[:LABEL]


def _ties(lanes: Sequence[Lane]) -> Iterator[tuple[str, str]]:
    """The stance of each reply and a curve from it to the latest statement it answers."""
    marks = {mark.entry.anchor: mark for lane in lanes for mark in lane.marks}
    for mark in marks.values():
        for answered in mark.entry.answers[-1:]:
            if target := marks.get(answered.anchor):
                yield mark.entry.kind, _curve(mark, target)


def _curve(reply: Mark, claim: Mark) -> str:
    side = MARK // 2 + 2
    down = side if reply.y > claim.y else -side
    bend = max(24, (reply.x - claim.x) // 2)
    end = f"{claim.x} {claim.y + down}"
    return f"M{reply.x - side} {reply.y}C{reply.x - bend} {reply.y} {claim.x} {claim.y + down * 3} {end}"
