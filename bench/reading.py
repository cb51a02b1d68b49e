"""The whole reader against spaCy's blank Indonesian pipeline merely tokenising and splitting sentences."""

import spacy

from bench.samples import demo_texts, texts
from bench.timing import ratio
from claims.nlp.reading import read


def reader_vs_spacy() -> float:
    """How many times as long spaCy takes for the same article bodies."""
    return _against_spacy(texts())


def reader_vs_spacy_dense() -> float:
    """The same for the demo's stories, where nearly every sentence is a statement."""
    return _against_spacy(demo_texts())


def reader_linearity() -> float:
    """Time for a text of twice the length over the time for the text; 2.0 is linear."""
    text = "\n".join(demo_texts())
    return ratio(lambda: read(text), lambda: read(f"{text}\n{text}"))


def _against_spacy(samples: list[str]) -> float:
    pipeline = spacy.blank("id")
    pipeline.add_pipe("sentencizer")
    return ratio(lambda: [read(text) for text in samples], lambda: [pipeline(text) for text in samples])
