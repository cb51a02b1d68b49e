"""Warta Nusa: a fictional outlet in the page markup of kompas.com (2023 onward), with paging."""

import html

from claimtrack.newsroom.values import Desk, Outlet, Story
from claimtrack.newsroom.wording import in_utc, link, linked_data, paragraph, slugify

ONE_PAGE_LENGTH = 7
FIRST_PAGE_LENGTH = 4
RECOMMENDATION = (
    '<div class="kompasidRec newsletter"><div class="kompasidRec__title">Pilihan pembaca</div>'
    "<div>Langganan surel pagi Warta Nusa, gratis tiap hari kerja.</div></div>"
)


def story_path(story: Story) -> str:
    """ "/read/2024/10/15/090500315/judul-berita"."""
    local = story.published
    return f"/read/{local:%Y/%m/%d}/{local:%H%M%S}{local.day + 300}/{slugify(story.title)}"


def story_fields(desk: Desk, story: Story, page: str) -> dict[str, str]:
    """The template's own fields; `page` "all" shows a long story whole, "2" its second page."""
    local = story.published
    return {
        "date": f"{local:%d/%m/%Y, %H:%M} WIB",
        "local_time": f"{local:%Y-%m-%d %H:%M:%S}",
        "utc_time": in_utc(local),
        "source": html.escape(story.wire),
        "linked_data": linked_data(desk, story, in_utc(local)),
        "body": "\n".join(body(desk, story, page)),
        "paging": paging(desk, story, page),
        "tags": "\n".join(tag_item(desk, tag) for tag in story.tags),
    }


def body(desk: Desk, story: Story, page: str) -> list[str]:
    """The paragraphs of one page with inline links and a box between them."""
    parts = link_first_tag(desk, story, [paragraph(words) for words in shown_paragraphs(story, page)])
    if page != "2":
        dateline = f"<strong>{html.escape(story.dateline.upper())}, WARTANUSA.test -</strong> "
        parts[0] = "<p>" + dateline + parts[0].removeprefix("<p>")
        parts.insert(2, RECOMMENDATION)
        for place, key in enumerate(story.read_also):
            parts.insert(4 + 2 * place, read_also_line(desk, desk.story(key)))
    if story.wire:
        parts.append(paragraph(f"Sumber: {story.wire}"))
    return parts


def shown_paragraphs(story: Story, page: str) -> tuple[str, ...]:
    """Which paragraphs stand on this page of the story."""
    if page == "all" or len(story.paragraphs) <= ONE_PAGE_LENGTH:
        return story.paragraphs
    if page == "2":
        return story.paragraphs[FIRST_PAGE_LENGTH:]
    return story.paragraphs[:FIRST_PAGE_LENGTH]


def link_first_tag(desk: Desk, story: Story, parts: list[str]) -> list[str]:
    """The paragraphs with the first tag's first occurrence made a link, as kompas.com does by machine."""
    tag = html.escape(story.tags[0])
    anchor = link(f"{desk.base}/tag/{slugify(tag)}", story.tags[0], ' class="inner-link-tag"')
    place = next((number for number, part in enumerate(parts) if tag in part), None)
    if place is None:
        return parts
    return [*parts[:place], parts[place].replace(tag, anchor, 1), *parts[place + 1 :]]


def read_also_line(desk: Desk, other: Story) -> str:
    """The bold line with a link that kompas.com puts between paragraphs."""
    anchor = link(desk.address(other), other.title, ' class="inner-link-baca-juga" target="_self"')
    return f"<p><strong>Baca juga: {anchor}</strong></p>"


def paging(desk: Desk, story: Story, page: str) -> str:
    """The "Halaman: 1 2 Show All" block under a story that is shown in pieces."""
    if page == "all" or len(story.paragraphs) <= ONE_PAGE_LENGTH:
        return ""
    address = desk.address(story)
    items = [("1", address), ("2", f"{address}?page=2"), ("Show All", f"{address}?page=all")]
    links = "".join(
        f'<div class="paging__item">{link(target, name, " class=paging__link")}</div>'
        for name, target in items
    )
    return (
        '<div class="read__paging clearfix"><div class="paging paging--article">'
        f'<div class="paging__teaser">Halaman:</div>{links}</div></div>'
    )


def tag_item(desk: Desk, tag: str) -> str:
    """One entry of the tag list under the story."""
    target = f"{desk.base}/tag/{slugify(tag)}"
    return f'<li class="tag__article__item">{link(target, tag, " class=tag__article__link")}</li>'


WARTA_NUSA = Outlet(
    slug="warta-nusa",
    name="Warta Nusa",
    feed="/feed/terkini.xml",
    sitemap="/sitemap-news.xml",
    index="/indeks",
    story_path=story_path,
    story_fields=story_fields,
)
