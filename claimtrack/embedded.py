"""Starts PostgreSQL and Valkey from wheels where no DATABASE_URL / REDIS_URL names a server of your own.

Several commands may share one data folder: each holds a shared lock while it needs the services, and the
last one to let go stops them. Locks are the kernel's (flock), so none is left behind by `kill -9`.
"""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from claimtrack import env, postgres, valkey
from claimtrack.verdicts import ServiceError

__all__ = ["ServiceError", "holding", "services", "services_for"]

# Commands that read files or source code only; everything else may ask the database.
WITHOUT_DATABASE = frozenset(
    {
        *("read_text", "evaluate", "parse_page", "demo_newsroom", "reading_rules"),
        *("help", "--help", "-h", "version", "--version", "check", "makemessages", "compilemessages"),
        *("collectstatic", "findstatic", "diffsettings", "startapp"),
    }
)


@contextmanager
def services_for(arguments: Sequence[str]) -> Iterator[None]:
    """Services for the duration of one management command, where that command needs them."""
    command = arguments[1] if len(arguments) > 1 else "help"
    if command in WITHOUT_DATABASE or {"--help", "-h"} & set(arguments):
        yield
        return
    with services(env.data_folder()):
        yield


@contextmanager
def services(data: Path) -> Iterator[None]:
    """Put DATABASE_URL and REDIS_URL into the environment, starting what is neither named nor running."""
    wanted = {"DATABASE_URL": postgres, "REDIS_URL": valkey}
    missing = {name: server for name, server in wanted.items() if not os.environ.get(name)}
    if not missing or env.read_flag("CLAIMTRACK_PRODUCTION"):
        yield
        return
    _make_folder(data)
    with ExitStack() as stack:
        stack.enter_context(_sharing(data))
        for name, server in missing.items():
            os.environ[name] = server.url(data)
            stack.callback(os.environ.pop, name)
        yield


@contextmanager
def _sharing(data: Path) -> Iterator[None]:
    """Both servers run while any process is inside; the last one out stops them."""
    with _open_lock(data / "services.lock") as users:
        try:
            with holding(data / "start.lock"):
                fcntl.flock(users, fcntl.LOCK_SH)
                for server in (postgres, valkey):
                    server.start(data)
            yield
        finally:
            with holding(data / "start.lock"):
                _stop_if_last(users, data)


def _stop_if_last(users: IO[str], data: Path) -> None:
    fcntl.flock(users, fcntl.LOCK_UN)
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    for server in (valkey, postgres):
        server.stop(data)


@contextmanager
def holding(lock: Path, *, busy: str = "") -> Iterator[None]:
    """Hold a file's lock alone; waits for it, or raises ServiceError(busy) at once where that is given."""
    with _open_lock(lock) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (fcntl.LOCK_NB if busy else 0))
        except BlockingIOError:
            raise ServiceError(busy) from None
        yield


def _open_lock(path: Path) -> IO[str]:
    try:
        return path.open("a")
    except OSError as error:
        raise ServiceError(_folder_advice(path.parent, error)) from error


def _make_folder(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ServiceError(_folder_advice(data, error)) from error
    if not os.access(data, os.W_OK | os.X_OK):
        raise ServiceError(_folder_advice(data, PermissionError("not writable")))


def _folder_advice(data: Path, error: OSError) -> str:
    why = error.strerror or str(error)
    return f"cannot write to the data folder {data} ({why}): set CLAIMTRACK_DATA to a folder you may write to"
