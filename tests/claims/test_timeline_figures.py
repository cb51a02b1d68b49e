"""Figures are drawn in their order, within the drawing, and only where there is something to compare."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.timeline.figures_plot import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, plot_of
from claims.timeline.values import Entry, Number, Party
from tests.claims.test_timeline_positions import entry, number


def by(name: str, told: Entry) -> Entry:
    """The same entry, said by somebody else."""
    return replace(told, speaker=Party(name, name.lower()))


def test_larger_figures_stand_higher_and_later_ones_further_right() -> None:
    plot = plot_of([entry(3, "asserts", number(3000)), by("Sekar", entry(5, "asserts", number(9000)))])
    assert plot is not None
    first, second = plot.dots
    assert first.y > second.y
    assert first.x < second.x
    assert [row.party.name for row in plot.rows] == ["Bram Kusnadi", "Sekar"]


def test_a_range_is_a_bar_and_about_leaves_room() -> None:
    ranged, about = number(10_000, 12_000), number(3000, approximate=True)
    plot = plot_of([entry(3, "asserts", ranged), by("Sekar", entry(5, "asserts", about))])
    assert plot is not None
    assert all(dot.top < dot.y < dot.foot for dot in plot.dots)


def test_one_party_with_several_figures_has_a_path() -> None:
    plot = plot_of([entry(day, "asserts", number(day * 1000)) for day in (3, 5, 9)])
    assert plot is not None
    assert len(plot.paths) == 1
    assert [bool(dot.label) for dot in plot.dots] == [False, False, True]


def test_nothing_is_drawn_of_one_figure_of_orders_or_of_different_units() -> None:
    orders = [entry(day, "asserts", number(1000, approximate=True)) for day in (3, 5)]
    units = [entry(3, "asserts", number(500, unit="truk")), entry(5, "asserts", number(700, unit="hari"))]
    assert plot_of([]) is plot_of(orders) is plot_of(units) is plot_of([entry(3, "asserts", number(500))])


def test_heads_are_one_unit_and_the_unit_most_given_is_drawn() -> None:
    told = [
        entry(3, "asserts", number(500, unit="tentara"), number(70, unit="kilometer")),
        by("Sekar", entry(5, "asserts", number(700, unit="orang"))),
    ]
    plot = plot_of(told)
    assert plot is not None
    assert plot.unit == "orang"


@given(st.lists(st.tuples(st.integers(1, 28), st.floats(4, 1e9), st.integers(0, 9)), max_size=40))
def test_every_figure_stands_within_the_drawing(given_: list[tuple[int, float, int]]) -> None:
    told = [
        by(f"Warga {who}", entry(day, "asserts", Number(value, None, True, "ton")))
        for day, value, who in sorted(given_)
    ]
    plot = plot_of(told)
    for dot in plot.dots if plot else ():
        assert LEFT <= dot.x <= RIGHT
        assert TOP <= dot.top <= dot.y <= dot.foot <= BOTTOM
        assert dot.label < HEIGHT
