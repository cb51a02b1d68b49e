"""Page text is clean text, whatever encoding it came in."""

from datetime import UTC, datetime

import pytest

from articles.parsing.encoding import decode_page
from articles.parsing.hygiene import clean_text
from articles.values import Page

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = "Warga “menolak” jembatan – begitu katanya, café."


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a&amp;quot;b&amp;quot;", 'a"b"'),
        ("&lt;p&gt;Kata &lt;b&gt;tebal&lt;/b&gt;&lt;/p&gt;", "Kata tebal"),
        ("ke\u00adpala\u200b desa\ufeff", "kepala desa"),
        ("satu\u00a0dua\u2009tiga\n empat", "satu dua tiga empat"),
        ("\x93kutip\x94", "“kutip”"),
        ("â€œHaloâ€\x9d kata", "“Halo” kata"),
        ("5 < 6 dan 7 > 3", "5 < 6 dan 7 > 3"),
        ("“satu” ‘dua’ \"tiga\" 'empat'", "“satu” ‘dua’ \"tiga\" 'empat'"),
        ("R&D dan A&W", "R&D dan A&W"),
    ],
)
def test_clean_text(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (WORDS.encode(), "text/html"),
        (b"\xef\xbb\xbf" + WORDS.encode(), "text/html"),
        (WORDS.encode(), "text/html; charset=iso-8859-1"),
        (WORDS.encode("cp1252"), "text/html; charset=utf-8"),
        (WORDS.encode("cp1252"), "text/html; charset=ISO-8859-1"),
        (WORDS.encode("cp1252"), "text/html; charset=nonsense"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), "text/html"),
        (b'<meta charset="utf-8">' + WORDS.encode("cp1252"), ""),
    ],
)
def test_declared_encodings_are_not_believed_blindly(body: bytes, content_type: str) -> None:
    page = Page(url="https://a.test/", body=body, fetched_at=NOW, content_type=content_type)
    assert decode_page(page).endswith(WORDS)


def test_utf8_cut_in_the_middle_of_a_character_stays_utf8() -> None:
    page = Page(url="https://a.test/", body=WORDS.encode() + "é".encode()[:1], fetched_at=NOW)
    assert decode_page(page).startswith(WORDS)
