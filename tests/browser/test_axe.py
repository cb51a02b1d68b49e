"""axe-core finds no violation on any page: both languages, both widths, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page

from tests.addresses import addresses
from tests.browsing import Browsing, make_browsing

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
CONTRASTS: dict[str, object] = {"runOnly": ["color-contrast"]}


@pytest.fixture(scope="module")
def browsing(served: str) -> Browsing:
    """A record with something of everything."""
    return make_browsing()


@pytest.mark.parametrize(("language", "width"), [("id", 1280), ("id", 390), ("en", 390)])
def test_no_page_keeps_anybody_out(
    chromium: Browser, served: str, browsing: Browsing, language: str, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": served}])
    page = context.new_page()
    found = [words for address in addresses(browsing) for words in _look_at(page, served, address)]
    name, value = browsing.desk_cookie
    context.add_cookies([{"name": name, "value": value, "url": served}])
    found += [
        words for address in addresses(browsing, desk=True) for words in _look_at(page, served, address)
    ]
    context.close()
    assert not found, "\n".join(found)


def _look_at(page: Page, url: str, address: str) -> list[str]:
    """Everything in light; in dark what can differ: the contrasts."""
    page.goto(url + address)
    page.emulate_media(color_scheme="light")
    found = [f"{address}: {words}" for words in _violations(page, {})]
    page.emulate_media(color_scheme="dark")
    return found + [f"{address} dark: {words}" for words in _violations(page, CONTRASTS)]


def _violations(page: Page, options: dict[str, object]) -> list[str]:
    results = Axe().run(page, options={"resultTypes": ["violations"], **options})
    return [
        f"{violation['id']} {node['html'][:160]} {node['failureSummary']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
