"""Every page is valid HTML in both languages, whole and as the part that a swap takes."""

import pytest
from django.conf import settings
from django.test import Client

from tests.addresses import addresses
from tests.browsing import make_browsing
from tests.markup import faults_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_is_valid(client: Client, language: str) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    browsing, found = make_browsing(), {}
    for desk in (False, True):
        for address in addresses(browsing, desk=desk):
            answer = client.get(address)
            assert answer.headers["Content-Type"].startswith("text/html"), (address, answer.status_code)
            assert answer.headers["Content-Language"] == language
            found[address] = faults_of(answer.content.decode())
        name, value = browsing.desk_cookie
        client.cookies[name] = value
    assert not {address: faults for address, faults in found.items() if faults}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("<p><div></div></p>", "unexpected-end-tag"),
        ("<i id=a></i><i id=a></i>", "id 'a' stands 2 times"),
        ("<a href='#b'>b</a>", "leads nowhere"),
        ("<input name=q>", "has no label"),
        ("<ul><p>x</p></ul>", "p stands in ul"),
        ("<h3>x</h3>", "h3 follows h1"),
    ],
)
def test_faults_are_found(wrong: str, words: str) -> None:
    page = f"<!doctype html><html lang=id><title>x</title><h1>x</h1>{wrong}</html>"
    assert words in " ".join(faults_of(page))
