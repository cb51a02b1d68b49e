"""Turns findings and links into rows; import from here."""

from claims.store.links import link_reading
from claims.store.readings import save_failure, save_reading, waiting

__all__ = ["link_reading", "save_failure", "save_reading", "waiting"]
