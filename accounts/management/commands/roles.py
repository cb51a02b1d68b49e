"""`manage.py roles > docs/roles.md`: print the permission table."""

from django.core.management.base import BaseCommand

from accounts.roles import role_page


class Command(BaseCommand):
    """Print docs/roles.md."""

    help = "Print the page of roles and permissions (docs/roles.md)."
    requires_system_checks = []

    def handle(self, **_: object) -> None:
        """One line after the other."""
        self.stdout.write("\n".join(role_page()))
