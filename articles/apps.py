"""Names the app that holds what was published."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """What was published: sources, fetches, articles and their revisions."""

    name = "articles"
    verbose_name = _("Artikel dan sumber")
