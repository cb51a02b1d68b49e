"""The daily tasks by keyboard alone: Tab, Enter and letters, with JavaScript and without."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import Browsing, make_browsing
from tests.scenes import TITLE

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
FARTHEST = 150  # stops of the Tab key


@pytest.fixture(scope="module")
def browsing(served: str) -> Browsing:
    """A record with something of everything."""
    return make_browsing()


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the wanted element has the focus, which must be visible there."""
    handle = wanted.element_handle()
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement === wanted", handle):
            width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
            assert width == "3px", "the focus shows"
            return
    pytest.fail(f"Tab does not reach {wanted}")


def enter(page: Page, wanted: Locator) -> None:
    """Go there and open it."""
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def test_who_denied_it(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(served)
    enter(page, page.get_by_role("link", name="Langsung ke isi"))
    enter(page, page.get_by_role("heading", level=3).get_by_role("link", name=TITLE[1:]))
    denial = page.get_by_role("article").filter(has_text="Bram Kusnadi membantah")
    enter(page, denial.get_by_role("link", name="kabar burung belaka"))
    expect(page.locator("mark:target")).to_have_text(browsing.dispute.denied.exact)


def test_denials_in_one_outlet_and_their_export(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(f"{served}/explore/?from=2024-10-14&to=2024-10-20")
    facets = page.get_by_role("complementary", name="Saringan")
    for name in ("membantah 1", "Suara Kota 1"):
        enter(page, facets.get_by_role("link", name=name, exact=True))
        expect(page.locator("[data-kabar]")).to_have_text("1 laporan")
    page.goto(page.url)
    tab_to(page, page.get_by_role("link", name="CSV"))
    with page.expect_download() as awaited:
        page.keyboard.press("Enter")
    assert awaited.value.suggested_filename.endswith(".csv")


def test_two_outlets(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(f"{served}/compare/")
    for label, name in (("Pertama", "Kabar Pagi"), ("Kedua", "Suara Kota")):
        tab_to(page, page.get_by_label(label))
        page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kabar Pagi dan Suara Kota")


def test_what_an_edit_changed_and_what_stood_before(page: Page, served: str, browsing: Browsing) -> None:
    address = served + browsing.dispute.claim.get_absolute_url()
    page.goto(address)
    enter(page, page.get_by_role("link", name="lihat perubahan"))
    expect(page.locator(".diff ins").first).to_be_visible()
    page.goto(address)
    enter(page, page.locator(".moves").get_by_role("link", name="16 Okt 2024"))
    expect(page.get_by_role("link", name="lihat catatan terkini")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("Ratih Dewi")
