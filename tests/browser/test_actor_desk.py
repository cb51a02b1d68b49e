"""Two actors become one and part again in a real browser, by keyboard alone, with JavaScript and without."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from claims.models import Actor
from tests.accounts.test_accounts import member
from tests.browser.test_keyboard import enter, tab_to
from tests.browser.test_review import signed_in
from tests.claims.corrections.newsroom import digest, read_all
from tests.claims.corrections.test_actors import WELLS, actor_called
from tests.rows import make_revision, wib

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editor(transactional_db: None) -> User:
    """An editor, and one person under two spellings in three articles."""
    moeljoto = WELLS.replace("Sarwendah Mulyoto", "Sarwendah Moeljoto").replace("sumur", "embung")
    sheds = WELLS.replace("sumur warga di Lembah Turi kering", "gudang beras di Desa Jati kosong")
    for text, outlet, day in ((WELLS, "Kabar Pagi", 14), (sheds, "Warta", 15), (moeljoto, "Suara Kota", 17)):
        read_all([make_revision(text, outlet=outlet, at=wib(day, 12))], 1)
    return member("redaktur", "editor")


def test_two_actors_become_one_and_part_again_by_keyboard_alone(
    page: Page, live_server: LiveServer, editor: User
) -> None:
    actor, other, first = actor_called("Sarwendah Mulyoto"), actor_called("Sarwendah Moeljoto"), digest()
    signed_in(page, live_server, editor).goto(live_server.url + other.get_absolute_url())
    enter(page, page.get_by_role("link", name="Betulkan aktor"))
    enter(page, page.get_by_role("link", name="Bandingkan dan gabungkan Sarwendah Mulyoto"))
    expect(page.get_by_role("radio", name="Sarwendah Mulyoto")).to_be_checked()  # heard more often
    tab_to(page, page.get_by_label("Alasan Anda"))
    page.keyboard.type("ejaan lama")
    enter(page, page.get_by_role("button", name="Gabungkan"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Sarwendah Mulyoto")
    expect(page.get_by_text("ejaan lama").first).to_be_visible()
    assert Actor.objects.get(pk=other.pk).successor == actor
    enter(page, page.get_by_role("button", name="Urungkan").first)
    expect(page.get_by_text("Keputusan diurungkan.")).to_be_visible()
    assert Actor.objects.get(pk=other.pk).successor is None
    assert digest() == first
