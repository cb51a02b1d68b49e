"""How figures of health and reasons of a state are written out."""

from django import template

from articles.health.wording import number_words, reason_of
from articles.models import Spell

register = template.Library()


@register.filter
def small(number: float) -> str:
    """ "2,9" or "1.200" in Indonesian: one decimal where the number is small and has one."""
    return number_words(number)


@register.filter
def why(spell: Spell) -> str:
    """Why a source is in its state, in words."""
    return reason_of(spell)
