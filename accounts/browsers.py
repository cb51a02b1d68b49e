"""Names the browser and the system behind a user agent, so that people recognise their own sessions."""

from functools import lru_cache

from ua_parser import parse


@lru_cache(maxsize=256)
def name_of(agent: str) -> str:
    """Browser, its version, and system: "Chrome 156, Linux"; the words themselves where nobody knows them."""
    found = parse(agent)
    browser = (
        " ".join(filter(None, (found.user_agent.family, found.user_agent.major))) if found.user_agent else ""
    )
    system = found.os.family if found.os else ""
    return ", ".join(filter(None, (browser, system))) or agent
