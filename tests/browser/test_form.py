"""Pages keep their form: nothing jumps, zoom loses nothing, colour is never the only sign, little travels."""

from collections.abc import Iterator
from itertools import combinations
from typing import Literal

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from tests.addresses import addresses
from tests.browsing import Browsing, make_browsing

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
MOST_ON_THE_WIRE = 100_000
# How far everything has moved since the page began, told by the browser itself.
SHIFTS = """() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) moved += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => done(moved), 50));
})"""
# Words in a box too small for them; two lines of a row, and what only a screen reader hears, are meant.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(box => {
  const style = getComputedStyle(box);
  return box.clientWidth && !["visible", "auto", "scroll"].includes(style.overflowX)
    && style.webkitLineClamp === "none" && !box.matches(".unseen, .unseen *, svg, svg *")
    && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
}).map(box => box.outerHTML.slice(0, 120))"""
# Marks beside which no word says what they say.
WORDLESS = """words => [...document.querySelectorAll("main svg.m")].filter(mark => {
  const sign = mark.querySelector("use").getAttribute("href").slice(3);
  const place = mark.closest("li, tr, article, a, h2, h3");
  const said = place.textContent + (place.getAttribute("aria-label") ?? "");
  return !words[sign].some(word => said.includes(word));
}).map(mark => mark.parentElement.outerHTML.slice(0, 200))"""
WORDS = {
    "say": ["menyatakan", "menuduh", "pernyataan", "tuduhan"],
    "deny": ["membantah", "bantahan"],
    "partly": ["membantah sebagian"],
    "confirm": ["membenarkan", "pembenaran"],
    "half": ["tidak membenarkan maupun membantah"],
    "none": ["tidak berkomentar", "tanpa komentar"],
    "retract": ["menarik kembali", "penarikan"],
}


@pytest.fixture(scope="module")
def browsing(served: str) -> Browsing:
    """A record with something of everything."""
    return make_browsing()


def opened(chromium: Browser, width: int, scale: int = 1) -> Iterator[Page]:
    """A page of a fresh browser."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, device_scale_factor=scale)
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(chromium: Browser) -> Iterator[Page]:
    """An Indonesian reader's page at 1280 px."""
    yield from opened(chromium, 1280)


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_jumps_while_a_page_loads(
    chromium: Browser, served: str, browsing: Browsing, width: int
) -> None:
    for page in opened(chromium, width):
        moved = {}
        for address in addresses(browsing):
            page.goto(served + address)
            moved[address] = page.evaluate(SHIFTS)
        assert not {address: score for address, score in moved.items() if score}


def test_at_twice_the_size_nothing_is_lost(chromium: Browser, served: str, browsing: Browsing) -> None:
    """A window of 1280 px at 200 % lays out like one of 640 px."""
    for page in opened(chromium, 640, scale=2):
        for address in addresses(browsing):
            page.goto(served + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= 640, address
            assert not page.evaluate(CUT_OFF), address


def test_every_mark_has_its_word(desktop: Page, served: str, browsing: Browsing) -> None:
    for address in addresses(browsing):
        desktop.goto(served + address)
        assert not desktop.evaluate(WORDLESS, WORDS), address


@pytest.mark.parametrize("without", ["colours of ours", "any colour"])
def test_the_marks_differ_without_colour(
    desktop: Page, served: str, browsing: Browsing, without: str
) -> None:
    if without == "colours of ours":
        desktop.emulate_media(forced_colors="active")
    desktop.goto(f"{served}/bantuan/")
    if without == "any colour":
        desktop.evaluate("document.documentElement.style.filter = 'grayscale(1) contrast(9)'")
    marks = desktop.locator(".legend.tall svg.m").all()
    pictures = [mark.screenshot() for mark in marks]
    assert len(pictures) == len(WORDS)
    assert all(one != other for one, other in combinations(pictures, 2))


def test_without_wish_for_motion_nothing_moves(desktop: Page, served: str, browsing: Browsing) -> None:
    count = """() => [...document.querySelectorAll("*")].filter(element => {
      const style = getComputedStyle(element);
      return parseFloat(style.transitionDuration) > most || style.animationName !== "none";
    }).length"""
    for wish, most in (("reduce", 0), ("no-preference", 0.15)):
        desktop.emulate_media(reduced_motion=_motion(wish))
        for address in addresses(browsing):
            desktop.goto(served + address)
            assert desktop.evaluate(count.replace("most", str(most))) == 0, address


def _motion(wish: str) -> Literal["reduce", "no-preference"]:
    return "reduce" if wish == "reduce" else "no-preference"


def test_a_claim_on_paper_spells_its_addresses_out(desktop: Page, served: str, browsing: Browsing) -> None:
    desktop.emulate_media(media="print")
    claim = browsing.dispute.claim.get_absolute_url()
    desktop.goto(served + claim)
    for gone in ("header nav", ".find", ".tongue", "footer .legend", ".asof"):
        assert not any(part.is_visible() for part in desktop.locator(gone).all()), gone
    paper = desktop.locator("body").inner_text()
    assert f"{served}{claim}" in paper
    said = browsing.dispute.denied
    assert f"{served}/articles/{said.article_id}/#laporan-{said.pk}" in paper
    assert "membantah" in paper


def test_the_first_view_of_a_claim_is_light(chromium: Browser, served: str, browsing: Browsing) -> None:
    for page in opened(chromium, 1280):
        sizes = weigh(page.context.new_cdp_session(page))
        page.goto(served + browsing.dispute.claim.get_absolute_url(), wait_until="networkidle")
        assert len(sizes) >= 4, "the page, its style, its scripts"
        assert sum(sizes) < MOST_ON_THE_WIRE, sizes


def weigh(session: CDPSession) -> list[int]:
    """Bytes of each answer as they travelled, headers included; grows as they come."""
    sizes: list[int] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    return sizes
