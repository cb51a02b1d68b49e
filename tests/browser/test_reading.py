"""A reader's daily tasks in a real browser: who denied it, where does it stand, in which language."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.scenes import TITLE, Dispute, make_accusation, make_dispute

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def dispute() -> Dispute:
    """Rows that the server's own connection sees."""
    make_accusation()
    return make_dispute()


def test_from_the_first_page_to_who_denied_it_and_its_marked_sentence(
    page: Page, live_server: LiveServer, dispute: Dispute
) -> None:
    page.goto(live_server.url)
    page.get_by_role("heading", level=3).get_by_role("link", name=TITLE[1:]).click()
    denial = page.get_by_role("article").filter(has_text="membantah")
    expect(denial).to_contain_text("Bram Kusnadi")
    expect(denial).to_contain_text("8 jam 25 menit setelah Sekar Wangi")
    denial.get_by_role("link", name="kabar burung belaka").click()
    assert page.url == f"{live_server.url}/articles/{dispute.denied.article_id}/#laporan-{dispute.denied.pk}"
    marked = page.locator("mark:target")
    expect(marked).to_have_text(dispute.denied.exact)
    expect(marked).to_be_in_viewport()


def test_a_mark_on_a_lane_leads_to_its_entry(page: Page, live_server: LiveServer, dispute: Dispute) -> None:
    page.goto(live_server.url + dispute.claim.get_absolute_url())
    mark = page.get_by_role("link", name="Bram Kusnadi membantah, 16 Okt 2024")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("article:target")).to_contain_text("Bram Kusnadi")


def test_the_language_is_switched_and_kept(page: Page, live_server: LiveServer, dispute: Dispute) -> None:
    page.goto(live_server.url + dispute.claim.get_absolute_url())
    page.get_by_role("button", name="EN").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_text("8 hours 25 minutes after")).to_be_visible()
    page.get_by_role("link", name="Today").first.click()
    expect(page.get_by_role("heading", name="Latest denials")).to_be_visible()
    page.get_by_role("button", name="ID").click()
    expect(page.get_by_role("heading", name="Bantahan terbaru")).to_be_visible()


def test_an_actors_denials_in_one_outlet_in_one_week(
    page: Page, live_server: LiveServer, dispute: Dispute
) -> None:
    page.goto(f"{live_server.url}/explore/")
    page.get_by_label("dari").fill("2024-10-14")
    page.get_by_label("sampai").fill("2024-10-20")
    page.get_by_role("main").get_by_role("button", name="Cari").click()
    facets = page.get_by_role("complementary", name="Saringan")
    for name in ("membantah 1", "Suara Kota 1", "Bram Kusnadi 1"):
        facets.get_by_role("link", name=name).click()
    expect(page.locator("td.said")).to_have_text("“Laporan itu kabar burung belaka, ujar Bram Kusnadi.”")
    page.get_by_role("link", name="Suara Kota lepaskan").click()
    assert "from=2024-10-14" in page.url
    assert "outlet" not in page.url


def test_claims_are_searched_from_any_page(page: Page, live_server: LiveServer, dispute: Dispute) -> None:
    page.goto(f"{live_server.url}/sources/")
    page.locator("#cari").fill("gudang beras")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=3)).to_have_count(1)


@pytest.mark.parametrize("width", [390, 320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_its_window(
    chromium: Browser, live_server: LiveServer, dispute: Dispute, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    article = f"/articles/{dispute.said.article_id}/"
    actor = "/actors/bram-kusnadi/"
    for address in (
        "/",
        "/claims/",
        dispute.claim.get_absolute_url(),
        "/actors/",
        actor,
        article,
        "/sources/",
        "/explore/",
    ):
        page.goto(live_server.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()
    assert not heard, "the content security policy or the page complained"


def test_the_menu_unfolds_on_a_phone_without_script(
    chromium: Browser, live_server: LiveServer, dispute: Dispute
) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 800}, locale="id-ID", java_script_enabled=False
    )
    page = context.new_page()
    page.goto(live_server.url)
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Aktor").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aktor")
    context.close()
