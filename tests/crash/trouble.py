"""Runs the real fetch worker and beat as processes of their own, and makes trouble for them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import redis

from claimtrack.processes import PROCESSES

ROOT = Path(__file__).parents[2]
SETTINGS = "tests.crash.settings"


class Workers:
    """A fetch worker that can be killed and one beat, on the database and broker of the test run."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.killed = self.wiped = 0
        self.environment = {
            **os.environ,
            "CLAIMTRACK_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "CLAIMTRACK_LOG": "WARNING",
        }
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def manage(self, *arguments: str) -> None:
        """One management command in the workers' own database."""
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True)

    def start(self, name: str, alias: str = "", **environment: str) -> None:
        """Start the process of this name as `up` starts it; under an `alias` where there are several."""
        alias = alias or name
        arguments = [word.replace(f"{name}@", f"{alias}@") for word in PROCESSES[name]]
        with (self.data / f"{alias}.log").open("ab") as log:
            self.running[alias] = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env=self.environment | environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """Kill the fetch worker in the midst of its work and start another."""
        self.running["fetch"].send_signal(signal.SIGKILL)
        self.running["fetch"].wait(10)
        self.killed += 1
        self.start("fetch")

    def wipe(self) -> None:
        """Empty the broker: queue, pace and robots are gone."""
        redis.Redis.from_url(os.environ["REDIS_URL"]).flushall()
        self.wiped += 1

    def stop(self) -> None:
        """End what still runs."""
        for process in self.running.values():
            process.kill()
            process.wait(10)


@contextmanager
def workers(data: Path) -> Iterator[Workers]:
    """The workers at work; none of them outlives the test."""
    team = Workers(data)
    try:
        yield team
    finally:
        team.stop()


def plan(pages: int, kills: int, wipes: int, chance: Random) -> list[tuple[int, str]]:
    """After how many page requests which trouble comes, in order; spread over the whole crawl."""
    marks = [(kind, place, of) for kind, of in (("kill", kills), ("wipe", wipes)) for place in range(of)]
    return sorted((round(pages * (place + chance.uniform(0.1, 0.9)) / of), kind) for kind, place, of in marks)


def disturb(
    team: Workers, troubles: list[tuple[int, str]], requests: Callable[[], int], until: Callable[[], bool]
) -> None:
    """Make each trouble when the site has answered so many requests; return when the work is done."""
    waiting = list(troubles)
    while waiting or not until():
        if waiting and requests() >= waiting[0][0]:
            {"kill": team.kill, "wipe": team.wipe}[waiting.pop(0)[1]]()
            continue
        time.sleep(0.005 if waiting else 0.25)
