"""Shows a share as a percentage in the reader's language."""

from django import template
from django.utils import formats

register = template.Library()


@register.filter
def percent(share: float) -> str:
    """ "93,4 %" in Indonesian, "93.4 %" in English."""
    return f"{formats.number_format(round(share * 100, 1), 1)} %"
