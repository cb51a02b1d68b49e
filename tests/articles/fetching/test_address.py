"""No spelling of a forbidden address gets through, before the look-up, after it, or on the wire."""

import ipaddress
import socket
import threading

import pytest

from articles.fetching.address import is_public, parse_address, parse_allow
from articles.fetching.client import get
from articles.fetching.connection import resolve
from articles.fetching.exchange import Rules
from articles.fetching.verdicts import FetchError, Verdict

# Every one must be refused without a single packet; the resolver of the test says "public" to all names.
FORBIDDEN = [
    # loopback
    "http://127.0.0.1/",
    "http://127.0.0.1:80/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.255.255.254/",
    "http://0/",
    "http://0.0.0.0/",
    "http://0x7f.1/",
    "http://0x7f.0x0.0x0.0x1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://0177.0.0.01/",
    "http://127.0.0.1./",
    "http://127.0.0.0x1/",
    "http://00000177.0.0.1/",
    "http://%31%32%37.0.0.1/",
    "http://１２７.０.０.１/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://sub.localhost/",
    "http://localhost.localdomain/",
    "http://ⓛocalhost/",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[0000::0001]:80/",
    "http://[::1%25lo]/",
    "http://[::127.0.0.1]/",
    # IPv4 inside IPv6
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:a9fe:a9fe::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::169.254.169.254]/",
    "http://[64:ff9b:1::a9fe:a9fe]/",
    "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    # private, link-local, shared, reserved, multicast
    "http://10.0.0.1/",
    "http://10.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://192.168.257/",
    "http://3232235777/",
    "http://100.64.0.1/",
    "http://100.127.255.255/",
    "http://192.0.0.192/",
    "http://192.0.2.1/",
    "http://192.88.99.1/",
    "http://198.18.0.1/",
    "http://198.51.100.1/",
    "http://203.0.113.1/",
    "http://224.0.0.1/",
    "http://239.255.255.255/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fec0::1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456:789a::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[100::1]/",
    "http://[5f00::1]/",
    # metadata services
    "http://169.254.169.254/latest/meta-data/",
    "http://169.254.170.2/v2/credentials",
    "http://2852039166/",
    "http://0xA9FEA9FE/",
    "http://0251.0376.0251.0376/",
    "http://100.100.100.200/",
    "http://168.63.129.16/",
    "http://[fd00:ec2::254]/",
    "http://metadata.google.internal/computeMetadata/v1/",
    # names of the local network
    "http://router/",
    "http://printer.local/",
    "http://intranet.corp/",
    "http://db.internal/",
    # odd notations of public addresses
    "http://134744072/",
    "http://0x08080808/",
    "http://8.8.2056/",
    "http://010.8.8.8/",
    # credentials, schemes, ports, forms that parsers read differently
    "http://user:secret@kabar.example/",
    "http://kabar.example@127.0.0.1/",
    "http://kabar.example:80@127.0.0.1/",
    "http://127.0.0.1\\@kabar.example/",
    "http://kabar.example\\.127.0.0.1/",
    "http://127.0.0.1#@kabar.example/",
    "http://127.0.0.1?@kabar.example/",
    "http:/127.0.0.1/",
    "http:127.0.0.1",
    "//127.0.0.1/",
    "127.0.0.1",
    "http:///etc/passwd",
    "http://",
    "http://:80/",
    "http://kabar.example:22/",
    "http://kabar.example:6379/",
    "http://kabar.example:8080/",
    "http://kabar.example:99999/",
    "http://kabar.example:-1/",
    "http://kabar.example:80a/",
    "http://[::1/",
    "http://[kabar.example]/",
    "http://ka bar.example/",
    "http://kabar.example\t/",
    "http://kabar.example\r\nHost: 127.0.0.1/",
    "http://kabar..example/",
    "http://-kabar-.example/",
    "http://" + "a" * 64 + ".example/",
    "http://kabar.example/" + "a" * 3000,
    "https://127.0.0.1/",
    "file:///etc/passwd",
    "ftp://kabar.example/",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "dict://127.0.0.1:11211/",
    "data:text/html,x",
    "javascript:alert(1)",
    "jar:http://127.0.0.1!/",
    "",
    "   ",
]


class Refuser:
    """A resolver that answers with fixed lists, one after another, and remembers what it was asked."""

    def __init__(self, *answers: tuple[str, ...]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, int]] = []

    def __call__(self, host: str, port: int, _seconds: float) -> tuple[str, ...]:
        self.asked.append((host, port))
        return self.answers.pop(0)


@pytest.mark.parametrize("url", FORBIDDEN)
def test_forbidden_spellings_are_refused_before_any_look_up(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        parse_address(url)
    assert caught.value.verdict in (Verdict.BAD_ADDRESS, Verdict.BLOCKED_ADDRESS)
    assert not caught.value.temporary
    assert "\n" not in str(caught.value)


def test_the_corpus_is_large_and_without_doubles() -> None:
    assert len(FORBIDDEN) == len(set(FORBIDDEN)) >= 60


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.kabar.example/a?b=1#c", "https://www.kabar.example/a?b=1"),
        ("HTTP://Kabar.EXAMPLE:80", "http://kabar.example/"),
        ("https://kabar.example:443/x", "https://kabar.example/x"),
        ("http://kabar.example:443/x", "http://kabar.example:443/x"),
        ("https://kabar.example./x", "https://kabar.example/x"),
        ("https://kabár.example/héllo?q=é", "https://xn--kabr-7na.example/h%C3%A9llo?q=%C3%A9"),
        ("https://kabar.example/a%20b/%2F", "https://kabar.example/a%20b/%2F"),
        ("https://8.8.8.8/", "https://8.8.8.8/"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("https://127.kabar.example/", "https://127.kabar.example/"),
        ("https://under_score.kabar.example/", "https://under_score.kabar.example/"),
    ],
)
def test_public_addresses_pass_in_their_plain_form(url: str, expected: str) -> None:
    assert parse_address(url).url == expected


