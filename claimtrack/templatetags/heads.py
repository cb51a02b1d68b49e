"""Says a page's words once where HTML wants them twice: for the browser and for a card that is shared."""

from html import unescape

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.template.context import Context
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString

register = template.Library()
SITE = "ClaimTrack"
LONGEST_DESCRIPTION = 300


class Twice(Node):
    """What stands between the tags, as two elements of the head."""

    def __init__(self, tag: str, nodelist: NodeList) -> None:
        self.tag = tag
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """The elements; whatever stood inside is made plain words first."""
        words = " ".join(unescape(strip_tags(self.nodelist.render(context))).split())
        return _titled(words) if self.tag == "titled" else _described(words)


@register.tag
def titled(parser: Parser, token: Token) -> Twice:
    """A page's title up to its end: after it the name of the site, on a card without.

    It opens before the tag, where a page may give it a language of its own.
    """
    return _twice(parser, token)


@register.tag
def described(parser: Parser, token: Token) -> Twice:
    """One sentence of what the page says."""
    return _twice(parser, token)


def _twice(parser: Parser, token: Token) -> Twice:
    nodelist = parser.parse((f"end{token.contents}",))
    parser.delete_first_token()
    return Twice(token.contents, nodelist)


def _titled(words: str) -> SafeString:
    whole = SITE if words == SITE else f"{words} · {SITE}"
    return format_html('{}</title>\n<meta property="og:title" content="{}">', whole, words)


def _described(words: str) -> SafeString:
    short = words if len(words) <= LONGEST_DESCRIPTION else words[: LONGEST_DESCRIPTION - 1].rstrip() + "…"
    both = '<meta name="description" content="{0}">\n<meta property="og:description" content="{0}">'
    return format_html(both, short)
