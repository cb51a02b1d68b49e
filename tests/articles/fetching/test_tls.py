"""Certificates are checked: a site that cannot show a good one is not read."""

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from articles.fetching.client import get
from articles.fetching.exchange import Rules
from articles.fetching.verdicts import FetchError, Verdict
from articles.values import Page
from tests.articles.fetching.hostile import HTML, answer, running

OPENSSL = shutil.which("openssl")
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(HTML), HTML)
REQUEST = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-signed certificate for localhost with its key, made for this test run."""
    if OPENSSL is None:
        pytest.skip("needs the openssl command to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "site.pem"
    command = [
        OPENSSL,
        *REQUEST,
        "-addext",
        "subjectAltName=DNS:localhost",
        "-keyout",
        str(path),
        "-out",
        f"{path}.crt",
    ]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + Path(f"{path}.crt").read_bytes())
    return path


@pytest.fixture
def port(certificate: Path) -> Iterator[int]:
    """A site on loopback that speaks TLS with that certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, args=(listener, context), daemon=True).start()
        yield listener.getsockname()[1]


def serve(listener: socket.socket, context: ssl.SSLContext) -> None:
    with suppress(OSError):
        while True:
            connection = listener.accept()[0]
            with suppress(OSError), context.wrap_socket(connection, server_side=True) as stream:
                stream.recv(65536)
                stream.sendall(ANSWER)


def rules(host: str, port: int) -> Rules:
    return Rules("ClaimTrackTest/1.0", frozenset({(host, port)}), deadline=5)


def verdict_of(url: str, given: Rules) -> Verdict:
    with pytest.raises(FetchError) as caught:
        get(url, given)
    return caught.value.verdict


def test_a_self_signed_certificate_is_refused(port: int) -> None:
    with pytest.raises(FetchError, match="self-signed certificate") as caught:
        get(f"https://localhost:{port}/", rules("localhost", port))
    assert caught.value.verdict is Verdict.TLS_FAILED
    assert not caught.value.temporary


def test_a_certificate_of_another_host_is_refused(port: int, certificate: Path) -> None:
    trusting = replace(rules("127.0.0.1", port), tls=ssl.create_default_context(cafile=f"{certificate}.crt"))
    assert verdict_of(f"https://127.0.0.1:{port}/", trusting) is Verdict.TLS_FAILED


def test_a_trusted_certificate_is_accepted(port: int, certificate: Path) -> None:
    trusting = replace(rules("localhost", port), tls=ssl.create_default_context(cafile=f"{certificate}.crt"))
    page = get(f"https://localhost:{port}/", trusting)
    assert isinstance(page, Page)
    assert page.body == HTML


def test_plain_http_where_tls_is_expected() -> None:
    with running({"/": answer()}) as site:
        assert (
            verdict_of(f"https://127.0.0.1:{site.port}/", rules("127.0.0.1", site.port)) is Verdict.TLS_FAILED
        )


def test_a_handshake_that_never_ends_is_cut_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        slow = replace(rules("127.0.0.1", port), deadline=0.4)
        assert verdict_of(f"https://127.0.0.1:{port}/", slow) is Verdict.TIMED_OUT
