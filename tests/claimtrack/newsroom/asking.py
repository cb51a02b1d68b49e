"""Asks a newsroom over HTTP without any redirect, cache or error magic."""

import http.client
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    text: str


def ask(url: str, method: str = "GET", **conditions: str) -> Reply:
    """One request; `conditions` are header lines with underscores for hyphens."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    headers = {name.replace("_", "-"): value for name, value in conditions.items()}
    try:
        connection.request(method, target, headers=headers)
        answer = connection.getresponse()
        return Reply(answer.status, answer.headers, answer.read().decode())
    finally:
        connection.close()
