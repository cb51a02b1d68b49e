"""The rows of what was published; import them from here."""

from articles.models.archives import Archive
from articles.models.arrivals import Fetch, Lead
from articles.models.articles import Article, Revision
from articles.models.backfills import Backfill
from articles.models.days import SourceDay
from articles.models.imports import BadLine, SourceImport
from articles.models.proposals import Proposal
from articles.models.sources import Feed, Source
from articles.models.spells import Alert, Spell
from articles.models.takedowns import TakeDown

__all__ = [
    "Alert",
    "Archive",
    "Article",
    "Backfill",
    "BadLine",
    "Feed",
    "Fetch",
    "Lead",
    "Proposal",
    "Revision",
    "Source",
    "SourceDay",
    "SourceImport",
    "Spell",
    "TakeDown",
]
