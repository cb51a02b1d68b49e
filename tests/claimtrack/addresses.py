"""The table that the permission test walks: the least role that each address and each desk action is for.

`visitor` is anybody. A row is the name of the address, the least role, and the method where it is not GET.
"""

from typing import NamedTuple


class Row(NamedTuple):
    """Who may open an address, and how it is asked."""

    least: str
    method: str = "GET"


OPEN, MEMBER, EDITOR, CURATOR = Row("visitor"), Row("analyst"), Row("editor"), Row("curator")
ADDRESSES: dict[str, Row] = {
    **dict.fromkeys(("healthz", "readyz", "metrics", "help", "privacy"), OPEN),
    "": OPEN,  # the desk's old door, which leads to the sign-in page
    "set_language": Row("visitor", "POST"),
    **dict.fromkeys(("accounts:login", "accounts:reset", "accounts:reset_sent"), OPEN),
    **dict.fromkeys(("accounts:reset_done", "accounts:reset_confirm", "accounts:take_up"), OPEN),
    "accounts:logout": Row("visitor", "POST"),
    **dict.fromkeys(("accounts:account", "accounts:password", "accounts:second_factor"), MEMBER),
    "accounts:end": Row("analyst", "POST"),
    "accounts:invitations": CURATOR,
    "accounts:withdraw": Row("curator", "POST"),
    "accounts:audit": CURATOR,
    **dict.fromkeys(("articles:sources", "articles:source", "articles:article"), OPEN),
    **dict.fromkeys(("claims:today", "claims:claims", "claims:claim", "claims:explore"), OPEN),
    **dict.fromkeys(("claims:compare", "claims:actors", "claims:actor", "claims:suggest"), OPEN),
    **dict.fromkeys(("claims:api", "claims:", "claims:feeds", "claims:accuracy"), OPEN),
    **dict.fromkeys(("claims:claim_data", "claims:claim_feed"), OPEN),
    **dict.fromkeys(("claims:review", "claims:review_next", "claims:review_item", "claims:gold"), EDITOR),
    **dict.fromkeys(("claims:review_whole", "claims:review_claim", "claims:review_report"), EDITOR),
    **dict.fromkeys(("claims:review_tie", "claims:review_merge", "claims:review_utterance"), EDITOR),
    "claims:suggest_claims": EDITOR,
    "claims:review_decisions": EDITOR,
    **dict.fromkeys(("claims:review_actor", "claims:review_actor_merge"), EDITOR),
    "claims:review_undo_one": Row("editor", "POST"),
    "claims:review_undo": Row("editor", "POST"),
    **dict.fromkeys(("claims:review_accept", "claims:review_assign", "claims:review_give"), EDITOR),
    "claims:review_batch": Row("editor", "POST"),
    "claims:review_looking": Row("editor", "POST"),
    "claims:review_reopen": Row("editor", "POST"),
    "claims:searches": MEMBER,
    "claims:search": Row("analyst", "POST"),
    "claims:save": Row("analyst", "POST"),
    **dict.fromkeys(("desk:proposals", "desk:proposal", "desk:takedown"), CURATOR),
    **dict.fromkeys(("desk:files", "desk:file", "desk:export"), CURATOR),
    "desk:start": Row("curator", "POST"),
    "desk:look_again": Row("curator", "POST"),
}
# Namespaces of which every address is for everybody: programs read what the pages show.
OPEN_NAMESPACES = ("api:",)

# Actions of the desk's lists, by name; `delete_selected` follows the permission table.
ACTIONS = {
    "fetch_again": "curator",
    "switch_on": "curator",
    "switch_off": "curator",
    "round_now": "curator",
    "pause": "curator",
    "go_on": "curator",
    "cleanup_expired_attempts": "admin",
    "forget_second_factor": "admin",
}
