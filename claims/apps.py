"""Names the app that holds what was said."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class ClaimsConfig(AppConfig):
    """What was said: actors, utterances, claims and the stances between them."""

    name = "claims"
    verbose_name = _("Klaim dan aktor")

    def ready(self) -> None:
        """Let decisions be logged."""
        autodiscover_modules("signals")
