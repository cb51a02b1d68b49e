"""A curator adds a source by its address and reads its first article, in the browser alone."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from articles.models import Source
from claimtrack.celery import app
from claimtrack.newsroom.serving import Newsroom
from claimtrack.seeding import ADMIN

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "hanya-untuk-uji-coba"


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Workers that are never late: a task runs where it is sent, and so does the chain after it."""
    monkeypatch.setattr(app, "send_task", lambda name, args=(), **_: app.tasks[name].delay(*args))
    app.loader.import_default_modules()
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


def test_from_an_address_to_the_first_article_read(
    page: Page, live_server: LiveServer, newsroom: Newsroom, settings: Settings, workers: None
) -> None:
    settings.EXTRA_PUBLISHERS = ()
    User.objects.create_superuser(ADMIN, password=PASSWORD)
    page.goto(f"{live_server.url}/desk/sources/")
    page.locator("[name=username]").fill(ADMIN)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.get_by_label("Alamat media").fill("http://127.0.0.1:9/")
    page.get_by_role("button", name="Cari daftar beritanya").click()
    expect(page.get_by_role("alert")).to_contain_text("Hanya situs umum yang diambil")

    page.get_by_label("Alamat media").fill(newsroom.addresses["kabar-pagi"])
    page.get_by_role("button", name="Cari daftar beritanya").click()
    expect(page.get_by_text("dibaca oleh pembaca umum")).to_be_visible()
    expect(page.locator(".preview")).to_have_count(5)
    expect(page.locator(".preview mark").first).to_be_visible()
    assert not Source.objects.exists()

    page.get_by_label("Nama", exact=True).fill("Kabar Uji")
    page.get_by_label("Nama pendek").fill("kabar-uji")
    page.get_by_label("Jeda antarpermintaan (detik)").fill("0")
    page.get_by_role("button", name="Simpan sebagai sumber (belum aktif)").click()
    expect(page.get_by_text("Sumber ini tersimpan dan belum aktif")).to_be_visible()
    assert not Source.objects.get().enabled

    page.get_by_role("button", name="Aktifkan").click()
    app.tasks["claims.read_waiting"].delay()  # beat's next turn
    first = page.get_by_role("main").locator(".brief a").first
    expect(page.get_by_text("ujaran").first).to_be_visible(timeout=30_000)
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("mark").first).to_be_visible()
