"""Seeds the registry of actors that need no introduction."""

from django.db import transaction

from claims.store.actors import seed_known


@transaction.atomic
def seed_actors() -> int:
    """Keep the well-known actors with their spellings; how many are new. Safe to run again."""
    return seed_known()
