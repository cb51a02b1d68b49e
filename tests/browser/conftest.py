"""A real Chromium, where there is one (CHROMIUM names it); CLAIMTRACK_REQUIRE_BROWSER=1 demands it."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django import DjangoDbBlocker

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


class QuietHandler(WSGIRequestHandler):
    """Says nothing of each request; its thread ends with the answer, so that none outlives the server."""

    protocol_version = "HTTP/1.0"

    def log_message(self, *_args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def served(chromium: Browser, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of the whole site as it is served, middleware and files included, for a module's tests.

    They share one record, which a fixture of the module makes; it is emptied after the last of them.
    """
    with django_db_blocker.unblock():
        server = ThreadedWSGIServer(("127.0.0.1", 0), QuietHandler)
        server.daemon_threads = False
        server.set_app(get_wsgi_application())
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()
        thread.join()
        call_command("flush", interactive=False, verbosity=0)
