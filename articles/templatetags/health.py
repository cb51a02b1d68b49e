"""How figures of health are written out."""

from django import template

from articles.health.wording import number_words

register = template.Library()


@register.filter
def small(number: float) -> str:
    """ "2,9" or "1.200" in Indonesian: one decimal where the number is small and has one."""
    return number_words(number)
