"""Looks into a proposed outlet from its address to five previews, keeping every step for the waiting page."""

from dataclasses import replace

from articles.agent import allowed
from articles.desk.asking import Asking, Enough
from articles.desk.keeping import save_failure, save_found, save_lists, save_previews, save_site
from articles.desk.lists import advise, find_lists
from articles.desk.previews import MOST_TRIES, find_previews
from articles.desk.sites import find_site
from articles.desk.values import Announced, Preview, Site
from articles.fetching.address import parse_address
from articles.fetching.verdicts import FetchError, Verdict
from articles.models import Proposal
from articles.visits import find_source


def look_into(proposal: Proposal) -> str:
    """Find out what a proposed address offers; never raises for what a site does. The state it ends in."""
    try:
        parse_address(proposal.url, allowed())
        asking = Asking.of(find_source(proposal.url))
        site = find_site(asking, proposal.url)
        save_site(proposal, site)
        _look_further(asking, site, proposal)
    except Enough:
        return save_failure(proposal, Verdict.TIMED_OUT)
    except FetchError as error:
        return save_failure(proposal, error.verdict, error.message)
    return save_found(proposal)


def _look_further(asking: Asking, site: Site, proposal: Proposal) -> None:
    """Lists, then previews; what was found before requests or time ran out is kept."""
    try:
        lists = _find_lists(asking, site, proposal)
        previews: list[Preview] = []
        for preview in find_previews(asking, site, lists):
            previews.append(preview)
            save_previews(proposal, previews)
    except Enough:
        return


def _find_lists(asking: Asking, site: Site, proposal: Proposal) -> list[Announced]:
    """The lists, each address once, with our advice; requests enough for previews are left."""
    found: dict[str, Announced] = {}
    for one in find_lists(asking, site):
        found.setdefault(one.found.url, one)
        save_lists(proposal, advise([announced.found for announced in found.values()]))
        if asking.left <= MOST_TRIES:
            break
    advised = advise([announced.found for announced in found.values()])
    return [replace(one, found=advice) for one, advice in zip(found.values(), advised, strict=True)]
