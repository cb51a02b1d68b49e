"""What the API's lists may be asked; the pages take the same parameters."""

from ninja import Schema
from pydantic import Field

CURSOR = Field("", description="the `next` of the page before")
ANY: list[str] = Field([], description="may be given several times: any of them")


class ReportQuery(Schema):
    """The filters of reports, as on the page that explores them."""

    q: str = Field("", description='words in words said, speaker and headline: AND, OR, -word, "phrase"')
    actor: list[str] = ANY
    kind: list[str] = ANY
    stance: list[str] = ANY
    status: list[str] = ANY
    quote: list[str] = ANY
    outlet: list[str] = ANY
    first: str = Field("", alias="from", description="first day, YYYY-MM-DD")
    last: str = Field("", alias="to", description="last day, YYYY-MM-DD")
    sort: str = Field("newest", description="newest or oldest")
    page: str = CURSOR


class ClaimQuery(Schema):
    """The filters of claims."""

    q: str = Field("", description="words of the title")
    status: str = Field("", description="disputed, unanswered or asserted")
    page: str = CURSOR


class ActorQuery(Schema):
    """The filters of actors."""

    q: str = Field("", description="how a word of the name begins")
    status: str = Field("", description="person, organisation, government, outlet, document or unnamed")
    page: str = CURSOR


class ArticleQuery(Schema):
    """The filters of articles."""

    outlet: str = Field("", description="the outlet's slug")
    page: str = CURSOR
