"""A number in an address or a form is one that a database holds, or 0."""

import pytest

from lists.numbers import parse_number


@pytest.mark.parametrize(("words", "number"), [("7", 7), ("0", 0), ("007", 7), ("9" * 18, 10**18 - 1)])
def test_a_number_is_read(words: str, number: int) -> None:
    assert parse_number(words) == number


@pytest.mark.parametrize("words", ["", " 7", "-1", "+1", "1.0", "1e3", "²", "٣", "1_0", "x", "\0", "9" * 19])
def test_anything_else_is_nothing(words: str) -> None:
    assert parse_number(words) == 0


def test_a_number_of_more_digits_than_asked_for_is_nothing() -> None:
    assert (parse_number("12345", digits=5), parse_number("123456", digits=5)) == (12345, 0)
