"""A small outlet on loopback that publishes stories day by day and may change its template."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from articles.models import Feed, Source
from tests.articles.fetching.hostile import Handler, Site, answer, running

XML = {"Content-Type": "application/rss+xml"}
WORDS = (
    "Bupati Sekar Wangi, Dewi Arum, mengatakan jembatan Kali Teduh dibuka lagi pada Senin.",
    "Ia menyebut perbaikan itu memakan waktu tiga bulan dan dikerjakan warga bersama dinas setempat.",
    "Ketua paguyuban pedagang Pasar Teduh, Bram Kusnadi, mengatakan pembeli mulai kembali sejak pagi.",
)
Template = Callable[["Story"], str]


@dataclass(frozen=True, slots=True)
class Story:
    """One story: its number, and when it was published."""

    number: int
    published: datetime

    @property
    def path(self) -> str:
        return f"/berita/{self.number}/jembatan-kali-teduh-{self.number}"

    @property
    def title(self) -> str:
        return f"Jembatan Kali Teduh dibuka lagi, bagian {self.number}"


@dataclass
class Outlet:
    """The running outlet: what it has published and how it prints a story."""

    site: Site
    template: Template
    stories: list[Story] = field(default_factory=list)

    def publish(self, moment: datetime, count: int) -> None:
        """Publish so many stories."""
        for _ in range(count):
            story = Story(len(self.stories) + 1, moment)
            self.stories.append(story)
            self.site.pages[story.path] = partial(self._show, story)

    def register(self) -> Source:
        """The outlet as a source that is on, with its feed."""
        home = self.site.url("/")
        source = Source.objects.create(
            slug="kabar-teduh", name="Kabar Teduh", home=home, enabled=True, pace=0.0
        )
        Feed.objects.create(source=source, url=self.site.url("/rss"))
        return source

    def _show(self, story: Story, handler: Handler) -> None:
        answer(body=self.template(story).encode())(handler)

    def feed(self, handler: Handler) -> None:
        """The feed: the newest twelve stories."""
        items = "".join(
            f"<item><title>{story.title}</title><link>{self.site.url(story.path)}</link></item>"
            for story in self.stories[-12:]
        )
        answer(body=f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), headers=XML)(handler)


@contextmanager
def changing_site() -> Iterator[Outlet]:
    """The outlet with its first template, on a free port."""
    with running({}) as site:
        outlet = Outlet(site, whole)
        site.pages["/rss"] = outlet.feed
        yield outlet


def whole(story: Story) -> str:
    """The first template: title, date, author and text are where readers look for them."""
    return _page(
        story,
        f'<meta property="article:published_time" content="{story.published.isoformat()}">'
        '<meta name="author" content="Sari Melati">',
        "".join(f"<p>{words}</p>" for words in WORDS),
    )


def undated(story: Story) -> str:
    """A new template that says neither when nor by whom."""
    return _page(story, "", "".join(f"<p>{words}</p>" for words in WORDS))


def scripted(story: Story) -> str:
    """A new template whose text is fetched by script."""
    return _page(story, "", '<div id="app"></div><script src="/app.js"></script>')


def _page(story: Story, head: str, body: str) -> str:
    return (
        f"<!doctype html><html lang='id'><head><title>{story.title}</title>"
        f"<meta property='og:type' content='article'>{head}</head>"
        f"<body><article><h1>{story.title}</h1>{body}</article></body></html>"
    )
