"""A claim's title is its earliest plain wording, without the words that only say it was said."""

from datetime import UTC, datetime

import pytest

from claims.linking.gist import with_gists
from claims.linking.titles import LONGEST, make_title
from claims.linking.values import Gist, Told
from claims.values import Kind, QuoteForm, Sort


def _told(text: str, kind: Kind = Kind.CLAIM, quote: QuoteForm = QuoteForm.INDIRECT, **fields: str) -> Told:
    report = Told(
        article="https://kabar-pagi.example/1",
        outlet="Kabar Pagi",
        revision=1,
        ordinal=0,
        title="Judul berita",
        moment=datetime(2024, 10, 16, tzinfo=UTC),
        start=0,
        text=text,
        kind=kind,
        quote=quote,
        gist=Gist({}),
        speaker=fields.get("speaker", ""),
        sort=Sort.ORGANISATION,
        target=fields.get("target", ""),
    )
    return with_gists([report])[0]


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        (
            "kabar bahwa bendungan Wadas Lor retak di sisi timur",
            Kind.DENIAL,
            "Bendungan Wadas Lor retak di sisi timur",
        ),
        (
            "laporan adanya ratusan kapal asing di Selat Ombra",
            Kind.DENIAL,
            "Ratusan kapal asing di Selat Ombra",
        ),
        (
            "bendungan Wadas Lor retak di sisi timur, tetapi airnya belum meluap",
            Kind.CLAIM,
            "Bendungan Wadas Lor retak di sisi timur",
        ),
        (
            "Sebab retaknya bendungan itu, ujar Wira Sentosa, belum dapat dipastikan",
            Kind.CLAIM,
            "Sebab retaknya bendungan itu belum dapat dipastikan",
        ),
        (
            "Dinas Air Wadas Lor yang dinilainya lalai menjaga bendungan",
            Kind.ACCUSATION,
            "Dinas Air Wadas Lor lalai menjaga bendungan",
        ),
        (
            'retakan di sisi timur itu sebagai "goresan cat yang mengelupas"',
            Kind.CLAIM,
            'Retakan di sisi timur itu sebagai "goresan cat yang mengelupas"',
        ),
    ],
)
def test_a_title_is_the_clause_itself(text: str, kind: Kind, title: str) -> None:
    assert make_title([_told(text, kind)]) == title


def test_who_is_meant_stands_before_a_verb_alone() -> None:
    accused = _told("membuang merkuri ke Danau Lindu Kecil", Kind.ACCUSATION, target="PT Emas Gorang")
    denier = _told("mengirim beras berkutu ke sekolah", Kind.DENIAL, speaker="CV Padi Lumintu")
    assert make_title([accused]) == "PT Emas Gorang membuang merkuri ke Danau Lindu Kecil"
    assert make_title([denier]) == "CV Padi Lumintu mengirim beras berkutu ke sekolah"


def test_plain_words_make_a_better_title_than_a_quotation() -> None:
    quoted = _told('"Air bendungan Wadas Lor merembes deras ke kampung"', quote=QuoteForm.DIRECT)
    plain = _told("bendungan Wadas Lor retak di sisi timur")
    assert make_title([quoted, plain]) == "Bendungan Wadas Lor retak di sisi timur"


def test_a_title_is_cut_between_words() -> None:
    title = make_title([_told("bendungan " + "panjang sekali " * 40)])
    assert len(title) <= LONGEST + 4
    assert title.endswith("...")
