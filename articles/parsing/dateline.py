"""Takes the dateline off the first paragraph: where the story was filed, and the outlet's own name."""

import re

from articles.parsing.words import word_lines

HOST = r"\w[\w-]{1,20}\.(?i:com|co\.id|id|net|co|tv|org|news|info|test)"
OUTLET = "(?:" + "|".join((HOST, *word_lines("outlets"))) + ")"
WORD = r"[A-Z][\w'’.]{1,20}(?:[-/][A-Z]?[\w'’]{1,20})?"
WORDS = rf"{WORD}(?:\s(?:{WORD}|D\.?C\.?|D\.?I\.?|of|de|the)){{0,3}}"
PLACE = rf"{WORDS}(?:\s?[,/]\s?{WORD}(?:\s{WORD}){{0,2}}){{0,2}}"
CAPITALS = r"[A-Z]{3,}(?:\s[A-Z]{3,}){0,2}"
SHORT_PLACE = (
    r"(?:(?:Bandar|Banda|Kota|Kuala|Tanjung|Pangkal|Batu|Nusa|Jawa|Sumatera|Kalimantan|Sulawesi|Papua|New|San|"
    rf"Los|Ho Chi|Hong|Tel|Abu|Den|Rio de|Buenos|Addis|Phnom)\s)?{WORD}"
    r"(?:\s(?:Barat|Timur|Utara|Selatan|Tengah|Pusat|Raya|Daya|Tenggara|City|DC))?"
)
DASH = r"\s{0,2}(?:--|[-–—―])+\s{0,2}"
STOP = rf"(?:{DASH}|\s{{0,2}}:\s|\s{{0,2}}\.\s(?=[A-Z\"“]))"
AGENCY = rf"\s?(?:{OUTLET}[^()]{{0,20}}|[A-Z]{{2,6}})"
FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # REPUBLIKA.CO.ID, BANDUNG --   Liputan6.com, Jakarta   KONTAN.CO.ID - JAKARTA.
        rf"{OUTLET}\s?(?:,|{DASH}|\s/)\s?(?P<place>{PLACE}){STOP}",
        # Liputan6.com, Jakarta Warga ...: nothing but the place tells where the dateline ends.
        rf"{OUTLET}\s?,\s?(?P<place>{SHORT_PLACE})\s(?=[A-Z\"“])",
        # JAKARTA, KOMPAS.com -   Jakarta, CNN Indonesia --
        rf"(?P<place>{PLACE})\s?,\s?{OUTLET}\s?(?:\([^()]{{1,30}}\)\s?)?{STOP}",
        # Jakarta (ANTARA) -   Kupang, NTT (ANTARA News) -   INDRAMAYU, (PR).-
        rf"(?P<place>{PLACE})(?:\s?,)?(?:\s\d{{1,2}}/\d{{1,2}})?\s?\({AGENCY}\)\s?\.?{STOP}",
        # JAKARTA | KABARDESA.test -
        rf"(?P<place>{PLACE})\s?\|\s?{OUTLET}\s?{STOP}",
        # VIVA.co.id -   Suara.com -
        rf"{OUTLET}\s?(?:{DASH}|\s?:\s|\s?,\s(?=[A-Z]))",
        # JAKARTA- Warga   JAKARTA-Warga
        rf"(?P<place>(?!COVID){CAPITALS})(?:-\s|(?<=[A-Z]{{5}})-)(?=[A-Z][a-z]|[\"“])",
        # Jakarta -   JAKARTA –   Bandar Lampung --
        rf"(?P<place>{PLACE})(?:\s{{1,2}}(?:--|[-–—―])+\s{{0,2}}|(?:--|[–—―])\s{{0,2}})(?=[A-Z\"“'‘\d])",
    )
)
HEAD = re.compile(rf"{OUTLET}\s?,\s?(?P<place>{PLACE})(?:{DASH})?")
COLON = re.compile(rf"(?P<place>{WORD}(?:\s{WORD}){{0,2}}):\s(?=[A-Z\"“])")
BARE_OUTLET = re.compile(rf"{OUTLET}\s?(?:{DASH})?\s*$")
BARE_PLACE = re.compile(rf"(?P<place>{PLACE})\s?(?:--|[-–—―])+\s*$")
LONGEST = 90
NO_PLACE = frozenset(" ".join(word_lines("not_places")).split())


def split_dateline(paragraph: str) -> tuple[str | None, str]:
    """The place and the paragraph without its dateline; None and the paragraph itself where there is none.

    "JAKARTA, KOMPAS.com - Warga ..." gives "JAKARTA" and "Warga ..."; "VIVA.co.id - Warga" gives None.
    """
    head = paragraph[:LONGEST]
    for form in (*FORMS, COLON):
        found = form.match(head)
        if found and found.end() < len(paragraph):
            place = found.groupdict().get("place")
            if place and not is_place(place):
                continue
            return tidy_place(place), paragraph[found.end() :].lstrip(" -–—")
    return None, paragraph


def split_headed(head: str, paragraph: str) -> tuple[str | None, str] | None:
    """As split_dateline, where bold type tells how far the dateline goes; None where it tells nothing.

    "<b>Liputan6.com, Bandar Lampung</b> Dewan ..." has no dash to end it.
    """
    found = HEAD.fullmatch(head) if head and paragraph.startswith(head) else None
    if not found or len(paragraph) <= len(head):
        return None
    return tidy_place(found["place"]), paragraph[len(head) :].lstrip(" -–—")


def has_outlet_dateline(paragraph: str) -> bool:
    """Whether a paragraph opens with a dateline that names an outlet, as only the first one does."""
    return any(form.match(paragraph[:LONGEST]) for form in FORMS[:-2])


def is_bare_dateline(paragraph: str) -> bool:
    """Whether a paragraph is a dateline and nothing more, as where it stands in a tag of its own."""
    if len(paragraph) > LONGEST:
        return False
    place = BARE_PLACE.fullmatch(paragraph)
    return bool(BARE_OUTLET.fullmatch(paragraph)) or bool(place and is_place(place["place"]))


def is_place(words: str) -> bool:
    """Whether capitalised words can be a place: most are, but not "Catatan" or "Baca"."""
    first = re.split(r"[\s,/]", words, maxsplit=1)[0].lower()
    return len(words) <= 45 and first not in NO_PLACE


def tidy_place(place: str | None) -> str | None:
    """The place without marks left at its end; None where nothing is left."""
    return (place or "").strip(" ,.-–—") or None
