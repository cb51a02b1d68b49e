"""Reads stories and links them without any database: the pure route from words to record."""

from collections.abc import Iterable

from claims.linking.linking import link_all
from claims.linking.telling import Printed, tell
from claims.linking.values import Joined, Linked, Told
from claims.nlp.reading import read
from claimtrack.newsroom.values import Story


def tell_story(story: Story) -> list[Told]:
    """The reports of one story."""
    text = "\n".join((story.title, *story.paragraphs))
    findings = read(text, published=story.published.date(), outlet=story.outlet)
    printed = Printed(story.key, story.outlet, 1, story.title, text, story.published, story.wire)
    return tell(printed, findings.statements)


def tell_stories(stories: Iterable[Story]) -> list[Told]:
    """The reports of all stories."""
    return [report for story in stories for report in tell_story(story)]


def link_told(told: Iterable[Told]) -> Linked:
    """The record of these reports."""
    return link_all(list(told), Joined())
