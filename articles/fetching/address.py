"""The address guard: which URLs may be asked and which IP addresses may be connected to."""

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from articles.fetching.verdicts import FetchError, Verdict

HostPort = tuple[str, int]
Ip = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 2000
# What urllib would quietly drop or read differently from a browser: blanks, control characters, backslashes.
FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
HOST_NAME = re.compile(
    r"(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
)
# The last label of a host that some resolver would read as a number: 127.1, 0x7f.1, 2130706433, 017700000001.
NUMERIC_END = re.compile(r"(^|\.)(0x[0-9a-f]*|[0-9]+)$")
LOCAL_NAMES = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "localdomain",
    "arpa",
    "onion",
)

GLOBAL_IPV6 = ipaddress.IPv6Network("2000::/3")
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24",  # protocol assignments; Python lets parts of it pass
        "192.88.99.0/24",  # 6to4 relays
        "168.63.129.16/32",  # metadata service of Azure, a public number that never leaves the host
        "2001::/23",  # Teredo and other protocol assignments
        "2002::/16",  # 6to4: an IPv4 address of any kind inside
        "3fff::/20",  # documentation
    )
)


@dataclass(frozen=True, slots=True)
class Address:
    """A URL that passed the guard, in the parts a request needs; `target` is path and query, all ASCII."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, such as `https://news.example` or `http://127.0.0.1:8099`."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """The host as the Host header names it: in brackets for IPv6, the port only where it is unusual."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole URL, without a fragment."""
        return self.origin + self.target


def parse_allow(text: str) -> frozenset[HostPort]:
    """Read `127.0.0.1:8099,localhost:8100` (as in CLAIMTRACK_FETCH_ALLOW); ValueError names a bad part."""
    return frozenset(_parse_pair(part.strip()) for part in text.split(",") if part.strip())


def _parse_pair(part: str) -> HostPort:
    host, colon, port = part.rpartition(":")
    if not (colon and host and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ValueError(f"{part!r} is not host:port; write for example 127.0.0.1:8099")
    return host.strip("[]").lower(), int(port)


def parse_address(url: str, allow: frozenset[HostPort] = frozenset()) -> Address:
    """Take a URL apart and refuse what must never be asked, before any name is looked up.

    Raises FetchError: `bad_address` for what is no plain web address, `blocked_address` for hosts and ports
    that are not for the public. Pairs in `allow` pass both host and port checks.
    """
    parts = _split(url)
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise _bad(url, "only http:// and https:// addresses can be fetched")
    if "@" in parts.netloc:
        raise _bad(url, "it carries a user name or password; remove the part before '@'")
    host, port = _host(url, parts), _port(url, parts) or PORTS[scheme]
    if (host, port) not in allow:
        _check_host(url, host)
        _check_port(url, port)
    return Address(scheme, host, port, _target(parts))


def _split(url: str) -> SplitResult:
    if len(url) > MAX_LENGTH:
        raise _bad(url[:80] + "...", f"it is longer than {MAX_LENGTH} characters")
    if FORBIDDEN.search(url):
        raise _bad(repr(url), "it holds a blank, a control character or a backslash; percent-encode it")
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise _bad(url, f"it cannot be read ({error})") from error
    if not parts.scheme or not parts.netloc:
        raise _bad(url, "write the whole address, beginning with https://")
    return parts


def _host(url: str, parts: SplitResult) -> str:
    """The host in lower-case ASCII; the IDNA step also unfolds full-width digits and dots."""
    name = (parts.hostname or "").rstrip(".")
    if "[" in parts.netloc and "%" not in name:
        return name
    try:
        host = name.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise _bad(url, "its host name is not valid; check the spelling") from error
    if not HOST_NAME.fullmatch(host):
        raise _bad(url, "its host name is not valid; check the spelling")
    return host


def _port(url: str, parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError as error:
        raise _bad(url, "its port is not a number from 1 to 65535") from error


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return f"{path}?{query}" if query else path


def _check_host(url: str, host: str) -> None:
    ip = parse_ip(host)
    if ip is not None:
        check_ip(host, ip)
    elif NUMERIC_END.search(host) or ":" in host:
        raise _blocked(f"{url} writes its IP address in an odd notation; use the host name of the site")
    elif host.rsplit(".", 1)[-1] in LOCAL_NAMES or "." not in host:
        raise _blocked(f"{url} names a host of the local network; only public sites are fetched")


def _check_port(url: str, port: int) -> None:
    if port not in PORTS.values():
        raise _blocked(
            f"{url} asks for port {port}; only 80 and 443 are open, others must be allowed by setting"
        )


def parse_ip(host: str) -> Ip | None:
    """The address if `host` is an IP address in its canonical notation, else None."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def check_ip(host: str, ip: Ip) -> None:
    """Raise `blocked_address` unless `ip` is an address of the public internet."""
    if not is_public(ip):
        raise _blocked(
            f"{host} leads to {ip}, which is not on the public internet; only public sites are fetched"
        )


def check_ips(host: str, ips: Iterable[str]) -> None:
    """Raise `blocked_address` if any of the resolved addresses is not public: a mixed answer is an attack."""
    for text in ips:
        check_ip(host, ipaddress.ip_address(text))


def is_public(ip: Ip) -> bool:
    """Whether the address is unicast, globally routed and not a tunnel to one that is not.

    Stricter than `ipaddress.is_global`, which lets site-local, 6to4 and IPv4-compatible IPv6 through. NAT64
    (RFC 6052) is how hosts without IPv4 reach the IPv4 world, so there the embedded address decides.
    """
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in NAT64:
            return is_public(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if ip not in GLOBAL_IPV6:
            return False
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in NEVER)


def _bad(url: str, reason: str) -> FetchError:
    return FetchError(Verdict.BAD_ADDRESS, f"{url} cannot be fetched: {reason}")


def _blocked(message: str) -> FetchError:
    return FetchError(Verdict.BLOCKED_ADDRESS, message)
