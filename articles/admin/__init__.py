"""The desk for what was published; importing it registers every model."""

from articles.admin import arrivals, articles, health, imports, proposals, sources, takedowns

__all__ = ["arrivals", "articles", "health", "imports", "proposals", "sources", "takedowns"]
