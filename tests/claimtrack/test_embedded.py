"""The embedded servers heal themselves, are shared, and stop with the last one who needs them."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
import redis

from claimtrack import embedded, postgres, valkey
from claimtrack.verdicts import ServiceError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh data folder whose servers are gone when the test is over."""
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.delenv("REDIS_URL")
    monkeypatch.delenv("CLAIMTRACK_POSTGRES_FSYNC")
    yield tmp_path / "data"
    for server in (valkey, postgres):
        server.stop(tmp_path / "data")


def write_row() -> None:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("create table kept (words text)")
        connection.execute("insert into kept values ('tetap ada')")


def read_row() -> str:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        row = connection.execute("select words from kept").fetchone()
        assert row is not None
        return str(row[0])


def server_pids(data: Path) -> list[int]:
    files = (data / "postgres" / "postmaster.pid", data / "valkey" / "pid")
    return [int(file.read_text().split()[0]) for file in files]


def is_alive(pid: int) -> bool:
    # A dead child of init stays a zombie until init looks.
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def kill_servers(data: Path) -> None:
    for pid in server_pids(data):
        process = psutil.Process(pid)
        children = process.children(recursive=True)
        process.send_signal(signal.SIGKILL)
        psutil.wait_procs([process, *children], timeout=10)


def test_rows_and_keys_survive_a_restart(data: Path) -> None:
    with embedded.services(data):
        write_row()
        redis.Redis.from_url(os.environ["REDIS_URL"]).set("kunci", "tetap ada")
    with embedded.services(data):
        assert read_row() == "tetap ada"
        assert redis.Redis.from_url(os.environ["REDIS_URL"]).get("kunci") == b"tetap ada"


def test_the_last_one_to_let_go_stops_the_servers(data: Path) -> None:
    with embedded.services(data):
        pids = server_pids(data)
        assert all(is_alive(pid) for pid in pids)
    assert not any(is_alive(pid) for pid in pids)


def test_a_second_user_shares_the_running_servers(data: Path) -> None:
    code = "from claimtrack import embedded, env\nwith embedded.services(env.data_folder()): print('in')"
    with embedded.services(data):
        before = server_pids(data)
        other = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
        other["CLAIMTRACK_DATA"] = str(data)
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=other, cwd=ROOT, check=True, capture_output=True)
        assert done.stdout == b"in\n"
        assert server_pids(data) == before
        assert all(is_alive(pid) for pid in before)


def test_servers_killed_without_warning_come_back_with_their_rows(data: Path) -> None:
    with embedded.services(data):
        write_row()
        kill_servers(data)
    with embedded.services(data):
        assert read_row() == "tetap ada"


def test_a_lock_left_by_a_power_cut_is_not_taken_for_a_server(data: Path) -> None:
    with embedded.services(data):
        write_row()
    lock = data / "postgres" / "postmaster.pid"
    lock.write_text(f"{os.getpid()}\n{data / 'postgres'}\n0\n5432\n\n\n0 0\nready\n")
    with embedded.services(data):
        assert read_row() == "tetap ada"


def test_a_folder_that_cannot_be_written_is_named_with_what_to_do(tmp_path: Path, data: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(ServiceError, match="CLAIMTRACK_DATA"), embedded.services(in_the_way / "data"):
        pass


def test_what_holds_a_lock_is_told_to_the_second(tmp_path: Path) -> None:
    lock = tmp_path / "up.lock"
    with (
        embedded.holding(lock, busy="already runs"),
        pytest.raises(ServiceError, match="already runs"),
        embedded.holding(lock, busy="already runs"),
    ):
        pass
