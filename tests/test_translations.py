"""Every interface word has its English, and English pages hold no Indonesian interface word."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from re import findall
from typing import Any

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from django.conf import settings
from django.template import engines
from django.template.base import Node, TextNode
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.test import Client
from django.utils.translation import override

from tests import rows
from tests.scenes import make_accusation, make_dispute

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = dict.fromkeys(("_", "gettext", "gettext_lazy"))
KEYWORDS |= {"ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2)}
SOURCES = [p for app in ("accounts", "articles", "claims", "claimtrack") for p in (ROOT / app).rglob("*.py")]
PAGES_AND_MAILS = [p for sort in ("*.html", "*.txt") for p in (ROOT / "templates").rglob(sort)]
TEMPLATES = sorted(str(p.relative_to(ROOT / "templates")) for p in PAGES_AND_MAILS)
VOID = {"meta", "link", "input", "br", "img", "hr"}
NAMES = {"ClaimTrack", "Bahasa", "Indonesia", "English", "Wikidata", "WIB", "Atom", "CSV", "JSON", "OPML"}
KEYS = {"Enter", "Esc"}
SPOKEN = {"title", "aria-label", "placeholder"}


@cache
def english() -> dict[str, tuple[str, ...]]:
    """The catalogue: each msgid (the singular one) with its English words."""
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    return {_first(m.id): _strings(m.string) for m in messages}


def _first(msgid: str | tuple[str, ...] | list[str]) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]


def _strings(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (words or "",) if words is None or isinstance(words, str) else tuple(words)


def in_code() -> Iterator[str]:
    """The msgids of all modules."""
    for path in SOURCES:
        for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            yield _first(message)


def nodes_of(name: str, sort: type[Node]) -> list[Any]:
    """The nodes of one sort that Django reads in a template."""
    template: Any = get_template(name)
    return list(template.template.nodelist.get_nodes_by_type(sort))


def in_templates() -> Iterator[str]:
    """The msgids of all templates, as Django itself reads them."""
    for name in TEMPLATES:
        for node in nodes_of(name, TranslateNode):
            yield str(node.filter_expression.var.literal)
        for node in nodes_of(name, BlockTranslateNode):
            yield node.render_token_list(node.singular)[0].strip()


def test_every_interface_word_has_its_english() -> None:
    missing = {m for m in (*in_code(), *in_templates()) if not all(english().get(m, ("",)))}
    assert not missing, f"run makemessages -l en and translate: {sorted(missing)}"


def test_the_catalogue_keeps_no_word_that_nobody_uses() -> None:
    assert not english().keys() - {*in_code(), *in_templates()}


def test_placeholders_are_the_same_in_both_languages() -> None:
    names = {msgid: set(findall(r"%\((\w+)\)", msgid)) for msgid in english()}
    strange = [
        msgid
        for msgid, words in english().items()
        if any(not set(findall(r"%\((\w+)\)", word)) <= names[msgid] for word in words)
    ]
    assert not strange


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_hold_no_word_outside_the_catalogue(name: str) -> None:
    texts = nodes_of(name, TextNode)
    heard = Ear()
    heard.feed(" ".join(node.s for node in texts))
    assert set(findall(r"[^\W\d_]{2,}", heard.said)) <= NAMES | KEYS


class Ear(HTMLParser):
    """Hears what a page says itself: texts and spoken attributes outside elements in Indonesian."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""
        self.tongues: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A quotation begins, or an element speaks through an attribute."""
        quoted = tag != "html" and ("lang", "id") in attrs
        if not (quoted or any(self.tongues)):
            self.said += " ".join(v or "" for k, v in attrs if k in SPOKEN) + " "
        if tag not in VOID:
            self.tongues.append(quoted)

    def handle_endtag(self, _tag: str) -> None:
        """An element ends."""
        if self.tongues:
            self.tongues.pop()

    def handle_data(self, data: str) -> None:
        """Words."""
        if not any(self.tongues):
            self.said += data + " "


def indonesian_only() -> set[str]:
    """Words of the Indonesian interface that its English never uses."""
    said = {word for msgid in english() for word in findall(r"[^\W\d_]{2,}", msgid.lower())}
    answered = {
        word for strings in english().values() for string in strings for word in string.lower().split()
    }
    return said - {word.strip(".,:;()") for word in answered} - {"wib"}


@pytest.mark.django_db
def test_english_pages_hold_no_indonesian_interface_word(client: Client) -> None:
    dispute = make_dispute()
    accusation = make_accusation()
    article = f"/articles/{dispute.said.article_id}/"
    rows.make_source("Suara Kota", enabled=True, failures=2)
    pages = [
        "/",
        "/claims/",
        "/claims/?q=zzz&page=x",
        "/actors/",
        "/actors/bram-kusnadi/",
        "/sources/",
        "/compare/?a=kabar-pagi&b=suara-kota",
        "/compare/?a=sekar-wangi&b=zzz",
        article,
    ]
    pages += [dispute.claim.get_absolute_url(), accusation.get_absolute_url(), "/nirwana/", "/actors/?q=zzz"]
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    fictional = set(
        findall(r"\w+", "kabar pagi suara kota warta nusa sekar wangi bram kusnadi dewi arum lintang")
    )
    for address in pages:
        page = client.get(address)
        assert page.headers["Content-Language"] == "en"
        ear = Ear()
        ear.feed(page.content.decode())
        heard = {word.lower() for word in findall(r"[^\W\d_]{2,}", ear.said)}
        foreign = heard & indonesian_only() - fictional
        assert not foreign, address


@pytest.mark.django_db
def test_the_language_switch_needs_no_script(client: Client) -> None:
    assert client.get("/").headers["Content-Language"] == "id"
    answer = client.post("/i18n/setlang/", {"language": "en", "next": "/claims/?q=x"}, follow=True)
    assert answer.redirect_chain == [("/claims/?q=x", 302)]
    assert answer.headers["Content-Language"] == "en"


def test_times_numbers_and_durations_follow_the_language() -> None:
    shown = engines["django"].from_string(
        "{% load record %}{% when m %}|{{ n|grouped }}|{{ l|duration }}|{{ d|long_day }}"
    )
    moment = rows.wib(16, 19, 5)
    context = {"m": moment, "n": 12000, "l": moment - rows.wib(16, 10, 40), "d": moment.date()}
    with override("id"):
        words = shown.render(context)
        assert words.endswith(">16 Okt 2024, 19.05 WIB</time>|12.000|8 jam 25 menit|Rabu, 16 Oktober 2024")
        assert 'title="16 Okt 2024, 12.05 UTC"' in words
    with override("en"):
        words = shown.render(context)
        assert words.endswith("19:05 WIB</time>|12,000|8 hours 25 minutes|Wednesday, 16 October 2024")
