"""Lets htmx answer links and forms in place; without JavaScript they stay what they are."""

from django import template
from django.utils.safestring import SafeString

register = template.Library()
IN_PLACE = SafeString('hx-boost="true" hx-target="#isi" hx-swap="outerHTML" hx-sync="#isi:replace"')


@register.simple_tag
def in_place() -> SafeString:
    """Attributes of an element whose links and forms change the page's main part and its address."""
    return IN_PLACE
