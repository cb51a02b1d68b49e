"""Cleans the characters of a piece of page text without touching its wording or its quotation marks."""

import re
from html import unescape

INVISIBLE = (
    range(0x09),
    (0x0B, 0x7F, 0xAD, 0x61C, 0xFEFF, 0xFFFC),
    range(0x0E, 0x20),
    range(0x200B, 0x2010),
    range(0x202A, 0x202F),
    range(0x2060, 0x206A),
    range(0xFE00, 0xFE10),
)
# "&#147;" is a quotation mark of Windows-1252 that an XML reader leaves as a control character.
CHARACTERS: dict[int, str | None] = {
    code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)
}
CHARACTERS.update(dict.fromkeys(code for codes in INVISIBLE for code in codes))
STRANGE = re.compile(r"[^\t\n\r\x20-\x7e\u2010-\u2027\u2030-\u205e\xa1-\xac\xae-\u02af]")
ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
LEFTOVER_TAG = re.compile(
    r"</?(?:[a-z][a-z0-9]{0,11})(?:\s[^<>]{0,400})?/?>|<!--[^<>]{0,400}-->", re.IGNORECASE
)
MOJIBAKE = re.compile("\u00e2\u20ac|\u00c3[\u0080-\u00bf\u2018-\u2022\u0152-\u0178]|\u00c2[\u00a0-\u00bf]")
UTF8_RUN = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}")


def clean_text(raw: str) -> str:
    """One line of plain text: entities read, tags gone, odd spaces and invisible characters too."""
    text = raw
    if "&" in text and ENTITY.search(text):
        text = unescape(unescape(text))
    if "<" in text:
        text = LEFTOVER_TAG.sub(" ", text)
    if MOJIBAKE.search(text):
        text = UTF8_RUN.sub(repaired_run, text)
    if STRANGE.search(text):
        text = text.translate(CHARACTERS)
    return " ".join(text.split())


def repaired_run(run: re.Match[str]) -> str:
    """UTF-8 that somebody read as Windows-1252 and stored so; left alone where it makes no sense."""
    try:
        return bytes(map(windows_byte, run[0])).decode("utf-8")
    except (UnicodeError, ValueError):
        return run[0]


def windows_byte(character: str) -> int:
    """The byte that Windows-1252 shows as this character; undefined ones stand for themselves."""
    code = ord(character)
    return code if code < 0x100 else character.encode("cp1252")[0]
