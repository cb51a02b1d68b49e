"""Normal forms of names: case, marks, titles, short forms and transliterations folded away."""

import re
import unicodedata

from claims.linking.vocabulary import EXPANSIONS, FOLDER, read_rows

TITLES = frozenset(row[0] for row in read_rows(FOLDER / "titles.txt"))
WORD = re.compile(r"[^\W_]+(?:['’`.-][^\W_]+)*", re.UNICODE)
UNNAMED = re.compile(
    r"^(?:seorang|seseorang|salah (?:satu|seorang)|sejumlah|beberapa|para|dua|tiga|sebuah|se)\s+",
    re.IGNORECASE,
)
CLOSING = re.compile(r"\s+(?:yang|kepada|di|pada|tersebut|itu|ini)\b.*$", re.IGNORECASE)
# Spellings of one sound in names written from other scripts, applied in this order.
SOUNDS = (
    (re.compile(r"(?:iy|yy|ij|ii|y)\b"), "i"),
    (re.compile(r"(?<=[aeo])y(?=[aeo])"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"dzh|dj"), "j"),
    (re.compile(r"tj"), "c"),
    (re.compile(r"oe"), "u"),
    (re.compile(r"w"), "v"),
    (re.compile(r"y"), "i"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(.)\1"), r"\1"),
)


def fold_marks(text: str) -> str:
    """Lower case without diacritics and apostrophes."""
    bare = unicodedata.normalize("NFKD", text)
    kept = "".join(char for char in bare if not unicodedata.combining(char))
    return re.sub(r"['’`ʼ‘]", "", kept).lower()


def split_words(name: str) -> list[str]:
    """The words of a name in lower case, marks folded, dots of initials gone."""
    return [word.replace(".", "") for word in WORD.findall(fold_marks(name))]


def normal_name(name: str) -> str:
    """The form names are matched by: "H. Budi Santoso, S.H." and "Budi Santoso" give the same.

    Titles go only while a name remains: "Haji" alone stays what it is.
    """
    words = split_words(name)
    bare = [word for word in words if word not in TITLES]
    return expand(" ".join(bare or words))


def expand(name: str) -> str:
    """Short forms of offices written out: "kemhan belantara" is "kementerian pertahanan belantara"."""
    words = name.split()
    return " ".join(EXPANSIONS.get(word, word) if len(words) > 1 else word for word in words)


def sound(name: str) -> str:
    """One form for all transliterations of a normal name: zelensky, zelenskyy, zelenskiy, zelenskyi."""
    for pattern, plain in SOUNDS:
        name = pattern.sub(plain, name)
    return name


def initials(name: str) -> str:
    """The first letters of a normal name's words: "jaring sungai kencana" is "jsk"."""
    return "".join(word[0] for word in name.split())


def unnamed_form(name: str) -> str:
    """What an unnamed speaker is called: "Seorang pejabat bea cukai yang ..." is "pejabat bea cukai"."""
    short = CLOSING.sub("", UNNAMED.sub("", name.strip()))
    return expand(" ".join(split_words(short or name)))
