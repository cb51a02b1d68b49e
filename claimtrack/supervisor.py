"""Keeps child processes: starts them with a log each, notices one that dies, stops all of them in order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from claimtrack.verdicts import ServiceError

STOPS_WITHIN = 15.0


class Supervisor:
    """The children of `up`; a context manager that leaves no process behind."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        logs.mkdir(parents=True, exist_ok=True)

    def start(
        self, name: str, arguments: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        """Start `python ARGUMENTS`; what it prints goes to its log."""
        with self._log(name).open("wb") as log:
            self._children[name] = subprocess.Popen(  # noqa: S603 - our own commands
                [sys.executable, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **(environment or {})},
            )

    def check(self) -> None:
        """Raise ServiceError, naming its log, if a child has ended."""
        for name, child in self._children.items():
            if child.poll() is not None:
                log = self._log(name)
                last = (log.read_text(errors="replace").strip().splitlines() or ["it said nothing"])[-1]
                raise ServiceError(f"{name} ended by itself ({last[:200]}): read {log}")

    def stop(self) -> None:
        """Ask every child to end, the last started first; end those that do not."""
        children = list(reversed(self._children.values()))
        for child in children:
            child.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + STOPS_WITHIN
        for child in children:
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self._children.clear()

    def _log(self, name: str) -> Path:
        return self._logs / f"{name}.log"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
