"""Finds the claim or the utterance that somebody means: by number, by address, or by words."""

from re import compile as pattern
from re import findall

from django.contrib.postgres.search import SearchQuery
from django.db.models import F
from django.utils.translation import gettext as _

from claims.corrections.verdicts import CannotCorrect
from claims.models import Claim

IN_ADDRESS = pattern(r"claims?/([0-9]{1,18})(?![0-9])")
NUMBER = pattern(r"#?([0-9]{1,18})(?![0-9])")
UTTERANCE = pattern(r"(?:#ujaran-|utterance/)([0-9]{1,18})(?![0-9])")
MOST, MOST_WORDS, LONGEST = 8, 12, 300


def find_claims(typed: str, most: int = MOST) -> list[Claim]:
    """The claims that may be meant, that of a number or address alone; two queries at most."""
    words = " ".join(typed.replace("\0", " ").split())[:LONGEST]
    number = IN_ADDRESS.search(words) or NUMBER.match(words)
    if number:
        found = Claim.objects.select_related("successor").filter(pk=int(number[1])).first()
        if found:
            return [found.successor or found]
    search = words_search(words)
    if search is None:
        return []
    rows = Claim.objects.current().filter(search=search)
    return list(rows.order_by(F("last_moved").desc(nulls_last=True), "-pk")[:most])


def words_search(typed: str) -> SearchQuery | None:
    """All words in any form, the last one perhaps only begun; None for no words."""
    words = findall(r"\w+", typed)[:MOST_WORDS]
    if not words:
        return None
    query = " & ".join([*(f"'{word}'" for word in words[:-1]), f"'{words[-1]}':*"])
    return SearchQuery(query, config="indonesian", search_type="raw")


def choose_claim(typed: str) -> Claim:
    """The one claim that is meant; raises CannotCorrect for none and for several."""
    found = find_claims(typed)
    if not found:
        raise CannotCorrect(
            _("Tidak ada klaim yang cocok. Tulis nomor, alamat, atau kata-kata judulnya."), "other"
        )
    if len(found) > 1:
        raise CannotCorrect(_("Ada beberapa klaim yang cocok. Pilih salah satu di bawah ini."), "other")
    return found[0]


def parse_utterance(typed: str) -> int:
    """The utterance that an address names ("/claims/5/#ujaran-7"); 0 for none."""
    found = UTTERANCE.search(typed)
    return int(found[1]) if found else 0
