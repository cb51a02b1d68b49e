"""Our parser against trafilatura's fast mode on the same pages: real ones where they are at hand."""

from functools import partial
from statistics import median

from trafilatura import bare_extraction

from articles.parsing.article import parse_article
from articles.values import Page
from bench.samples import NOON, real_pages
from bench.timing import ratio


def parser_vs_trafilatura() -> float:
    """How many times as long trafilatura takes for a page, with title and times, at the median page."""
    return median(_ratios())


def parser_vs_trafilatura_slowest() -> float:
    """The same for the page where we are least ahead."""
    return min(_ratios())


def parser_linearity() -> float:
    """Time for a page of four times the paragraphs over the time for the page; 4.0 is linear."""
    short, long = (_page_of(count) for count in (500, 2000))
    return ratio(lambda: parse_article(short), lambda: parse_article(long))


def _ratios() -> list[float]:
    return [ratio(partial(parse_article, page), partial(_theirs, page)) for page in real_pages()]


def _theirs(page: Page) -> object:
    return bare_extraction(page.body, url=page.url, fast=True, with_metadata=True)


def _page_of(paragraphs: int) -> Page:
    line = "<p>Ini paragraf yang cukup panjang untuk sebuah berita, nomor {}.</p>"
    text = "".join(line.format(number) for number in range(paragraphs))
    title = "Judul berita contoh"
    html = f"<html><head><title>{title}</title></head><article><h1>{title}</h1>{text}</article></html>"
    return Page(url="https://contoh.example/berita/1", body=html.encode(), fetched_at=NOON)
