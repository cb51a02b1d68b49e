"""The newsroom answers as a well-kept site does, and changes only what its later edition says."""

import http.client
import re
import socket

import pytest

from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import Newsroom, start_newsroom
from claimtrack.newsroom.values import Edition, Outlet
from tests.claimtrack.newsroom.asking import ask

ALL_OUTLETS = pytest.mark.parametrize("outlet", OUTLETS, ids=[outlet.slug for outlet in OUTLETS])
EDITED = "belantara-15-dewan-keamanan"
REMOVED = "belantara-20-konvoi-truk"


def all_addresses(newsroom: Newsroom) -> dict[str, str]:
    """The address of every story of the present edition by its key."""
    desks = [newsroom.desk(outlet.slug) for outlet in OUTLETS]
    return {story.key: desk.address(story) for desk in desks for story in desk.stories}


def all_pages(newsroom: Newsroom, addresses: dict[str, str]) -> dict[str, tuple[int, str]]:
    """Status and text of each address by key."""
    replies = {key: ask(address) for key, address in addresses.items()}
    return {key: (reply.status, reply.text) for key, reply in replies.items()}


@ALL_OUTLETS
def test_robots_txt_forbids_one_path_and_names_the_sitemap(newsroom: Newsroom, outlet: Outlet) -> None:
    base = newsroom.addresses[outlet.slug]
    reply = ask(f"{base}/robots.txt")
    assert reply.status == 200
    assert reply.headers.get_content_type() == "text/plain"
    assert [line for line in reply.text.splitlines() if line.startswith("Disallow")] == ["Disallow: /cari"]
    assert f"Sitemap: {base}{outlet.sitemap}" in reply.text


@ALL_OUTLETS
@pytest.mark.parametrize("listing", ["feed", "sitemap"])
def test_feed_and_sitemap_list_every_story(newsroom: Newsroom, outlet: Outlet, listing: str) -> None:
    desk = newsroom.desk(outlet.slug)
    reply = ask(desk.base + getattr(outlet, listing))
    assert reply.status == 200
    assert reply.headers.get_content_type() == "application/xml"
    assert len(desk.stories) >= 12
    for story in desk.stories:
        assert reply.text.count(f">{desk.address(story)}<") >= 1


@ALL_OUTLETS
def test_index_pages_together_list_every_story_once(newsroom: Newsroom, outlet: Outlet) -> None:
    desk = newsroom.desk(outlet.slug)
    first, second = (ask(f"{desk.base}{outlet.index}?page={page}") for page in (1, 2))
    assert 'rel="next"' in first.text
    assert 'rel="next"' not in second.text
    for story in desk.stories:
        assert (first.text + second.text).count(desk.address(story)) == 1


@ALL_OUTLETS
def test_every_story_page_shows_its_title_and_says_that_it_is_fiction(
    newsroom: Newsroom, outlet: Outlet
) -> None:
    desk = newsroom.desk(outlet.slug)
    for story in desk.stories:
        reply = ask(f"{desk.address(story)}?page=all")
        assert reply.status == 200
        assert reply.text.count(story.title) >= 4
        assert reply.text.count("Contoh fiksi") >= 4
        assert "$" not in reply.text


@ALL_OUTLETS
def test_head_gives_the_headers_of_get_without_a_body(newsroom: Newsroom, outlet: Outlet) -> None:
    desk = newsroom.desk(outlet.slug)
    address = desk.address(desk.stories[0])
    got, headed = ask(address), ask(address, "HEAD")
    assert headed.status == 200
    assert headed.text == ""
    for name in ("ETag", "Last-Modified", "Content-Length", "Content-Type"):
        assert headed.headers[name] == got.headers[name]


@ALL_OUTLETS
@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
def test_who_has_the_page_already_is_told_304(newsroom: Newsroom, outlet: Outlet, header: str) -> None:
    condition = {"ETag": "If_None_Match", "Last-Modified": "If_Modified_Since"}[header]
    desk = newsroom.desk(outlet.slug)
    for address in (desk.address(desk.stories[0]), desk.base + outlet.feed, desk.base + outlet.sitemap):
        value = ask(address).headers[header]
        again = ask(address, **{condition: value})
        assert (again.status, again.text) == (304, "")


def test_a_wrong_etag_outweighs_a_fresh_date(newsroom: Newsroom) -> None:
    desk = newsroom.desk("kabar-pagi")
    address = desk.address(desk.stories[0])
    date = ask(address).headers["Last-Modified"]
    assert ask(address, If_None_Match='"other"', If_Modified_Since=date).status == 200
    assert ask(address, If_Modified_Since="not a date").status == 200


def test_an_unknown_address_is_404(newsroom: Newsroom) -> None:
    for base in newsroom.addresses.values():
        assert ask(f"{base}/berita/1/tidak-ada").status == 404


