"""Names the app that knows who works here and what each may do."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """The app `accounts`: it knows no other app of the house."""

    name = "accounts"
    verbose_name = _("Akun")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what follows a sign-in, a change of group and a migration."""
        autodiscover_modules("signals")