@pytest.mark.parametrize(
    "ip",
    [
        "8.8.8.8",
        "1.1.1.1",
        "103.10.65.1",
        "2606:4700::1111",
        "2404:6800::1",
        "64:ff9b::808:808",
        "172.32.0.1",
    ],
)
def test_public_ips(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


def test_allowed_pairs_pass_by_host_and_port_together() -> None:
    allow = parse_allow("127.0.0.1:8099, localhost:8100,[::1]:8101")
    assert parse_address("http://127.0.0.1:8099/a", allow).origin == "http://127.0.0.1:8099"
    assert parse_address("http://LOCALHOST:8100/", allow).host == "localhost"
    assert parse_address("http://[::1]:8101/", allow).netloc == "[::1]:8101"
    for url in (
        "http://127.0.0.1:8100/",
        "http://127.0.0.1/",
        "http://127.1:8099/",
        "http://x@127.0.0.1:8099/",
    ):
        with pytest.raises(FetchError):
            parse_address(url, allow)


@pytest.mark.parametrize("text", ["127.0.0.1", "127.0.0.1:", ":80", "a:0", "a:70000", "a:8o", "http://a:80/"])
def test_a_bad_allow_list_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="host:port"):
        parse_allow(text)


def test_an_empty_allow_list_allows_nothing() -> None:
    assert parse_allow(" , ") == frozenset()


@pytest.mark.parametrize(
    "answer",
    [
        ("127.0.0.1",),
        ("10.1.2.3",),
        ("169.254.169.254",),
        ("::1",),
        ("::ffff:127.0.0.1",),
        ("64:ff9b::a00:1",),
        ("93.184.215.14", "127.0.0.1"),
        ("2606:4700::1111", "fd00::1"),
    ],
)
def test_a_name_that_leads_inside_is_blocked(answer: tuple[str, ...]) -> None:
    with pytest.raises(FetchError) as caught:
        get("http://kabar.example/", Rules("Test/1", resolver=Refuser(answer)))
    assert caught.value.verdict is Verdict.BLOCKED_ADDRESS


def test_rebinding_connects_to_the_very_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is looked up once; were it looked up again for connecting, it would lead to loopback."""
    asked, connected = Refuser(("93.184.215.14",), ("127.0.0.1",)), []

    def connect(address: tuple[str, int], *args: object, **options: object) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError("no network in tests")

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(FetchError) as caught:
        get("http://kabar.example/", Rules("Test/1", resolver=asked))
    assert caught.value.verdict is Verdict.CONNECTION_FAILED
    assert asked.asked == [("kabar.example", 80)]
    assert connected == [("93.184.215.14", 80)]


def test_the_connected_peer_is_checked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of the network (proxy, NAT) leads a public address to this machine: not a byte is sent."""
    listener = socket.create_server(("127.0.0.1", 0))
    received: list[bytes] = []
    server = threading.Thread(target=lambda: received.append(listener.accept()[0].recv(100)))
    server.start()
    really = socket.create_connection
    monkeypatch.setattr(
        socket, "create_connection", lambda *_args, **_options: really(listener.getsockname())
    )
    with pytest.raises(FetchError) as caught:
        get("http://kabar.example/", Rules("Test/1", resolver=Refuser(("93.184.215.14",))))
    server.join(5)
    listener.close()
    assert caught.value.verdict is Verdict.BLOCKED_ADDRESS
    assert received == [b""]


def test_a_name_server_that_never_answers_is_cut_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    forever = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: forever.wait(30) and [])
    with pytest.raises(FetchError) as caught:
        resolve("kabar.example", 80, 0.2)
    forever.set()
    assert caught.value.verdict is Verdict.TIMED_OUT
    assert caught.value.temporary


def test_a_name_that_does_not_exist() -> None:
    with pytest.raises(FetchError) as caught:
        resolve("kabar.invalid", 80, 5)
    assert caught.value.verdict is Verdict.UNRESOLVED


def test_an_address_that_swallows_packets_leaves_time_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[tuple[str, bool]] = []

    def connect(address: tuple[str, int], timeout: float, **_options: object) -> socket.socket:
        tried.append((address[0], timeout <= 5))
        raise TimeoutError("no network in tests")

    monkeypatch.setattr(socket, "create_connection", connect)
    resolver = Refuser(("2606:4700::1111", "93.184.215.14"))
    with pytest.raises(FetchError) as caught:
        get("http://kabar.example/", Rules("Test/1", resolver=resolver))
    assert caught.value.verdict is Verdict.TIMED_OUT
    assert tried == [("2606:4700::1111", True), ("93.184.215.14", False)]
