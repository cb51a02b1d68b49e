"""Every named address of the site, as pages to open; a new one without an entry fails a test."""

from collections.abc import Callable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.browsing import Browsing

# Opened by anybody. One name may have several states worth looking at.
PAGES: dict[str, Callable[[Browsing], tuple[str, ...]]] = {
    "help": lambda _: ("/bantuan/",),
    "privacy": lambda _: ("/privasi/",),
    "claims:today": lambda _: ("/",),
    "claims:claims": lambda _: ("/claims/", "/claims/?q=tidakada", "/claims/?status=disputed&page=x"),
    "claims:claim": lambda b: (
        b.dispute.claim.get_absolute_url(),
        f"{b.dispute.claim.get_absolute_url()}?at=2024-10-16T12:00",
        b.accusation.get_absolute_url(),
    ),
    "claims:actors": lambda _: ("/actors/", "/actors/?q=tidakada"),
    "claims:actor": lambda _: ("/actors/bram-kusnadi/",),
    "claims:explore": lambda _: ("/explore/", "/explore/?q=gudang&kind=claim", "/explore/?q=tidakada&kind=x"),
    "claims:compare": lambda _: (
        "/compare/",
        "/compare/?a=Tak+Ada&b=bram-kusnadi",
        "/compare/?a=sekar-wangi&b=bram-kusnadi",
        "/compare/?a=kabar-pagi&b=suara-kota",
    ),
    "claims:accuracy": lambda _: ("/accuracy/",),
    "claims:feeds": lambda _: ("/feeds/",),
    "claims:api": lambda _: ("/api/v1/",),
    "articles:article": lambda b: (
        f"/articles/{b.dispute.said.article_id}/",
        f"/articles/{b.dispute.said.article_id}/?revision=1",
    ),
    "articles:sources": lambda _: ("/sources/", "/sources/?status=x&page=y"),
    "articles:source": lambda _: ("/sources/kabar-pagi/",),
}
# Opened by anybody, but about getting in.
DOORS: dict[str, Callable[[Browsing], tuple[str, ...]]] = {
    "accounts:login": lambda _: ("/accounts/login/", "/accounts/login/?next=/audit/"),
    "accounts:reset": lambda _: ("/accounts/reset/",),
    "accounts:reset_sent": lambda _: ("/accounts/reset/sent/",),
    "accounts:reset_confirm": lambda _: ("/accounts/reset/x/y/",),
    "accounts:reset_done": lambda _: ("/accounts/reset/done/",),
    "accounts:take_up": lambda b: (f"/accounts/invitation/{b.invitation}/", "/accounts/invitation/x/"),
}
# Opened by those who work here.
DESK: dict[str, Callable[[Browsing], tuple[str, ...]]] = {
    "accounts:account": lambda _: ("/accounts/",),
    "accounts:password": lambda _: ("/accounts/password/",),
    "accounts:second_factor": lambda _: ("/accounts/second-factor/",),
    "accounts:invitations": lambda _: ("/accounts/invitations/",),
    "accounts:audit": lambda _: ("/audit/",),
    "claims:review": lambda _: (
        "/review/",
        "/review/?reason=link",
        "/review/?state=accepted",
        "/review/?state=x",
    ),
    "claims:review_whole": lambda b: (f"/review/revision/{b.dispute.said.revision_id}/",),
    "claims:review_accept": lambda _: ("/review/accept/?outlet=kabar-pagi", "/review/accept/?rule=x"),
    "claims:review_assign": lambda _: ("/review/assign/", "/review/assign/?reason=hollow"),
    "claims:review_give": lambda b: tuple(f"/review/{pk}/assign/" for pk in b.items),
    "claims:searches": lambda _: ("/searches/",),
    "claims:review_claim": lambda b: (
        f"/review/claim/{b.dispute.claim.pk}/",
        f"/review/claim/{b.accusation.pk}/",
    ),
    "claims:review_tie": lambda b: (
        f"/review/claim/{b.dispute.claim.pk}/tie/",
        f"/review/claim/{b.dispute.claim.pk}/tie/?q=panen",
        f"/review/claim/{b.dispute.claim.pk}/tie/?q=tidakada",
    ),
    "claims:review_merge": lambda b: (
        f"/review/claim/{b.dispute.claim.pk}/merge/",
        f"/review/claim/{b.dispute.claim.pk}/merge/?other=panen",
        f"/review/claim/{b.dispute.claim.pk}/merge/?other={b.accusation.pk}",
    ),
    "claims:review_utterance": lambda b: (f"/review/utterance/{b.dispute.said.utterance_id}/",),
    "claims:review_report": lambda b: (f"/review/report/{b.dispute.said.pk}/",),
    "claims:review_actor": lambda _: ("/review/actor/bram-kusnadi/", "/review/actor/bram-kusnadi/?page=x"),
    "claims:review_actor_merge": lambda _: (
        "/review/actor/bram-kusnadi/merge/?q=sekar-wangi",
        "/review/actor/bram-kusnadi/merge/?q=Tak+Ada",
    ),
    "claims:review_decisions": lambda _: ("/review/decisions/", "/review/decisions/?model=x&before=y"),
    "claims:review_item": lambda b: tuple(f"/review/{pk}/" for pk in b.items),
    "desk:takedown": lambda b: (f"/desk/articles/{b.dispute.said.article_id}/text/",),
    "desk:proposals": lambda _: ("/desk/sources/",),
    "desk:files": lambda _: ("/desk/sources/files/",),
    "desk:file": lambda b: tuple(f"/desk/sources/files/{pk}/" for pk in b.files),
    "desk:proposal": lambda b: tuple(f"/desk/sources/{pk}/" for pk in b.proposals),
}
# What has a name and is no page, and why.
NO_PAGES = {
    "accounts:end": "takes a form and leads back",
    "accounts:logout": "takes a form and leads on",
    "accounts:withdraw": "takes a form and leads back",
    "admin/login/": "leads to the one door",
    "claims:api/v1/docs": "the page of claims:api once more",
    "claims:save": "takes a form and leads on",
    "claims:search": "takes a form and leads back",
    "claims:gold": "a file",
    "claims:claim_feed": "a file",
    "claims:claim_data": "a file",
    "metrics": "plain text for a supervisor",
    "claims:review_next": "leads to the next item",
    "claims:review_undo": "takes a form and leads back",
    "claims:review_undo_one": "takes a form and leads back",
    "claims:review_batch": "takes a form and leads back",
    "claims:review_looking": "asked by a page's script",
    "claims:review_reopen": "takes a form and leads back",
    "desk:export": "a file",
    "desk:start": "takes a form and leads back",
    "desk:look_again": "takes a form and leads back",
    "claims:suggest": "options for a field",
    "claims:suggest_claims": "options for a field",
    "healthz": "plain text for a supervisor",
    "readyz": "plain text for a supervisor",
    "set_language": "takes a form and leads back",
}
# Namespaces without pages of ours: Django's admin, and JSON.
OTHERS = ("admin", "api")
# Asked for and not there: pages too.
LOST = ("/tidak-ada/", "/claims/999999/")


def addresses(browsing: Browsing, *, desk: bool = False) -> list[str]:
    """All pages that anybody opens, or those of the desk, in every state that is listed."""
    shown = DESK if desk else PAGES | DOORS
    found = [address for pages in shown.values() for address in pages(browsing)]
    return found if desk else found + list(LOST)


def named(patterns: list[URLPattern | URLResolver] | None = None, space: str = "") -> Iterator[str]:
    """The names of all addresses that the configuration knows; one without a name by its pattern."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            if not inner.startswith(tuple(f"{other}:" for other in OTHERS)):
                yield from named(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name or pattern.pattern}"
