"""A real Chromium, where there is one (CHROMIUM names it); CLAIMTRACK_REQUIRE_BROWSER=1 demands it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once."""
    if not CHROMIUM.exists():
        words = f"no Chromium at {CHROMIUM}: set CHROMIUM to its path to run the browser tests"
        if os.environ.get("CLAIMTRACK_REQUIRE_BROWSER") == "1":
            pytest.fail(words)
        pytest.skip(words)
    # Playwright keeps a loop running in this thread; Django would then refuse the tests' own queries.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(params=["script", "no script"])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An Indonesian reader's page at 1280 px, with JavaScript and without."""
    scripted = request.param == "script"
    context = chromium.new_context(locale="id-ID", java_script_enabled=scripted)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
