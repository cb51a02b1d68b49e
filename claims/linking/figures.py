"""Whether two reports give figures that agree, or that differ in substance."""

from collections.abc import Iterable

from claims.linking.values import Amount

SLACK = 0.15
LAST_DAY = 31
LEAST_TELLING = 3
YEARS = range(1900, 2101)
# "ribuan" is two thousand to just under a hundred thousand; the reader gives an approximate value of 1000
ORDERS = {10: (20, 999), 100: (200, 9_999), 1_000: (2_000, 99_999), 1_000_000: (2_000_000, 1e12)}
HEADS = (
    "orang",
    "jiwa",
    "tentara",
    "pasukan",
    "prajurit",
    "personel",
    "serdadu",
    "warga",
    "korban",
    "anggota",
)
PEOPLE = frozenset((*HEADS, "pengungsi", "pekerja", "siswa", "infanteri"))
TONS = {"ton": 1_000.0, "kilogram": 1.0, "kg": 1.0, "kuintal": 100.0, "gram": 0.001}


def compare_figures(one: Iterable[Amount], other: Iterable[Amount]) -> tuple[bool, bool]:
    """(some agree, some differ) among figures of the same unit; two texts without any do neither."""
    agree = differ = False
    others = list(other)
    for amount in one:
        alike = [rival for rival in others if same_unit(amount, rival)]
        hits = [rival for rival in alike if overlap(amount, rival)]
        agree = agree or bool(hits)
        differ = differ or (bool(alike) and not hits)
    return agree, differ and not agree


def share_figure(one: Iterable[Amount], other: Iterable[Amount]) -> bool:
    """Whether both give the very same telling number of the same thing."""
    others = [amount for amount in other if is_telling(amount)]
    return any(
        amount.value == rival.value and same_unit(amount, rival)
        for amount in one
        if is_telling(amount)
        for rival in others
    )


def is_telling(amount: Amount) -> bool:
    """Whether a number tells something apart: no mere order ("ribuan"), no day, no year."""
    order = amount.approximate and amount.value in ORDERS
    return not order and not may_be_date(amount) and amount.value > LEAST_TELLING


def same_unit(one: Amount, other: Amount) -> bool:
    """Whether two figures count the same sort of thing; one without a unit may count anything."""
    if not one.unit or not other.unit:
        return not (may_be_date(one) or may_be_date(other))
    return unit_class(one.unit) == unit_class(other.unit)


def may_be_date(amount: Amount) -> bool:
    """Whether a bare number may be a day or a year."""
    return not amount.unit and (amount.value <= LAST_DAY or amount.value in YEARS)


def unit_class(unit: str) -> str:
    """A unit's class: heads are counted alike whatever they are called."""
    words = unit.lower().split()
    if any(word in PEOPLE for word in words):
        return "orang"
    if words and words[0] in TONS:
        return "berat"
    return " ".join(words)


def overlap(one: Amount, other: Amount) -> bool:
    """Whether two figures can be the same number."""
    low, high = bounds(one)
    other_low, other_high = bounds(other)
    return low <= other_high and other_low <= high


def bounds(amount: Amount) -> tuple[float, float]:
    """The least and the greatest number meant."""
    words = amount.unit.lower().split()
    scale = TONS.get(words[0], 1.0) if words else 1.0
    low, high = amount.value, amount.upper if amount.upper is not None else amount.value
    if (
        amount.approximate
        and amount.upper is None
        and int(amount.value) in ORDERS
        and amount.value == int(amount.value)
    ):
        low, high = ORDERS[int(amount.value)]
    elif amount.approximate:
        low, high = low * (1 - SLACK), high * (1 + SLACK)
    return low * scale, high * scale
