"""What a spreadsheet would run as a formula goes out behind an apostrophe, and comes back without it."""

import csv

import pytest

from lists.guarding import guard, unguard
from lists.rows import Table, csv_lines

WORDS = ["=1+1", "+62 21", "-5", "@siapa", "\tIsi", "\rIsi", "Jum'at", "'kutipan'", "'", "", "a=b"]


@pytest.mark.parametrize("words", WORDS)
def test_a_cell_comes_back_as_it_went(words: str) -> None:
    assert unguard(guard(words)) == words


@pytest.mark.parametrize("words", WORDS[:6])
def test_no_cell_of_a_table_is_a_formula(words: str) -> None:
    lines = csv_lines(Table("hal", ("kata", "angka")), [{"kata": words, "angka": -5}])
    (row,) = list(csv.reader(list(lines)))[1:]
    assert row == [f"'{words}", "-5"]
