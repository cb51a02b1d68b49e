"""Reasons say when, in good Indonesian and English."""

import pytest

from claims.linking.reasons import told_when


@pytest.mark.parametrize(
    ("hours", "indonesian", "english"),
    [
        (7, "7 jam setelah Warta Nusa", "7 hours after Warta Nusa"),
        (1, "1 jam setelah Warta Nusa", "1 hour after Warta Nusa"),
        (-7, "7 jam sebelum Warta Nusa", "7 hours before Warta Nusa"),
        (0, "dalam jam yang sama dengan Warta Nusa", "within the same hour as Warta Nusa"),
    ],
)
def test_the_time_between_two_reports_is_told_in_words(hours: int, indonesian: str, english: str) -> None:
    assert told_when(hours, "Warta Nusa") == (indonesian, english)
