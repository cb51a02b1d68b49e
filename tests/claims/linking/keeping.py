"""Keeps stories as revisions and takes them through reading and linking, in any order."""

from collections.abc import Iterable
from hashlib import sha256

from django.utils.text import slugify

from articles.models import Article, Revision, Source
from claims.desk import read_and_link
from claimtrack.newsroom.values import Story


def keep_story(story: Story, number: int = 1) -> Revision:
    """A revision of the story's article, as the store would keep it."""
    slug = slugify(story.outlet)
    source, _ = Source.objects.get_or_create(
        slug=slug, defaults={"name": story.outlet, "home": f"https://{slug}.example/"}
    )
    article, _ = Article.objects.get_or_create(
        url=f"https://{slug}.example/{story.key}", defaults={"source": source}
    )
    body = "\n".join(story.paragraphs)
    return Revision.objects.create(
        article=article,
        number=number,
        title=story.title,
        body=body,
        dateline=story.dateline,
        published=story.published,
        fetched=story.changed,
        source_credit=story.wire,
        content_hash=sha256(f"{story.title}\n{body}".encode()).hexdigest(),
    )


def link_stories(stories: Iterable[Story]) -> None:
    """Keep, read and link each story in this order."""
    for story in stories:
        read_and_link(keep_story(story).pk)
