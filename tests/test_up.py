"""`make run` as a newcomer meets it: ready, alive, stopped by one Ctrl-C, the same the next time."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[1]
READY = "ClaimTrack is ready at"
STARTS_WITHIN = 170.0
pytestmark = pytest.mark.timeout(600)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(data: Path) -> dict[str, str]:
    ours = {"DATABASE_URL", "REDIS_URL", "CLAIMTRACK_POSTGRES_FSYNC"}
    return {**{k: v for k, v in os.environ.items() if k not in ours}, "CLAIMTRACK_DATA": str(data)}


def start(data: Path, port: int, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "up", "--port", str(port), *options],
        cwd=ROOT,
        env=environment(data),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_until_ready(up: subprocess.Popen[str]) -> str:
    assert up.stdout is not None
    said, deadline = [], time.monotonic() + STARTS_WITHIN
    for line in up.stdout:
        said.append(line)
        if line.startswith(READY):
            return "".join(said)
        assert time.monotonic() < deadline, said
    raise AssertionError(f"it ended before it was ready: {said} {up.stderr.read() if up.stderr else ''}")


@contextmanager
def running(data: Path, port: int) -> Iterator[str]:
    """ClaimTrack up on this folder; ended with Ctrl-C, nothing left behind."""
    up = start(data, port)
    said = wait_until_ready(up)
    children = psutil.Process(up.pid).children(recursive=True)
    try:
        yield said
    finally:
        os.killpg(up.pid, signal.SIGINT)
        _, complaint = up.communicate(timeout=60)
    assert (up.returncode, complaint) == (0, "")
    assert [child.name() for child in children if is_alive(child)] == []
    assert servers(data) == []


def is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def servers(data: Path) -> list[str]:
    """Database and broker processes that work in this data folder."""
    found = []
    for process in psutil.process_iter(["name"]):
        try:
            if process.cwd().startswith(str(data)) and is_alive(process):
                found.append(process.name())
        except psutil.Error:
            continue
    return found


def get(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def record(data: Path) -> list[dict[str, object]]:
    """The claims as `record --json` prints them."""
    command = [sys.executable, "manage.py", "record", "--json"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(data), check=True, capture_output=True, text=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_newcomer_sees_the_demo_and_finds_it_again(tmp_path: Path) -> None:
    data, port = tmp_path / "data", free_port()
    with running(data, port) as said:
        assert "one-time password" in said
        assert [get(port, path)[0] for path in ("/", "/claims/", "/actors/", "/healthz", "/readyz")] == [
            200
        ] * 5
        first = record(data)
    assert any(stance["stance"] == "denies" for claim in first for stance in claim["stances"])  # type: ignore[attr-defined]

    with running(data, port) as said:
        assert "one-time password" not in said
        assert record(data) == first

    up = start(data, port)
    wait_until_ready(up)
    os.killpg(up.pid, signal.SIGKILL)
    up.communicate(timeout=60)
    with running(data, port):
        assert record(data) == first


def test_a_taken_port_is_one_clear_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        out, error = start(tmp_path / "data", port).communicate(timeout=60)
    assert READY not in out
    assert len(error.strip().splitlines()) == 1
    assert f"port {port} is taken" in error


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    out, error = start(tmp_path / "file" / "data", free_port()).communicate(timeout=60)
    assert READY not in out
    assert len(error.strip().splitlines()) == 1
    assert "CLAIMTRACK_DATA" in error


def test_a_second_instance_is_one_clear_line(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = start(data, free_port(), "--no-demo")
    try:
        wait_until_ready(first)
        out, error = start(data, free_port(), "--no-demo").communicate(timeout=60)
        assert READY not in out
        assert len(error.strip().splitlines()) == 1
        assert "already runs" in error
    finally:
        os.killpg(first.pid, signal.SIGINT)
        first.communicate(timeout=60)
