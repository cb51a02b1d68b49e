"""The command behind `make run`: services, schema, seed, workers, beat and web under one Ctrl-C."""

import signal
import socket
import threading
from argparse import ArgumentParser
from contextlib import ExitStack
from types import FrameType

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from claims.registry import seed_actors
from claimtrack import env
from claimtrack.demo import open_newsroom, play_newsroom
from claimtrack.embedded import holding
from claimtrack.processes import PROCESSES, wait_until_ready
from claimtrack.seeding import Account, seed_admin, seed_sources
from claimtrack.supervisor import Supervisor
from claimtrack.verdicts import ServiceError


class Stopped(Exception):
    """Ctrl-C or a request to terminate."""


class Command(BaseCommand):
    """Start everything a laptop needs, print the address, and wait."""

    help = "Start ClaimTrack: database, broker, demo newsroom, workers, beat and web, until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the command line."""
        parser.add_argument("--port", type=int, default=8000, help="port of the web pages (default 8000)")
        parser.add_argument("--no-demo", action="store_true", help="leave the demo newsroom out")

    def handle(self, *, port: int, no_demo: bool, **_: object) -> None:
        """Run until stopped; every child ends before this returns."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        try:
            with ExitStack() as stack:
                data = env.data_folder()
                data.mkdir(parents=True, exist_ok=True)
                stack.enter_context(
                    holding(data / "up.lock", busy=f"ClaimTrack already runs on {data}: stop it first")
                )
                self._run(stack, port, demo=not no_demo)
        except ServiceError as error:
            raise CommandError(str(error)) from error
        except Stopped:
            self.stdout.write("\nClaimTrack has stopped.")

    def _run(self, stack: ExitStack, port: int, *, demo: bool) -> None:
        check_port(port)
        self._say("Preparing the database ...")
        call_command("migrate", verbosity=0)
        seed_sources()
        seed_actors()
        account = seed_admin()
        newsroom = open_newsroom(stack) if demo else None
        supervisor = stack.enter_context(Supervisor(env.data_folder() / "log"))
        self._say("Starting web, workers and beat ...")
        for name, arguments in PROCESSES.items():
            supervisor.start(name, [word.format(port=port) for word in arguments])
        wait_until_ready(port, supervisor)
        if newsroom:
            self._say("Reading the demo newsroom ...")
            play_newsroom(newsroom, supervisor)
        self._tell(port, account)
        while True:
            threading.Event().wait(1)
            supervisor.check()

    def _tell(self, port: int, account: Account | None) -> None:
        if account:
            self._say(f"Admin: http://127.0.0.1:{port}/admin/")
            self._say(f"       user {account.name}, one-time password {account.password}")
        self._say(f"ClaimTrack is ready at http://127.0.0.1:{port}/")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def check_port(port: int) -> None:
    """Raise ServiceError where another program already listens on this port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise ServiceError(
                f"port {port} is taken or not allowed ({error}): try make run PORT=8001"
            ) from error


def _stop(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise Stopped
