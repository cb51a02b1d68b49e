"""The desk for what was said; importing it registers every model."""

from claims.admin import actors, record, reviews

__all__ = ["actors", "record", "reviews"]
