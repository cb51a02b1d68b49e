"""A denial that the machine missed is tied to its claim by keyboard alone, seen by readers, and undone."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from claims.models import Claim, Stance
from tests import rows
from tests.accounts.test_accounts import member
from tests.browser.test_review import signed_in
from tests.claims.corrections.newsroom import digest, read_all
from tests.claims.test_store_moving import DENIED, SAID, the_two

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editor(transactional_db: None) -> User:
    """An editor, and a record in which a denial stands alone."""
    read_all([rows.make_revision(SAID, at=rows.wib(14)), rows.make_revision(DENIED, at=rows.wib(16))], 1)
    return member("redaktur", "editor")


def press_to(page: Page, words: str) -> None:
    """Walk on with Tab until the button or link of these words has the focus, and press Enter."""
    for _step in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab never comes to {words!r}")


def test_a_missed_denial_is_tied_by_keyboard_alone_and_undone(
    chromium: Browser, live_server: LiveServer, editor: User
) -> None:
    before, (claim, lone) = digest(), the_two()
    context = chromium.new_context(locale="id-ID")
    context.set_default_timeout(15_000)
    page = signed_in(context.new_page(), live_server, editor)
    page.goto(f"{live_server.url}/review/claim/{claim.pk}/")
    page.keyboard.press("t")
    page.keyboard.type("lumbung kampung")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=utterance]:checked")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("membantah")
    page.keyboard.press("Tab")
    page.keyboard.type("soal gudang yang sama")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}/review/claim/{claim.pk}/")
    expect(page.get_by_role("status").first).to_contain_text("disimpan")
    assert Stance.objects.get(claim=claim, decision="accepted").kind == "denies"
    page.goto(f"{live_server.url}/claims/{lone.pk}/")
    expect(page).to_have_url(f"{live_server.url}/claims/{claim.pk}/")
    expect(page.locator("article.k-deny")).to_contain_text("Bram Kusnadi")
    page.goto(f"{live_server.url}/review/claim/{claim.pk}/")
    press_to(page, "Urungkan")
    page.wait_for_load_state()
    expect(page.get_by_role("status").first).to_contain_text("diurungkan")
    assert digest() == before
    assert Claim.objects.current().filter(pk=lone.pk).exists()
    context.close()


def test_it_is_tied_without_script(page: Page, live_server: LiveServer, editor: User) -> None:
    claim, _lone = the_two()
    signed_in(page, live_server, editor)
    page.goto(f"{live_server.url}/review/claim/{claim.pk}/")
    page.get_by_role("link", name="bantahan yang mungkin terlewat").click()
    page.get_by_label("Sikapnya terhadap klaim ini").select_option("partly_denies")
    page.get_by_role("button", name="Kaitkan ke klaim ini").click()
    expect(page).to_have_url(f"{live_server.url}/review/claim/{claim.pk}/")
    assert Stance.objects.get(claim=claim, decision="accepted").kind == "partly_denies"
