"""Turns the bytes of a page into text, whatever encoding it has or claims to have."""

import codecs
import re

from articles.values import Page

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
HEAD_SIZE = 4096
WESTERN = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"}
ENGLISH_CODE_PAGE = "cp1252"


def decode_page(page: Page) -> str:
    """The text of the page. UTF-8 that decodes is believed before any declaration, which is often wrong."""
    body = page.body
    for mark, encoding in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    if body[:200].count(0) > 40:
        return body.decode("utf-16-be" if body[:1] == b"\0" else "utf-16-le", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return decode_damaged(body, declared_encoding(page))


def declared_encoding(page: Page) -> str | None:
    """The encoding that the answer or the page names, if Python knows it."""
    header, meta = HEADER.search(page.content_type), DECLARED.search(page.body[:HEAD_SIZE])
    names = (
        page.charset,
        header[1] if header else None,
        meta[1].decode("ascii", "replace") if meta else None,
    )
    return next((name for name in names if name and is_known(name)), None)


def is_known(name: str) -> bool:
    """Whether Python has a text codec of this name."""
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def decode_damaged(body: bytes, declared: str | None) -> str:
    """Bytes that are no clean UTF-8: UTF-8 with a few broken places, or else as declared."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(body) - len(text) + broken * 2
    if broken * 4 <= sound or broken == 1:
        return text
    name = (declared or ENGLISH_CODE_PAGE).lower()
    if name in WESTERN or name.replace("_", "-") in ("utf-8", "utf8"):
        name = ENGLISH_CODE_PAGE
    return body.decode(name, "replace")
