"""The command that serves the demo newsroom on loopback until Ctrl-C."""

import http.client
import signal
import threading
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import CONTROL, LOOPBACK, PORTS, Newsroom, start_newsroom
from claimtrack.newsroom.values import Edition

LAST_PORT = 65535


def ports_from(first: int) -> tuple[int, ...]:
    """The ports of the outlets, counted up from the first; raises CommandError where there are none."""
    if not 1 <= first <= LAST_PORT - len(OUTLETS) + 1:
        raise CommandError(f"--port must lie between 1 and {LAST_PORT - len(OUTLETS) + 1}, not {first}")
    return tuple(range(first, first + len(OUTLETS)))


def switch_running(port: int) -> str:
    """Tell the newsroom that already runs on `port` to go on to its later edition."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=5)
    try:
        connection.request("POST", f"{CONTROL}{Edition.LATER}")
        status = connection.getresponse().status
    except OSError as error:
        raise CommandError(
            f"no newsroom runs at {LOOPBACK}:{port}: start one first with demo_newsroom"
        ) from error
    finally:
        connection.close()
    if status != http.client.NO_CONTENT:
        raise CommandError(f"what runs at {LOOPBACK}:{port} is not the demo newsroom (it answered {status})")
    return "The newsroom now shows its later edition: one quote edited, one article removed."


def heed_stop() -> threading.Event:
    """An event that Ctrl-C or a request to terminate sets from now on."""
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    return stopped


class Command(BaseCommand):
    """Serve the three fictional outlets."""

    help = "Serve the demo newsroom (three fictional outlets on 127.0.0.1) until Ctrl-C."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the command line."""
        parser.add_argument("--port", type=int, default=PORTS[0], help="first of three ports (default 8101)")
        parser.add_argument("--later", action="store_true", help="start with the later edition")
        parser.add_argument(
            "--switch", action="store_true", help="move a running newsroom on to its later edition and leave"
        )

    def handle(self, *, port: int, later: bool, switch: bool, **_: object) -> None:
        """Serve, or switch a newsroom that already runs."""
        ports = ports_from(port)
        if switch:
            self.stdout.write(switch_running(port))
            return
        try:
            newsroom = start_newsroom(ports, Edition.LATER if later else Edition.FIRST)
        except OSError as error:
            raise CommandError(
                f"cannot serve at {error.filename}: {error.strerror}; choose another --port"
            ) from error
        stopped = heed_stop()  # before the line that says it may be stopped
        with newsroom:
            self.show_addresses(newsroom)
            stopped.wait()

    def show_addresses(self, newsroom: Newsroom) -> None:
        """Print where each outlet answers."""
        for outlet in OUTLETS:
            base = newsroom.addresses[outlet.slug]
            self.stdout.write(f"{outlet.name:<12} {base}/  feed {base}{outlet.feed}")
        self.stdout.write("The demo newsroom is ready. Ctrl-C stops it.")
        self.stdout.flush()
