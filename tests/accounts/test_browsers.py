"""A user agent is named as people know it, and shown as it is where nobody does."""

import pytest

from accounts.browsers import name_of

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36"
)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox 140, Linux"),
        (PHONE, "Chrome Mobile 140, Android"),
        ("Telepon 9", "Telepon 9"),
        ("", ""),
        ("<script>" * 20, "<script>" * 20),
    ],
)
def test_a_user_agent_has_a_name(agent: str, name: str) -> None:
    assert name_of(agent) == name
