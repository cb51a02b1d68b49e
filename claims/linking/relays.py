"""Names the chain through which words came to an article, by content alone."""

from collections.abc import Sequence

from claims.linking.known import BY_KEY, find_known
from claims.linking.names import normal_name


def name_chain(outlet: str, credit: str, via: Sequence[str]) -> tuple[str, ...]:
    """The outlet, the agencies it credits ("ANTARA/Xinhua": Antara, then Xinhua), then those the words name.

    Each name was quoted from the one after it; one that merely repeats the one before is left out. Known
    actors are called by their name in the registry.
    """
    chain = [outlet]
    for name in (*(part.strip() for part in credit.split("/")), *via):
        known = find_known(name)
        shown = BY_KEY[known].name if known else name
        if shown and normal_name(shown) != normal_name(chain[-1]):
            chain.append(shown)
    return tuple(chain)
