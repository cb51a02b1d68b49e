"""The desk for what was said; importing it registers every model."""

from claims.admin import actors, queue, record, reviews

__all__ = ["actors", "queue", "record", "reviews"]
