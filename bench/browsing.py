"""Pages over a million reports against ten thousand, and explore against Datasette."""

from bench.linking import measure


def today_million_vs_ten_thousand() -> float:
    """Today's 95th percentile over 1,000,000 reports over that over 10,000; at most 1.5."""
    return measure().pages["today"]


def claims_million_vs_ten_thousand() -> float:
    """The same for the list of claims."""
    return measure().pages["claims"]


def claim_million_vs_ten_thousand() -> float:
    """The same for one claim's timeline."""
    return measure().pages["claim"]


def actors_million_vs_ten_thousand() -> float:
    """The same for the list of actors."""
    return measure().pages["actors"]


def actor_million_vs_ten_thousand() -> float:
    """The same for one actor."""
    return measure().pages["actor"]


def article_million_vs_ten_thousand() -> float:
    """The same for one article."""
    return measure().pages["article"]


def compare_million_vs_ten_thousand() -> float:
    """The same for two actors and two outlets side by side."""
    return measure().pages["compare"]


def explore_million_vs_ten_thousand() -> float:
    """The same for explore under eleven mixes of filters."""
    return measure().pages["explore"]


def explore_vs_datasette() -> float:
    """Datasette's median time for a page of 1,000,000 rows with five facets over ours; at least 1."""
    return measure().datasette
