"""A reader's daily tasks in a real browser, with JavaScript and without."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.addresses import addresses
from tests.browsing import Browsing, make_browsing
from tests.scenes import TITLE

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture(scope="module")
def browsing(served: str) -> Browsing:
    """A record with something of everything."""
    return make_browsing()


def test_who_denied_a_claim_and_in_which_sentence(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(served)
    page.get_by_role("heading", level=3).get_by_role("link", name=TITLE[1:]).click()
    denial = page.get_by_role("article").filter(has_text="Bram Kusnadi membantah")
    expect(denial).to_contain_text("8 jam 25 menit setelah Sekar Wangi")
    denial.get_by_role("link", name="kabar burung belaka").click()
    denied = browsing.dispute.denied
    assert page.url == f"{served}/articles/{denied.article_id}/#laporan-{denied.pk}"
    marked = page.locator("mark:target")
    expect(marked).to_have_text(denied.exact)
    expect(marked).to_be_in_viewport()


def test_an_actors_denials_in_one_outlet_in_one_week(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(f"{served}/explore/")
    page.get_by_label("dari").fill("2024-10-14")
    page.get_by_label("sampai").fill("2024-10-20")
    page.get_by_role("main").get_by_role("button", name="Cari").click()
    page.wait_for_url("**from=2024-10-14**")
    facets = page.get_by_role("complementary", name="Saringan")
    for name in ("membantah 1", "Suara Kota 1", "Bram Kusnadi 1"):
        facets.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("link", name=f"{name[:-2]} lepaskan", exact=True)).to_be_visible()
    expect(page.locator("td.said")).to_have_text("“Laporan itu kabar burung belaka, ujar Bram Kusnadi.”")
    page.get_by_role("link", name="Suara Kota lepaskan").click()
    expect(page.get_by_role("link", name="Suara Kota lepaskan")).to_have_count(0)
    assert "from=2024-10-14" in page.url
    assert "outlet" not in page.url


def test_what_an_edit_changed(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(served + browsing.dispute.claim.get_absolute_url())
    edit = page.get_by_text("Kabar Pagi mengubah bunyi kalimat ini")
    edit.get_by_role("link", name="lihat perubahan").click()
    expect(page.locator("#revisi")).to_be_visible()
    assert "hampir" in " ".join(page.locator(".diff ins").all_text_contents())


def test_two_outlets_side_by_side(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(served)
    page.get_by_role("navigation", name="Utama").get_by_role("link", name="Bandingkan").click()
    page.get_by_label("Pertama").fill("Kabar Pagi")
    page.get_by_label("Kedua").fill("Suara Kota")
    page.get_by_role("main").get_by_role("button", name="Bandingkan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kabar Pagi dan Suara Kota")
    shared = page.get_by_role("row").filter(has_text=TITLE[1:]).first
    expect(shared).to_contain_text("menyatakan")
    expect(shared).to_contain_text("membantah")


def test_the_record_as_of_an_earlier_day(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(served + browsing.dispute.claim.get_absolute_url())
    expect(page.locator("article.ev")).to_have_count(7)
    page.locator("#at").fill("2024-10-17T00:00")
    page.get_by_role("button", name="Lihat").click()
    expect(page.locator("article.ev")).to_have_count(2)
    expect(page.get_by_role("main")).not_to_contain_text("Ratih Dewi")
    page.get_by_role("link", name="lihat catatan terkini").click()
    expect(page.locator("article.ev")).to_have_count(7)


def test_what_is_found_is_taken_away(page: Page, served: str, browsing: Browsing, tmp_path: Path) -> None:
    page.goto(f"{served}/explore/?stance=denies")
    with page.expect_download() as awaited:
        page.get_by_role("link", name="CSV").click()
    file = tmp_path / "laporan.csv"
    awaited.value.save_as(file)
    rows = list(csv.reader(file.open(encoding="utf-8-sig")))
    assert len(rows) == 2
    assert any("kabar burung" in cell for cell in rows[1])


def test_a_mark_on_a_lane_leads_to_its_entry(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(served + browsing.dispute.claim.get_absolute_url())
    page.get_by_role("link", name="Bram Kusnadi membantah, 16 Okt 2024").focus()
    page.keyboard.press("Enter")
    expect(page.locator("article:target")).to_contain_text("Bram Kusnadi")


def test_the_language_is_switched_and_kept(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(served + browsing.dispute.claim.get_absolute_url())
    page.get_by_role("button", name="EN").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_text("8 hours 25 minutes after")).to_be_visible()
    page.get_by_role("link", name="Today").first.click()
    expect(page.get_by_role("heading", name="Latest denials")).to_be_visible()
    page.get_by_role("button", name="ID").click()
    expect(page.get_by_role("heading", name="Bantahan terbaru")).to_be_visible()


def test_claims_are_searched_from_any_page(page: Page, served: str, browsing: Browsing) -> None:
    page.goto(f"{served}/sources/")
    page.locator("#cari").fill("gudang beras")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=3)).to_have_count(1)


@pytest.mark.parametrize("width", [390, 320, 1280])
def test_no_page_is_wider_than_its_window(
    chromium: Browser, served: str, browsing: Browsing, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800})
    name, value = browsing.desk_cookie
    context.add_cookies([{"name": name, "value": value, "url": served}])
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    for address in addresses(browsing) + addresses(browsing, desk=True):
        page.goto(served + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()
    complaints = [words for words in heard if "status of 4" not in words and not words.startswith("[DOM]")]
    assert not complaints, "the content security policy or a page complained"


def test_the_menu_unfolds_on_a_phone_without_script(
    chromium: Browser, served: str, browsing: Browsing
) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 800}, locale="id-ID", java_script_enabled=False
    )
    page = context.new_page()
    page.goto(served)
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Aktor").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aktor")
    context.close()
