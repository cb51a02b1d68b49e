"""The canonical form of an article's address, so that one story is one Article under every address."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from articles.publishers.base import Publisher, UrlRules

PLAIN_RULES = UrlRules()
DEFAULT_PORTS = {"http": 80, "https": 443}
TRACKING = re.compile(
    r"(utm_\w+|fb\w*clid|gclid|dclid|gbraid|wbraid|yclid|msclkid|igshid|mc_[ce]id|_ga|_gl|ref|ref_?src|"
    r"source|src|from|medium|campaign|tag_from|cx_\w+|fromref|share|sharetype|smid|ncid|ocid|xtor|"
    r"at_\w+|maca|s_kwcid|spm|amp_\w+|usqp|tblci|clickid|navbar|mtype|ytb_clickid)",
    re.IGNORECASE,
)
PAGING = re.compile(
    r"(page|hal|halaman|p|single|showpage|all|show_?all|view|amp|outputtype|output|m|nomobile|mobile|alt_?amp|"
    r"lgn_method|jxconn|jxrecoid|jxrec\w*)",
    re.IGNORECASE,
)
PHONE_HOST = re.compile(r"^(?:m|amp|mobile|wap)\.(?=[^.]+\.[^.]+)")
AMP_PATH = re.compile(
    r"(?:(?<=.)/amp/?|(?<=\.html)/amp/?|/all/?|\.amp(?=\.html$|$)|^/amp(?=/.))$|^/amp(?=/.)"
)


def canonical_address(url: str, publisher: Publisher | None = None) -> str:
    """The one address of the article at `url`: no tracking, paging, fragment or phone and AMP forms.

    Known outlets are always https; of an unknown site the scheme and all telling parameters are kept.
    Raises ValueError when `url` has no host (as urllib does for a broken port or IPv6 literal).
    """
    parts = urlsplit(url.strip())
    if not parts.hostname:
        raise ValueError(f"not an absolute web address: {url[:200]!r}")
    rules = publisher.urls if publisher else PLAIN_RULES
    host, path = canonical_place(parts, rules)
    if publisher and host in publisher.hosts and not rules.bare_host:
        host = "www." + host
    query = canonical_query(parts.query, publisher)
    scheme = rules.scheme if publisher else parts.scheme.lower()
    return urlunsplit((scheme, host + kept_port(parts), path, query, ""))


def canonical_place(parts: SplitResult, rules: UrlRules) -> tuple[str, str]:
    """Host and path after the site's own rewrites and the phone and AMP forms."""
    place = (parts.hostname or "").rstrip(".") + re.sub(r"/{2,}", "/", parts.path or "/")
    for pattern, replacement in rules.rewrites:
        place = re.sub(pattern, replacement, place)
    host, _, path = place.partition("/")
    host = PHONE_HOST.sub("www.", host)
    path = "/" + (path.lower() if rules.lower_path else path)
    return host, slashed(AMP_PATH.sub("", path) or "/", rules.trailing_slash)


def slashed(path: str, wanted: bool | None) -> str:
    """The path with or without its last slash, as the site has it; the root keeps its own."""
    if wanted is None or path == "/":
        return path
    bare = path.rstrip("/")
    return bare + "/" if wanted and "." not in bare.rpartition("/")[2] else bare


def canonical_query(query: str, publisher: Publisher | None) -> str:
    """The parameters that tell articles apart, in one order."""
    pairs = parse_qsl(query, keep_blank_values=False)
    if publisher:
        kept = [pair for pair in pairs if pair[0] in publisher.urls.keep]
    else:
        kept = [pair for pair in pairs if not (TRACKING.fullmatch(pair[0]) or is_paging(*pair))]
    return urlencode(sorted(kept))


def is_paging(name: str, value: str) -> bool:
    """Whether a parameter only says which page or view; in WordPress `p=12345` is an article."""
    if name.lower() == "p":
        return len(value) < 3
    return PAGING.fullmatch(name) is not None


def kept_port(parts: SplitResult) -> str:
    """ ":8099" where the port is not the scheme's own."""
    if parts.port is None or parts.port == DEFAULT_PORTS.get(parts.scheme.lower()):
        return ""
    return f":{parts.port}"


def one_page_address(url: str, publisher: Publisher) -> str:
    """The address that shows all pages of the article at once, `url` itself where the site has none."""
    suffix = publisher.urls.one_page
    if not suffix:
        return url
    plain = canonical_address(url, publisher)
    if suffix.startswith("?") and "?" in plain:
        return f"{plain}&{suffix[1:]}"
    return plain + suffix


def is_article_address(url: str, publisher: Publisher) -> bool:
    """Whether the address has the form of this outlet's articles; True where the form is not known."""
    parts = urlsplit(url)
    place = (parts.hostname or "") + parts.path
    return not publisher.urls.article or re.search(publisher.urls.article, place) is not None
