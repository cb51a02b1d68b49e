"""What every answer carries so that a browser runs nothing that is not ours."""

import re

import pytest
from django.test import Client

from claimtrack.seeding import seed_admin

pytestmark = pytest.mark.django_db
PAGES = ["/", "/claims/", "/actors/", "/sources/", "/tidak-ada/", "/admin/login/", "/healthz"]


@pytest.mark.parametrize("path", PAGES)
def test_the_content_policy_allows_our_own_files_only(path: str) -> None:
    policy = Client().get(path).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", PAGES)
def test_no_page_may_be_framed_or_sniffed(path: str) -> None:
    headers = Client().get(path).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/healthz"])
def test_no_page_brings_inline_script_or_style_or_a_stranger(path: str) -> None:
    html = Client().get(path).content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>\s*\S", html)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)
    assert not re.search(r"(?:src|href)=[\"'](?:https?:)?//(?!testserver/)", html)


def test_the_admin_is_closed_to_strangers() -> None:
    answer = Client().get("/admin/articles/source/")
    assert answer.status_code == 302
    assert "/admin/login/" in answer.headers["Location"]


def test_a_form_without_its_token_is_refused() -> None:
    seed_admin()
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "admin", "password": "x"})
    assert answer.status_code == 403
