"""Twenty items of the queue in a real browser, by keyboard alone, and one without JavaScript."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from claims.corrections.history import Hand
from claims.models import QueueItem, Report
from claims.review.settling import settle
from tests.accounts.test_accounts import member
from tests.claims.review.test_queue import make_item

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COUNT = 20


@pytest.fixture
def editor(transactional_db: None) -> User:
    """An editor with twenty doubtful reports waiting."""
    for place in range(COUNT):
        make_item(place / 100)
    return member("redaktur", "editor")


def signed_in(page: Page, server: LiveServer, user: User) -> Page:
    """The page with the editor's session."""
    client = Client()
    client.force_login(user)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server.url}]
    )
    return page


def test_twenty_items_by_keyboard_alone(chromium: Browser, live_server: LiveServer, editor: User) -> None:
    context = chromium.new_context(locale="id-ID")
    context.set_default_timeout(15_000)
    page = signed_in(context.new_page(), live_server, editor)
    page.goto(f"{live_server.url}/review/")
    page.keyboard.press("m")
    expected: list[str] = []
    for place in range(COUNT):
        expect(page.locator("#paragraf mark")).to_contain_text(f"Gudang {place} kosong")
        here = page.url
        if place % 4 == 0:
            page.keyboard.press("s")
            page.keyboard.press("Tab")
            page.keyboard.type("Tirta Wirabumi")
            page.keyboard.press("Enter")
        else:
            page.keyboard.press("t" if place % 4 == 1 else "y")
        expect(page).not_to_have_url(here)
        expected.append(("corrected", "refused", "accepted", "accepted")[place % 4])
    expect(page.get_by_role("status")).to_contain_text(["Tidak ada lagi"])
    states = list(QueueItem.objects.order_by("priority").values_list("state", flat=True))
    assert states == expected
    assert Report.objects.filter(speaker_name="Tirta Wirabumi").count() == COUNT // 4
    page.keyboard.press("u")
    expect(page.locator("#paragraf mark")).to_contain_text(f"Gudang {COUNT - 1} kosong")
    assert QueueItem.objects.open().count() == 1
    context.close()


def test_the_list_is_walked_and_opened_by_keys(
    chromium: Browser, live_server: LiveServer, editor: User
) -> None:
    context = chromium.new_context(locale="id-ID")
    page = signed_in(context.new_page(), live_server, editor)
    page.goto(f"{live_server.url}/review/")
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
    expect(page.locator("tr:focus")).to_contain_text("Gudang 1 kosong")
    page.keyboard.press("Enter")
    expect(page.locator("#paragraf mark")).to_contain_text("Gudang 1 kosong")
    page.keyboard.press("?")
    for words in ("terima, tolak", "mulai meninjau", "ke butir berikut", "urungkan keputusan terakhir"):
        expect(page.locator("dialog .keys")).to_contain_text(words)
    context.close()


def test_on_a_phone_the_deeds_are_in_reach(chromium: Browser, live_server: LiveServer, editor: User) -> None:
    context = chromium.new_context(locale="id-ID", viewport={"width": 390, "height": 800})
    page = signed_in(context.new_page(), live_server, editor)
    page.goto(f"{live_server.url}/review/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".queue tbody th a").first.click()
    for name in ("Simpan koreksi", "Terima", "Tolak", "Berikut"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Terima").click()
    expect(page.locator("#paragraf mark")).to_contain_text("Gudang 1 kosong")
    context.close()


def test_chosen_words_become_the_span(chromium: Browser, live_server: LiveServer, editor: User) -> None:
    context = chromium.new_context(locale="id-ID")
    page = signed_in(context.new_page(), live_server, editor)
    item = QueueItem.objects.order_by("priority")[0]
    page.goto(f"{live_server.url}/review/{item.pk}/")
    box = page.locator("#paragraf mark").bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + 12, box["y"] + 12)
    start = Report.objects.get(queued=item).start
    expect(page.locator("#f-span")).to_have_value(f"{start}-{start + len('Gudang')}")
    page.get_by_role("button", name="Simpan koreksi").click()
    page.wait_for_url(lambda url: str(item.pk) not in url)
    assert Report.objects.get(queued=item).exact == "Gudang"
    context.close()


def test_an_open_page_keeps_its_lease_and_hears_who_was_quicker(
    chromium: Browser, live_server: LiveServer, editor: User
) -> None:
    context = chromium.new_context(locale="id-ID")
    page = signed_in(context.new_page(), live_server, editor)
    item = QueueItem.objects.order_by("priority")[0]
    page.clock.install()
    page.goto(f"{live_server.url}/review/{item.pk}/")
    QueueItem.objects.filter(pk=item.pk).update(looking=None, looking_until=None)
    with page.expect_response("**/looking/"):
        page.clock.fast_forward(61_000)
    item.refresh_from_db()
    assert item.looker == editor
    settle(item, "accept", {}, Hand(member("lain", "editor")))
    page.clock.fast_forward(61_000)
    expect(page.locator("[data-lease]")).to_have_text("lain sudah memutuskan: diterima.")
    context.close()


def test_an_item_is_decided_without_script(page: Page, live_server: LiveServer, editor: User) -> None:
    signed_in(page, live_server, editor)
    page.goto(f"{live_server.url}/review/")
    page.get_by_role("link", name="Mulai meninjau").click()
    page.get_by_label("Kata-kata", exact=True).fill("kosong sejak Lebaran")
    page.get_by_role("button", name="Simpan koreksi").click()
    expect(page.locator("#paragraf mark")).to_contain_text("Gudang 1 kosong")
    assert Report.objects.filter(exact="kosong sejak Lebaran").count() == 1