def test_the_later_edition_edits_one_page_and_removes_one(newsroom: Newsroom) -> None:
    addresses = all_addresses(newsroom)
    before = all_pages(newsroom, addresses)
    newsroom.later()
    after = all_pages(newsroom, addresses)
    assert {key for key in addresses if before[key] != after[key]} == {EDITED, REMOVED}
    assert after[REMOVED][0] == 410
    assert set(addresses) - set(all_addresses(newsroom)) == {REMOVED}


def test_the_silent_edit_changes_a_quote_and_no_date_on_the_page(newsroom: Newsroom) -> None:
    address = all_addresses(newsroom)[EDITED]
    before = ask(address)
    newsroom.later()
    after = ask(address, If_None_Match=before.headers["ETag"])
    assert after.status == 200
    assert before.text.replace("Laporan itu serius dan sedang", "Laporan itu sedang") == after.text
    assert before.headers["Last-Modified"] != after.headers["Last-Modified"]


def test_only_a_post_turns_to_the_later_edition(newsroom: Newsroom) -> None:
    control = f"{newsroom.addresses['warta-nusa']}/_newsroom/later"
    assert ask(control).status == 404
    assert ask(f"{newsroom.addresses['warta-nusa']}/", "POST").status == 405
    assert newsroom.desk("suara-kota").gone == ()
    assert ask(control, "POST").status == 204
    assert newsroom.edition is Edition.LATER


def test_the_log_tells_conditional_requests_from_plain_ones(newsroom: Newsroom) -> None:
    address = f"{newsroom.addresses['suara-kota']}/rss/terkini.xml"
    etag = ask(address).headers["ETag"]
    ask(address, If_None_Match=etag)
    logged = [(r.outlet, r.method, r.target, r.status, r.conditional) for r in newsroom.requests]
    assert logged == [
        ("suara-kota", "GET", "/rss/terkini.xml", 200, False),
        ("suara-kota", "GET", "/rss/terkini.xml", 304, True),
    ]


def test_a_long_story_of_warta_nusa_is_split_and_whole_on_demand(newsroom: Newsroom) -> None:
    desk = newsroom.desk("warta-nusa")
    story = desk.story("lain-08-festival-perahu")
    address = desk.address(story)
    pages = [ask(address + query).text for query in ("", "?page=2", "?page=all")]
    first, second, whole = (re.sub(r"</?a\b[^>]*>", "", page) for page in pages)
    assert "Halaman:" in first
    assert "Halaman:" not in whole
    for paragraph in story.paragraphs[1:]:
        assert (paragraph in first) != (paragraph in second)
        assert paragraph in whole


def test_warta_nusa_links_its_first_tag_inside_the_text(newsroom: Newsroom) -> None:
    desk = newsroom.desk("warta-nusa")
    text = ask(desk.address(desk.story("lain-02-harga-cabai"))).text
    assert 'class="inner-link-tag">harga cabai</a>' not in text  # the text has it in capitals only
    text = ask(desk.address(desk.story("belantara-15-dewan-keamanan"))).text
    assert text.count('class="inner-link-tag">Dewan Keamanan Kawasan</a>') == 1


def test_the_newsroom_listens_on_loopback_alone_and_frees_its_ports() -> None:
    with start_newsroom((0, 0, 0)) as running:
        ports = running.ports
        assert all(base.startswith("http://127.0.0.1:") for base in running.addresses.values())
    for port in ports:
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.1", port), timeout=2).close()


def test_a_taken_port_is_named_and_nothing_stays_open(newsroom: Newsroom) -> None:
    with pytest.raises(OSError, match=r"in use") as caught:
        start_newsroom((0, 0, newsroom.ports[0]))
    assert caught.value.filename == f"127.0.0.1:{newsroom.ports[0]}"


def test_one_connection_serves_several_requests(newsroom: Newsroom) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", newsroom.ports[0], timeout=10)
    for _ in range(3):
        connection.request("GET", "/robots.txt")
        assert connection.getresponse().read().startswith(b"User-agent")
    connection.close()


def test_the_later_edition_can_be_served_from_the_start() -> None:
    with start_newsroom((0, 0, 0), Edition.LATER) as running:
        desk = running.desk("suara-kota")
        assert [story.key for story in desk.gone] == [REMOVED]
        assert ask(desk.address(desk.gone[0])).status == 410
        assert desk.address(desk.gone[0]) not in ask(desk.base + desk.outlet.feed).text


def test_a_newsroom_needs_a_port_for_each_outlet() -> None:
    with pytest.raises(ValueError, match="3 outlets: give 3 ports, not 2"):
        start_newsroom((0, 0))
