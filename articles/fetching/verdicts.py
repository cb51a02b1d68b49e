"""The verdicts of one fetch: how it ended, and the error that carries a bad end."""

from enum import StrEnum


class Verdict(StrEnum):
    """How one fetch ended; stored on the Fetch row and shown on the health page.

    `not_a_listing` and `not_an_article` are given by whoever reads the page, after a fetch that went well;
    `worker_lost` is given to a page on which workers died again and again.
    """

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    BAD_ADDRESS = "bad_address"
    BLOCKED_ADDRESS = "blocked_address"
    UNRESOLVED = "unresolved"
    CONNECTION_FAILED = "connection_failed"
    TLS_FAILED = "tls_failed"
    TIMED_OUT = "timed_out"
    BROKEN_ANSWER = "broken_answer"
    TRUNCATED = "truncated"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    GONE = "gone"
    HTTP_ERROR = "http_error"
    SLOW_DOWN = "slow_down"
    REFUSED_BY_ROBOTS = "refused_by_robots"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    NOT_OUR_TURN = "not_our_turn"
    PACE_UNAVAILABLE = "pace_unavailable"
    QUIET_HOURS = "quiet_hours"
    DAILY_CAP = "daily_cap"
    NOT_A_LISTING = "not_a_listing"
    NOT_AN_ARTICLE = "not_an_article"
    WORKER_LOST = "worker_lost"


TEMPORARY = frozenset(
    {
        Verdict.UNRESOLVED,
        Verdict.CONNECTION_FAILED,
        Verdict.TIMED_OUT,
        Verdict.BROKEN_ANSWER,
        Verdict.TRUNCATED,
        Verdict.SLOW_DOWN,
        Verdict.ROBOTS_UNREACHABLE,
        Verdict.NOT_OUR_TURN,
        Verdict.PACE_UNAVAILABLE,
        Verdict.QUIET_HOURS,
        Verdict.DAILY_CAP,
    }
)
# Nothing was sent and nothing is known of the site: no try that counts, and no exchange to keep a row of.
POSTPONED = frozenset(
    {Verdict.NOT_OUR_TURN, Verdict.PACE_UNAVAILABLE, Verdict.QUIET_HOURS, Verdict.DAILY_CAP}
)
# What a source's health counts: the site did its part, or it failed. All other verdicts are about us.
ANSWERS = frozenset(
    {Verdict.OK, Verdict.NOT_MODIFIED, Verdict.GONE, Verdict.WRONG_TYPE, Verdict.NOT_AN_ARTICLE}
)
FAILURES = frozenset(
    {
        Verdict.UNRESOLVED,
        Verdict.CONNECTION_FAILED,
        Verdict.TLS_FAILED,
        Verdict.TIMED_OUT,
        Verdict.BROKEN_ANSWER,
        Verdict.TRUNCATED,
        Verdict.UNDECODABLE,
        Verdict.TOO_LARGE,
        Verdict.TOO_MANY_REDIRECTS,
        Verdict.HTTP_ERROR,
        Verdict.SLOW_DOWN,
        Verdict.ROBOTS_UNREACHABLE,
        Verdict.NOT_A_LISTING,
    }
)


class FetchError(Exception):
    """A fetch that gave no page; the message is one line that says what happened and what to do.

    `temporary` says whether the same request may go well later, `retry_after` (seconds) when to come back if
    the site or our own pace named a time, `status` the HTTP status where there was one, `seconds` how long
    the site took before it failed.
    """

    def __init__(
        self,
        verdict: Verdict,
        message: str,
        *,
        temporary: bool | None = None,
        retry_after: float | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(verdict, message)
        self.verdict = verdict
        self.message = message
        self.temporary = verdict in TEMPORARY if temporary is None else temporary
        self.retry_after = retry_after
        self.status = status
        self.seconds = 0.0

    def __str__(self) -> str:
        return self.message
