"""A paragraph that a scraped text prints twice, or glued to all that follows, is read once."""

from claims.nlp.reading import read

TITLE = "Pasar Randu Alas dibuka lagi"
FIRST = "Kepala Pasar Randu Alas Wira Sentosa mengatakan seratus kios sudah terisi sejak Senin pagi."
SECOND = "“Kami menunggu pedagang ikan dari Teluk Ombra yang belum kembali berjualan,” tuturnya."
THIRD = "Ketua Serikat Pedagang Laras Ayu mengatakan sewa kios masih terlalu mahal bagi pedagang kecil."


def told(*lines: str) -> list[tuple[str, str]]:
    """Who says which words in a text of these lines."""
    text = "\n".join(lines)
    found = read(text).statements
    return [(one.speaker.name if one.speaker else "", one.content.of(text)[:20]) for one in found]


def test_paragraphs_glued_to_all_that_follows_are_read_once_each() -> None:
    glued = (FIRST + SECOND + THIRD, FIRST, SECOND + THIRD, SECOND, THIRD)
    assert told(TITLE, *glued) == told(TITLE, FIRST, SECOND, THIRD)


def test_a_body_printed_twice_is_read_once() -> None:
    assert told(TITLE, FIRST, SECOND, THIRD, FIRST, SECOND, THIRD) == told(TITLE, FIRST, SECOND, THIRD)


def test_a_paragraph_begun_once_more_is_read_once() -> None:
    whole = f"{SECOND} Baca selengkapnya di halaman berikut."
    assert told(TITLE, FIRST, whole, SECOND) == told(TITLE, FIRST, whole)


def test_a_short_line_may_stand_twice() -> None:
    short = "“Belum,” kata Wira Sentosa."
    assert len(told(TITLE, FIRST, short, short)) == len(told(TITLE, FIRST, short)) + 1


def test_spans_stay_those_of_the_text_as_it_is() -> None:
    text = "\n".join((TITLE, FIRST + SECOND, FIRST, SECOND))
    for statement in read(text).statements:
        assert statement.content.start >= text.index(f"\n{FIRST}\n")
