"""Kabar Pagi: a fictional outlet in the page markup of detik.com (2023 onward)."""

import html

from claimtrack.newsroom.values import Desk, Outlet, Story
from claimtrack.newsroom.wording import initials, link, linked_data, paragraph, short_date, slugify

ADVERTISEMENT = (
    '<div class="clearfix"></div><div class="parallaxindetail scrollpage"><p class="para_caption">'
    'ADVERTISEMENT</p><div class="ads-scrollpage-container"><div class="ads-scrollpage-banner">'
    '<div id="div-gpt-ad-1"></div></div></div>'
    '<p class="para_caption">SCROLL TO CONTINUE WITH CONTENT</p></div>'
)


def story_path(story: Story) -> str:
    """ "/internasional/d-7140815/judul-berita": the number tells the minute apart."""
    number = f"7{story.published:%d%H%M}"
    return f"/{slugify(story.section)}/d-{number}/{slugify(story.title)}"


def story_fields(desk: Desk, story: Story, _page: str) -> dict[str, str]:
    """The template's own fields; this outlet never splits a story, so the page asked for changes nothing."""
    local = story.published
    return {
        "date": short_date(local),
        "publish_date": f"{local:%Y/%m/%d %H:%M:%S}",
        # detik's pubdate has hyphens in its time and calls local time Z; readers must not trust it
        "pubdate": f"{local:%Y-%m-%dT%H-%M-%SZ}",
        "linked_data": linked_data(desk, story, local.isoformat()),
        "body": body(desk, story),
        "tags": "\n".join(link(f"{desk.base}/tag/{slugify(t)}", t, ' class="nav__item"') for t in story.tags),
    }


def body(desk: Desk, story: Story) -> str:
    """Paragraphs with the advertisement, the "Baca juga" tables and the desk's initials between them."""
    parts = [f"<strong>{html.escape(story.dateline)}</strong> - {paragraph(story.paragraphs[0])}"]
    parts += [paragraph(words) for words in story.paragraphs[1:]]
    parts.insert(2, ADVERTISEMENT)
    for place, key in enumerate(story.read_also):
        parts.insert(4 + 2 * place, read_also_table(desk, desk.story(key)))
    if story.wire:
        parts.append(paragraph(f"Sumber: {story.wire}"))
    parts.append(f"<br><br><strong>({initials(story.byline)}/{initials(story.editor)})</strong>")
    return "\n".join(parts)


def read_also_table(desk: Desk, other: Story) -> str:
    """The boxed link that detik puts between paragraphs."""
    return (
        '<table class="linksisip"><tbody><tr><td><div class="lihatjg"><strong>Baca juga: </strong>'
        f"{link(desk.address(other), other.title)}</div></td></tr></tbody></table>"
    )


KABAR_PAGI = Outlet(
    slug="kabar-pagi",
    name="Kabar Pagi",
    feed="/index.php/kabarpagi",
    sitemap="/berita/sitemap_news.xml",
    index="/indeks",
    story_path=story_path,
    story_fields=story_fields,
)
