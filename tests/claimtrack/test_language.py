"""Pages speak Indonesian until their reader chooses otherwise."""

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("cookie", "spoken"), [(None, "id"), ("id", "id"), ("en", "en"), ("xx", "id"), ("../../etc", "id")]
)
def test_the_cookie_alone_chooses_the_language(cookie: str | None, spoken: str) -> None:
    client = Client(headers={"Accept-Language": "en-US,en"})
    if cookie:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    answer = client.get("/")
    assert answer.headers["Content-Language"] == spoken
    assert f'<html lang="{spoken}"' in answer.content.decode()
    assert "Cookie" in answer.headers["Vary"]
