"""Production refuses to start half-dressed, and is clean once it has everything."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRODUCTION = {
    "CLAIMTRACK_PRODUCTION": "1",
    "SECRET_KEY": "7Vq-a-long-random-string-made-for-this-test-only-0123456789-abcdefgh",
    "ALLOWED_HOSTS": "claimtrack.example",
    "DATABASE_URL": "postgresql://claimtrack:word@127.0.0.1:1/claimtrack",
    "REDIS_URL": "redis://:word@127.0.0.1:1/0",
}


def check(**changes: str) -> subprocess.CompletedProcess[str]:
    """`manage.py check --deploy` in production, with these variables changed."""
    inherited = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(
        command,
        env={**inherited, **PRODUCTION, **changes},
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


def test_production_with_all_its_secrets_is_clean() -> None:
    done = check()
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL"])
def test_production_without_a_secret_does_not_start_and_names_it(name: str) -> None:
    done = check(**{name: ""})
    assert done.returncode != 0
    assert done.stderr.startswith(f"set {name}")


def test_production_refuses_loopback_fetching() -> None:
    done = check(CLAIMTRACK_FETCH_ALLOW="127.0.0.1:8101")
    assert done.returncode != 0
    assert "unset CLAIMTRACK_FETCH_ALLOW" in done.stderr
