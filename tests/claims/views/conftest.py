"""What tests of pages share: a reader's browser without JavaScript, and a counter of queries."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

Count = Callable[[str], int]
Words = Callable[[str], str]


@pytest.fixture
def words(client: Client, db: None) -> Words:
    """The page at an address, as text; anything but 200 fails."""

    def page(address: str) -> str:
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.content.decode()

    return page


@pytest.fixture
def queries(client: Client, db: None) -> Count:
    """How many queries a page makes."""

    def count(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return len(captured)

    return count
