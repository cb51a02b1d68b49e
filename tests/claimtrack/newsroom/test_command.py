"""The command says in one line what is wrong, and serves when nothing is."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claimtrack.management.commands.demo_newsroom import Command
from claimtrack.newsroom.serving import LOOPBACK, PORTS, Newsroom
from claimtrack.newsroom.values import Edition

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "manage.py", "demo_newsroom", "--port"]


def three_free_ports() -> int:
    """The first of three neighbouring ports that nobody listens on now."""
    return 20000 + (os.getpid() * 7) % 20000


def test_a_taken_port_ends_the_command_with_one_line(newsroom: Newsroom) -> None:
    with pytest.raises(
        CommandError, match=rf"{LOOPBACK}:{newsroom.ports[0]}: Address already in use; choose"
    ):
        call_command(Command(), port=newsroom.ports[0])


def test_a_port_that_cannot_be_is_refused() -> None:
    with pytest.raises(CommandError, match="--port must lie between 1 and 65533"):
        call_command(Command(), port=65534)


def test_switch_turns_a_running_newsroom_to_its_later_edition(newsroom: Newsroom) -> None:
    call_command(Command(), port=newsroom.ports[0], switch=True)
    assert newsroom.edition is Edition.LATER


def test_switch_without_a_newsroom_says_so(newsroom: Newsroom) -> None:
    port = newsroom.ports[0]
    newsroom.stop()
    with pytest.raises(CommandError, match="no newsroom runs at"):
        call_command(Command(), port=port, switch=True)


def test_it_serves_until_interrupted_and_leaves_with_status_0() -> None:
    port = three_free_ports()
    with subprocess.Popen(
        [*COMMAND, str(port)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(len(PORTS) + 1)]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    assert f"http://{LOOPBACK}:{port}/" in lines[0]
    assert lines[-1].startswith("The demo newsroom is ready.")
