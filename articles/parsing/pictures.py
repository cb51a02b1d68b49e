"""Finds the main picture of an article and the words under it."""

from lxml.etree import _Element as HtmlElement

from articles.parsing.blocks import absolute
from articles.parsing.body import Body
from articles.parsing.evidence import PageEvidence, selected_values
from articles.parsing.furniture import CAPTION_NAME
from articles.parsing.linked_data import as_list
from articles.parsing.markup import Markup, plain_text

IMAGE_METAS = (
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
    "image",
)
SOURCE_ATTRIBUTES = ("data-src", "data-original", "content", "href", "src")
SHORTEST_CAPTION, LONGEST_CAPTION = 10, 500


def find_image(evidence: PageEvidence) -> str | None:
    """The absolute address of the picture."""
    declared = evidence.markup.select_first(evidence.layout.image)
    stated = [image_source(element) for element in declared[:1]]
    stated += [evidence.metas.first(*IMAGE_METAS), linked_image(evidence)]
    addresses = (absolute(value, evidence.page.url) for value in stated if value)
    return next((address for address in addresses if address.startswith("http")), None)


def image_source(element: HtmlElement) -> str:
    """Where an image element, or the first one in an element, has its picture from."""
    image = (
        element
        if element.tag in ("img", "meta", "amp-img", "link")
        else next(element.iter("img", "amp-img"), None)
    )
    if image is None:
        return ""
    return next((value for name in SOURCE_ATTRIBUTES if (value := image.get(name))), "")


def linked_image(evidence: PageEvidence) -> str:
    """The picture that linked data name."""
    for image in as_list(evidence.linked.article.get("image")):
        address = image.get("url") if isinstance(image, dict) else image
        if isinstance(address, str):
            return address
    return ""


def find_caption(evidence: PageEvidence, body: Body) -> str | None:
    """The words under the main picture: as declared, or the first caption on the page."""
    declared = selected_values(evidence.markup, evidence.layout.caption)
    candidates = [*declared[:1], *page_captions(evidence.markup), *body.captions]
    return next((one for one in candidates if SHORTEST_CAPTION <= len(one) <= LONGEST_CAPTION), None)


def page_captions(markup: Markup) -> list[str]:
    """The text of the first caption of each make."""
    makes = [markup.tags.get("figcaption", [])]
    makes += [elements for name, elements in markup.classes.items() if CAPTION_NAME.search(name)]
    makes += [elements for name, elements in markup.ids.items() if CAPTION_NAME.search(name)]
    return [plain_text(elements[0]) for elements in makes[:6] if elements]
