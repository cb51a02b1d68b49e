"""A running newsroom on free ports, and one way to ask it."""

from collections.abc import Iterator

import pytest

from claimtrack.newsroom.serving import Newsroom, start_newsroom


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """The three outlets in their first edition."""
    with start_newsroom((0, 0, 0)) as running:
        yield running
