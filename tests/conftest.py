"""Starts the real PostgreSQL and Valkey, in a folder of their own, before Django reads its settings."""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

import django
import pytest

from claimtrack import embedded

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
