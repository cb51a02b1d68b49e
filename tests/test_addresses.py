"""No address is forgotten by the tests that go through all pages."""

from tests.addresses import DESK, DOORS, NO_PAGES, PAGES, named


def test_every_named_address_is_a_page_or_says_why_not() -> None:
    assert set(named()) == PAGES.keys() | DOORS.keys() | DESK.keys() | NO_PAGES.keys()
