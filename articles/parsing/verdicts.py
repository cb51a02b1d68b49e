"""What can be said of a page that yields no article; each verdict names what to do next."""


class ParseError(Exception):
    """A page that gives no article; `str()` is one line for the health page and the command line."""


class UnreadablePage(ParseError):
    """Not HTML that can be read (empty, binary, no element): look at the fetch, not at the layout."""


class NotAnArticle(ParseError):
    """HTML, but no news article: an index, an error page, a cookie wall. Do not fetch it again as one.

    `lacks` names the field (title, body) that kept it from being one; empty for a page of another make.
    """

    def __init__(self, message: str, *lacks: str) -> None:
        super().__init__(message)
        self.lacks = lacks


class LayoutMismatch(ParseError):
    """The layout that was asked for does not fit the page: write a new layout or leave it to the reader."""
