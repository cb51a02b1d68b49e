"""The desk for what was published; importing it registers every model."""

from articles.admin import arrivals, articles, proposals, sources

__all__ = ["arrivals", "articles", "proposals", "sources"]
