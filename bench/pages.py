"""Times every page over a record of a million reports and over one of ten thousand, in turns."""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import quantiles

from django.test import Client

from bench.rows import FIRST_ID

ROUNDS = 5  # turns of each record
VIEWS = 5  # of a page in one turn, after one that warms the new connection up
# A claim, an actor and an article that both records hold, away from the edges.
SOME = FIRST_ID + 100
PAGES: Mapping[str, Sequence[str]] = {
    "today": ["/"],
    "claims": ["/claims/", "/claims/?status=disputed", "/claims/?q=harga", "/claims/?status=unanswered"],
    "claim": [f"/claims/{SOME}/", f"/claims/{SOME + 7}/", f"/claims/{SOME + 50}/"],
    "actors": ["/actors/", "/actors/?q=aktor+150", "/actors/?status=person"],
    "actor": ["/actors/aktor-0/", "/actors/aktor-7/", "/actors/aktor-150/"],
    "article": [f"/articles/{SOME}/", f"/articles/{SOME + 7}/"],
    "compare": ["/compare/?a=aktor-1&b=aktor-2", "/compare/?a=media-1&b=media-9"],
    "explore": [
        "/explore/",
        "/explore/?kind=denial",
        "/explore/?kind=denial&outlet=media-7",
        "/explore/?outlet=media-3&sort=oldest",
        "/explore/?actor=aktor-3",
        "/explore/?actor=aktor-50",
        "/explore/?status=disputed&quote=direct",
        "/explore/?kind=denial&stance=asserts",
        "/explore/?q=polisi",
        "/explore/?q=harga+naik",
        "/explore/?kind=denial&outlet=media-7&from=2024-06-01&to=2024-06-30",
    ],
}
# What Datasette is asked as well: the page of all rows, one filter, two, and words.
SHARED: Sequence[Mapping[str, str]] = (
    {},
    {"kind": "denial"},
    {"kind": "denial", "outlet": "media-7"},
    {"actor": "aktor-3"},
    {"q": "polisi"},
    {"q": "harga", "kind": "claim"},
)


def compare_pages(connect_to: Callable[[str], None]) -> dict[str, float]:
    """For each page, its 95th percentile over a million reports over that over ten thousand.

    What the other benchmarks left in memory is put out of the collector's sight: its walks over that, a
    tenth of a second each, would fall on one record or the other by chance.
    """
    gc.collect()
    gc.freeze()
    return {name: _ratio(addresses, connect_to) for name, addresses in PAGES.items()}


def _ratio(addresses: Sequence[str], connect_to: Callable[[str], None]) -> float:
    seconds: dict[str, list[float]] = {"few": [], "many": []}
    for turn in range(ROUNDS):
        for name in ("few", "many") if turn % 2 else ("many", "few"):
            connect_to(name)
            for address in addresses:
                seconds[name] += view(address, max(2, VIEWS * 2 // len(addresses)))
    return p95(seconds["many"]) / p95(seconds["few"])


def view(address: str, times: int) -> list[float]:
    """Seconds that a page took, so many times, after one view that does not count."""
    client = Client()
    taken = []
    for _ in range(times + 1):
        started = time.perf_counter()
        answer = client.get(address)
        taken.append(time.perf_counter() - started)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")
    return taken[1:]


def p95(seconds: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(seconds, n=20)[-1]
