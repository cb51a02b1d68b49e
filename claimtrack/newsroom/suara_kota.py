"""Suara Kota: a fictional outlet in the page markup of antaranews.com."""

from claimtrack.newsroom.values import Desk, Outlet, Story
from claimtrack.newsroom.wording import link, linked_data, long_date, paragraph, slugify


def story_path(story: Story) -> str:
    """ "/berita/4141640/judul-berita": the number tells the minute apart."""
    return f"/berita/4{story.published:%d%H%M}/{slugify(story.title)}"


def story_fields(desk: Desk, story: Story, _page: str) -> dict[str, str]:
    """The template's own fields; this outlet never splits a story, so the page asked for changes nothing."""
    return {
        "date": long_date(story.published),
        "year": str(story.published.year),
        "linked_data": linked_data(desk, story, story.published.isoformat()),
        "body": body(desk, story),
        "tags": "\n".join(tag_item(desk, tag) for tag in story.tags),
    }


def body(desk: Desk, story: Story) -> str:
    """Paragraphs with the dateline in the first and "Baca juga" lines between them."""
    first = f"{story.dateline} (SUARA KOTA) - {story.paragraphs[0]}"
    parts = [paragraph(words) for words in (first, *story.paragraphs[1:])]
    for place, key in enumerate(story.read_also):
        parts.insert(3 + 2 * place, read_also_line(desk, desk.story(key)))
    if story.wire:
        parts.append(paragraph(f"Sumber: {story.wire}"))
    return "\n".join(parts)


def read_also_line(desk: Desk, other: Story) -> str:
    """The linked line that antaranews puts between paragraphs."""
    return f'<p><span class="baca-juga"><b>Baca juga: {link(desk.address(other), other.title)}</b></span></p>'


def tag_item(desk: Desk, tag: str) -> str:
    """One entry of the tag list under the story."""
    return f'<li class="list-inline-item">{link(f"{desk.base}/tag/{slugify(tag)}", tag)}</li>'


SUARA_KOTA = Outlet(
    slug="suara-kota",
    name="Suara Kota",
    feed="/rss/terkini.xml",
    sitemap="/sitemap-news.xml",
    index="/terkini",
    story_path=story_path,
    story_fields=story_fields,
)
