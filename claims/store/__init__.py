"""Turns findings and links into rows; import from here."""

from claims.store.links import link_reading, relink_topics
from claims.store.merging import NotMergeable, merge_actors, split_actor
from claims.store.readings import save_failure, save_reading, waiting

__all__ = [
    "NotMergeable",
    "link_reading",
    "merge_actors",
    "relink_topics",
    "save_failure",
    "save_reading",
    "split_actor",
    "waiting",
]
