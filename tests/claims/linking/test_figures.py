"""Figures agree, or differ in substance, when they count the same thing."""

import pytest

from claims.linking.figures import compare_figures, share_figure
from claims.linking.values import Amount


@pytest.mark.parametrize(
    ("one", "other", "agree", "differ"),
    [
        (Amount(3000, None, True, "tentara"), Amount(3000, None, True, "orang"), True, False),
        (Amount(1000, None, True, "tentara"), Amount(3000, None, False, "tentara"), True, False),  # ribuan
        (Amount(1000, None, True, "tentara"), Amount(500, None, False, "tentara"), False, True),
        (Amount(2, None, False, "ton"), Amount(300, None, True, "kilogram"), False, True),
        (Amount(2, None, False, "ton"), Amount(2000, None, True, "kg"), True, False),
        (Amount(10_000, 12_000, False, "orang"), Amount(11_000, None, False, "orang"), True, False),
        (Amount(340, None, False, "warga"), Amount(128, None, False, "orang"), False, True),
        (Amount(15, None, False, "persen"), Amount(15, None, False, "orang"), False, False),
        (Amount(60, None, False, ""), Amount(3000, None, False, "tentara"), False, True),
        (Amount(16, None, False, ""), Amount(3000, None, False, "tentara"), False, False),  # a day
    ],
)
def test_figures_are_compared_where_they_count_alike(
    one: Amount, other: Amount, agree: bool, differ: bool
) -> None:
    assert compare_figures([one], [other]) == (agree, differ)
    assert compare_figures([other], [one]) == (agree, differ)


def test_the_very_same_number_tells_more_than_an_order() -> None:
    three_thousand, thousands = Amount(3000, None, True, "tentara"), Amount(1000, None, True, "tentara")
    assert share_figure([three_thousand], [Amount(3000, None, True, "orang")])
    assert not share_figure([thousands], [thousands])
