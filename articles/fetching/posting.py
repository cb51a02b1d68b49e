"""Sends JSON to an address that the operator set, and to nowhere else."""

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

import httpcore

from articles.fetching.address import PORTS, Address, parse_address
from articles.fetching.connection import GuardedBackend
from articles.fetching.exchange import Rules, failure_of
from articles.fetching.verdicts import FetchError, Verdict


def post_json(url: str, message: Mapping[str, object], rules: Rules) -> None:
    """Post `message` to `url`; raises FetchError unless the answer is 2xx.

    An operator may well name a host of the inner network (a chat server), so the guard lets this one host and
    port through; it still refuses other schemes and credentials. Redirects are not followed, so that nobody
    but the operator says where the message goes, and of the answer only the status is read.
    """
    address = parse_operator_address(url)
    allowed = replace(rules, allow=frozenset({(address.host, address.port)}))
    body = json.dumps(message, ensure_ascii=False).encode()
    status = _post(address, body, allowed)
    if not 200 <= status < 300:
        message_to_us = f"{address.origin} answered with HTTP {status}; check the address of the webhook"
        raise FetchError(Verdict.HTTP_ERROR, message_to_us, temporary=True, status=status)


def parse_operator_address(url: str) -> Address:
    """An address from the settings: http or https, without credentials, of any host; raises FetchError."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or PORTS.get(parts.scheme.lower(), 0)
    except ValueError as error:
        raise FetchError(Verdict.BAD_ADDRESS, f"{url} cannot be read; write http:// or https://") from error
    return parse_address(url, frozenset({(host, port)}))


def _post(address: Address, body: bytes, rules: Rules) -> int:
    """The status of the answer."""
    backend = GuardedBackend(rules.allow, time.monotonic() + rules.deadline, rules.resolver)
    target = address.target.encode("ascii")
    url = httpcore.URL(scheme=address.scheme, host=address.host, port=address.port, target=target)
    headers: dict[bytes | str, bytes | str] = {
        "Host": address.netloc,
        "User-Agent": rules.user_agent,
        "Content-Type": "application/json",
        "Connection": "close",
    }
    try:
        with (
            httpcore.ConnectionPool(ssl_context=rules.tls, network_backend=backend) as pool,
            pool.stream("POST", url, headers=headers, content=body) as response,
        ):
            return response.status
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise failure_of(address, error, rules.deadline) from error
