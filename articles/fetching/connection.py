"""Connections that only lead to checked addresses and never outlast their deadline (an httpcore backend)."""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable

import httpcore

from articles.fetching.address import HostPort, check_ip, check_ips
from articles.fetching.verdicts import FetchError, Verdict

# An address that swallows packets (IPv6 half set up) must leave time for the next one.
FIRST_TRY = 5.0

Resolve = Callable[[str, int, float], tuple[str, ...]]
SocketOptions = Iterable[httpcore.SOCKET_OPTION]


def resolve(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """The IP addresses of a host, in the system's order of preference.

    The system's resolver knows no time limit, so it runs in a thread that is left behind when late.
    """
    found: list[tuple[str, ...]] = []
    failed: list[OSError | UnicodeError] = []
    worker = threading.Thread(target=_look_up, args=(host, port, found, failed), daemon=True)
    worker.start()
    worker.join(seconds)
    if failed:
        raise _unresolved(host) from failed[0]
    if not found:
        raise FetchError(
            Verdict.TIMED_OUT, f"looking up {host} took longer than {seconds:.0f} s; try again later"
        )
    return found[0]


def _look_up(
    host: str, port: int, found: list[tuple[str, ...]], failed: list[OSError | UnicodeError]
) -> None:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        failed.append(error)
    else:
        found.append(tuple(dict.fromkeys(str(answer[4][0]) for answer in answers)))


def _unresolved(host: str) -> FetchError:
    return FetchError(Verdict.UNRESOLVED, f"{host} does not resolve; check the spelling or the name server")


def _untrusted(host: str | None, error: ssl.SSLError) -> FetchError:
    reason = getattr(error, "verify_message", "") or error.reason or "no TLS"
    message = f"{host} cannot be trusted ({reason}); its certificate must be put right by the site"
    return FetchError(Verdict.TLS_FAILED, message)


class GuardedBackend(httpcore.NetworkBackend):
    """Resolves, checks and connects in one step, so that the address checked is the address connected to.

    `until` is the deadline on the clock of `time.monotonic`; pairs in `allow` may be any address.
    """

    def __init__(self, allow: frozenset[HostPort], until: float, resolver: Resolve = resolve) -> None:
        self._allow = allow
        self._until = until
        self._resolver = resolver
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's addresses that answers; all of them must be public."""
        ips = self._resolver(host, port, left(self._until, timeout))
        free = (host, port) in self._allow
        if not free:
            check_ips(host, ips)
        failure: Exception = _unresolved(host)
        for ip in ips:
            patience = timeout if ip == ips[-1] else FIRST_TRY
            try:
                seconds = left(self._until, patience)
                stream = self._sockets.connect_tcp(ip, port, seconds, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return GuardedStream(stream if free else _checked_peer(host, stream), self._until)
        raise failure


class GuardedStream(httpcore.NetworkStream):
    """A stream whose every wait is cut to what is left until the deadline of the whole request."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, within the time left."""
        return self._stream.read(max_bytes, left(self._until, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it, within the time left."""
        self._stream.write(buffer, left(self._until, timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same stream under TLS, with the same deadline; a bad certificate is `tls_failed`."""
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, left(self._until, timeout))
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLError):
                raise _untrusted(server_hostname, error.__cause__) from error
            raise
        return GuardedStream(stream, self._until)

    def get_extra_info(self, info: str) -> object:
        """What the stream beneath knows about itself."""
        return self._stream.get_extra_info(info)


def left(until: float, timeout: float | None) -> float:
    """The seconds a step may take: its own limit or what is left of the whole, never less than a blink."""
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise httpcore.ReadTimeout("the deadline of the whole request has passed")
    return seconds if timeout is None else min(seconds, timeout)


def _checked_peer(host: str, stream: httpcore.NetworkStream) -> httpcore.NetworkStream:
    """The stream, once its other end is known to be public too (a proxy or NAT rule may sit between)."""
    try:
        check_ip(host, ipaddress.ip_address(stream.get_extra_info("server_addr")[0]))
    except FetchError:
        stream.close()
        raise
    return stream
