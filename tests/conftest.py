"""Starts the real PostgreSQL and Valkey, in a folder of their own, before Django reads its settings."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import django
import pytest
from pytest_django import Settings

from claimtrack import embedded
from claimtrack.newsroom.publishers import newsroom_publishers
from claimtrack.newsroom.serving import Newsroom, start_newsroom

_running = ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Services first: pytest-django sets Django up in its own turn of this hook."""
    folder = _running.enter_context(
        tempfile.TemporaryDirectory(prefix="claimtrack-test-", ignore_cleanup_errors=True)
    )
    os.environ["CLAIMTRACK_DATA"] = folder
    os.environ["CLAIMTRACK_POSTGRES_FSYNC"] = "off"
    _running.enter_context(embedded.services(Path(folder)))
    os.environ["DJANGO_SETTINGS_MODULE"] = "claimtrack.settings"
    django.setup()


def pytest_unconfigure() -> None:
    """Stop what was started here."""
    _running.close()


@pytest.fixture
def newsroom(settings: Settings) -> Iterator[Newsroom]:
    """The demo's three outlets on free ports, declared and let through as `make run` does it."""
    with start_newsroom((0, 0, 0)) as running:
        settings.FETCH_ALLOW = tuple(f"127.0.0.1:{port}" for port in running.ports)
        settings.EXTRA_PUBLISHERS = newsroom_publishers(running.ports)
        settings.FETCH_GAP = 0.0
        yield running
