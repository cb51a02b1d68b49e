"""Gives a database the declared outlets (switched off), the known actors and a first admin."""

from django.core.management.base import BaseCommand

from claims.registry import seed_actors
from claimtrack.seeding import seed_admin, seed_sources


class Command(BaseCommand):
    """Seed; safe to run again."""

    help = "Register the declared outlets (switched off) and the known actors; make a first admin account."

    def handle(self, **_: object) -> None:
        """Seed and say what is new."""
        self.stdout.write(f"{seed_sources()} new sources, {seed_actors()} new actors")
        account = seed_admin()
        if account:
            self.stdout.write(f"admin account {account.name!r}, one-time password {account.password}")
