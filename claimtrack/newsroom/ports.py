"""Remembers the ports of a data folder's demo newsroom: an article's address holds them, so they stay."""

import socket
from collections.abc import Sequence
from pathlib import Path

FILE = "newsroom.ports"
LOOPBACK = "127.0.0.1"


def read_ports(data: Path) -> tuple[int, ...]:
    """The remembered ports, none where this folder never had a newsroom."""
    remembered = data / FILE
    return tuple(int(word) for word in remembered.read_text().split()) if remembered.exists() else ()


def choose_ports(data: Path, wanted: Sequence[int]) -> tuple[int, ...]:
    """The remembered ports; else the wanted ones if all are free, else free ones; remembered from now on."""
    known = read_ports(data)
    if known:
        return known
    chosen = tuple(wanted) if all(map(is_free, wanted)) else tuple(free_port() for _ in wanted)
    (data / FILE).write_text(" ".join(map(str, chosen)))
    return chosen


def is_free(port: int) -> bool:
    """Whether nothing listens on this port of 127.0.0.1."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex((LOOPBACK, port)) != 0


def free_port() -> int:
    """A port of 127.0.0.1 that is free now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port
