"""The whole reader against spaCy's blank Indonesian pipeline merely tokenising and splitting sentences."""

import spacy

from bench.samples import texts
from bench.timing import ratio
from claims.nlp.reading import read


def reader_vs_spacy() -> float:
    """How many times as long spaCy takes for the same texts."""
    pipeline = spacy.blank("id")
    pipeline.add_pipe("sentencizer")
    samples = texts()
    return ratio(lambda: [read(text) for text in samples], lambda: [pipeline(text) for text in samples])


def reader_linearity() -> float:
    """Time for a text of twice the length over the time for the text; 2.0 is linear."""
    text = "\n".join(texts())
    return ratio(lambda: read(text), lambda: read(f"{text}\n{text}"))
