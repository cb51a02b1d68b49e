"""No words of a site reach a page unescaped, whatever they hold and wherever they stand."""

from collections.abc import Callable
from html import unescape
from re import sub
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Source
from claims.linking.known import KNOWN
from claims.models import Actor
from claims.registry import seed_actors
from claims.store.actors import slug_of
from claims.templatetags.marks import changed, differing, marked, relay
from claims.timeline.article_page import Segment
from claims.timeline.values import Piece
from claims.timeline.wording import Change
from claims.values import Sort
from tests import rows
from tests.scenes import make_dispute

EVIL = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'&"
WORDS = st.text(alphabet=st.sampled_from("<>&\"'ab /=")) | st.just(EVIL)
Shown = Callable[[str], str]


def shown_as_written(html: str, text: str) -> None:
    """Without our own tags the words stand there as they were; no tag of theirs is left."""
    bare = sub(r'</?(?:mark|ins|del|span)(?: (?:id|class)="[\w-]*")?>', "", html)
    assert "<" not in bare
    assert unescape(bare) == text


@given(WORDS, st.tuples() | st.tuples(st.integers(1, 9)))
def test_marked_words_are_escaped(text: str, reports: tuple[int, ...]) -> None:
    shown_as_written(marked([Segment(text, reports, reports)]), text)
    shown_as_written(marked([Segment(text, reports)]), text)


@given(WORDS, st.booleans())
def test_differing_words_are_escaped(text: str, differs: bool) -> None:
    shown_as_written(differing([Piece(text, differs)]), text)


@given(WORDS, st.sampled_from(["same", "gone", "new"]))
def test_changed_words_are_escaped(text: str, kind: str) -> None:
    shown_as_written(changed([Change(kind, text)]), text)


@pytest.mark.django_db
def test_script_in_every_field_is_shown_and_never_run(client: Client) -> None:
    rows.make_source("Kabar Pagi", failure=EVIL, failures=1, enabled=True)
    claim = rows.make_claim(EVIL, rows.wib(16), target=EVIL)
    more: dict[str, Any] = {"role": EVIL, "place": EVIL, "audience": EVIL, "cue_word": EVIL[:80]}
    more |= {"via": [EVIL], "hedges": [EVIL], "reason": {"id": EVIL, "en": EVIL}}
    text = f"{EVIL}\nJudul {EVIL}"
    report = rows.make_words(claim, "Bram Kusnadi", "accuses", text, rows.wib(16), **more)
    rows.make_revision(f"{EVIL}\nLain {EVIL}", at=rows.wib(17), article=report.article)
    Actor.objects.update(name=EVIL)
    Source.objects.update(name=EVIL)
    client.force_login(User.objects.create_user("redaktur", is_staff=True))
    article = f"/articles/{report.article_id}/"
    pages = ["/", "/claims/", claim.get_absolute_url(), "/actors/", "/actors/bram-kusnadi/", "/sources/"]
    for address in (*pages, article, f"{article}?revision=1", "/claims/?q=<script>alert"):
        page = client.get(address).content.decode()
        assert "<script>" not in page, address
        assert "<img" not in page, address


@pytest.mark.django_db
def test_no_page_has_script_or_style_of_its_own(client: Client) -> None:
    dispute = make_dispute()
    for address in ("/", dispute.claim.get_absolute_url(), f"/articles/{dispute.said.article_id}/"):
        answer = client.get(address)
        assert " style=" not in answer.content.decode()
        assert "<style" not in answer.content.decode()
        assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_relay_that_the_registry_knows_leads_to_its_page(client: Client) -> None:
    seed_actors()
    for known in (known for known in KNOWN if known.sort is Sort.OUTLET):
        assert Actor.objects.get(slug=slug_of(known.name)).key == known.key, known.name
    link = relay("Washington Post")
    assert link.startswith('<a lang="id" href="/actors/the-washington-post/"')
    assert client.get("/actors/the-washington-post/").status_code == 200
    assert relay("Radio <Randu>") == '<span lang="id">Radio &lt;Randu&gt;</span>'
