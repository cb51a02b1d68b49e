"""Quicker with JavaScript: facets, the next page, names while typing, the brush, keys. None needs it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browsing import MORE_THAN_A_PAGE, Browsing, make_browsing

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture(scope="module")
def browsing(served: str) -> Browsing:
    """A record with something of everything."""
    return make_browsing()


@pytest.fixture
def page(chromium: Browser, served: str, browsing: Browsing) -> Iterator[Page]:
    """An Indonesian reader's page, which hears every complaint of the browser."""
    context = chromium.new_context(locale="id-ID", base_url=served, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield page
    context.close()
    assert not [words for words in heard if "503" not in words], "503 is what one test here brings about"


def test_a_facet_is_chosen_without_a_visit_and_keeps_the_focus(page: Page) -> None:
    page.goto("/explore/")
    page.evaluate("window.mark = true")
    facet = page.get_by_role("complementary", name="Saringan").get_by_role(
        "link", name="membantah 1", exact=True
    )
    facet.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/explore/?stance=denies")
    expect(page.locator("#kabar")).to_have_text("1 laporan")
    expect(page.locator("[data-stay='stance denies'] a")).to_be_focused()
    assert page.evaluate("window.mark")
    page.go_back()
    expect(page.locator("[data-kabar]")).not_to_have_text("1 laporan")
    assert page.url.endswith("/explore/")


def test_the_title_and_the_language_switch_follow_a_search(page: Page) -> None:
    page.goto("/explore/")
    page.get_by_label("Kata dalam ujaran").fill("gudang")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=gudang**")
    expect(page).to_have_title("gudang · Jelajah · ClaimTrack")
    expect(page.get_by_label("Kata dalam ujaran")).to_be_focused()
    page.get_by_role("button", name="EN").click()
    expect(page).to_have_title("gudang · Explore · ClaimTrack")
    assert "q=gudang" in page.url


def test_the_next_page_comes_below_and_the_focus_goes_to_its_first_row(page: Page) -> None:
    page.goto("/claims/")
    rows = page.locator("#daftar > article")
    expect(rows).to_have_count(50)
    page.keyboard.press("n")
    expect(rows).to_have_count(MORE_THAN_A_PAGE + 2)
    expect(rows.nth(50)).to_be_focused()
    expect(page.get_by_role("link", name="Berikutnya")).to_have_count(0)


def test_names_are_offered_while_typing(page: Page) -> None:
    page.goto("/explore/")
    page.get_by_label("penutur").press_sequentially("kusna", delay=20)
    expect(page.locator("#saran option")).to_have_attribute("value", "Bram Kusnadi")


def bars(page: Page) -> Locator:
    """The histogram's bars."""
    return page.locator("[data-brush] a")


def test_a_stretch_of_time_is_brushed_with_the_mouse(page: Page) -> None:
    page.goto("/explore/")
    first, last = bars(page).nth(1), bars(page).nth(3)
    start, end = first.get_attribute("data-from"), last.get_attribute("data-to")
    for bar, deed in ((first, page.mouse.down), (last, page.mouse.up)):
        box = bar.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
        deed()
    page.wait_for_url(f"**from={start}&to={end}**")
    assert bars(page).first.get_attribute("data-from") == start


def test_a_stretch_of_time_is_brushed_with_the_keyboard(page: Page) -> None:
    page.goto("/explore/")
    bars(page).first.focus()
    page.keyboard.press("ArrowRight")
    expect(bars(page).nth(1)).to_be_focused()
    start = bars(page).nth(1).get_attribute("data-from")
    for _ in range(2):
        page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#kabar")).to_contain_text("–")
    end = bars(page).nth(3).get_attribute("data-to")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**from={start}&to={end}**")


def test_entries_are_walked_and_opened_by_keys(page: Page, browsing: Browsing) -> None:
    page.goto(browsing.dispute.claim.get_absolute_url())
    for _ in range(2):
        page.keyboard.press("j")
    expect(page.locator("article.ev:focus")).to_contain_text("Bram Kusnadi")
    page.keyboard.press("k")
    expect(page.locator("article.ev:focus")).to_contain_text("Sekar Wangi")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/articles/{browsing.dispute.denied.article_id}/#laporan-*")
    page.keyboard.press("e")
    page.wait_for_url("**/explore/")


def test_a_field_takes_letters_as_letters(page: Page) -> None:
    page.goto("/claims/")
    page.keyboard.press("/")
    page.keyboard.type("jek?")
    expect(page.locator("#cari")).to_have_value("jek?")
    expect(page.locator("dialog")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#cari")).not_to_be_focused()


def test_the_sheet_lists_the_keys_and_switches_them_off(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Tombol pintas")
    expect(sheet).to_contain_text("ke kotak pencarian")
    sheet.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    page.keyboard.press("e")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.url.endswith("/")
    page.goto("/bantuan/")
    page.get_by_role("checkbox").check()
    page.keyboard.press("e")
    page.wait_for_url("**/explore/")


def test_a_swap_that_fails_becomes_a_visit(page: Page) -> None:
    page.goto("/explore/")
    page.evaluate("window.mark = true")

    def fail_swaps(route: Route) -> None:
        if "hx-request" in route.request.headers:
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route("**/explore/?**", fail_swaps)
    page.get_by_role("complementary", name="Saringan").get_by_role(
        "link", name="membantah 1", exact=True
    ).click()
    expect(page.locator("[data-kabar]")).to_have_text("1 laporan")
    assert page.evaluate("window.mark === undefined")
