"""The one permission table: five roles, each with what it may do beyond the one before."""

from collections.abc import Iterator
from dataclasses import dataclass

EVERYTHING = "*"


@dataclass(frozen=True, slots=True)
class Role:
    """One role: its group's name, what it is for, whether it sees the desk, and its own permissions.

    `permissions` are `app.codename`; a role has those of every role above it in the table too.
    """

    name: str
    purpose: str
    desk: bool
    permissions: tuple[str, ...]


def on(app: str, models: str, *deeds: str) -> tuple[str, ...]:
    """Permissions for several deeds on several models: on("articles", "feed lead", "view")."""
    return tuple(f"{app}.{deed}_{model}" for model in models.split() for deed in deeds)


RECORD = "actor actorname affiliation claim stance utterance report reading failedreading"

ROLES = (
    Role("visitor", "reads the public pages", False, ()),
    Role(
        "analyst",
        "keeps searches and takes the record away",
        False,
        on("claims", "savedsearch", "view", "add", "change", "delete"),
    ),
    Role(
        "editor",
        "reviews and corrects what the machine found",
        True,
        (
            *on("claims", RECORD, "view"),
            *on("claims", "review", "view", "add"),
            *on("claims", "queueitem fullreview", "view"),
            *on("articles", "article revision", "view"),
        ),
    ),
    Role(
        "curator",
        "looks after sources and invites people",
        True,
        (
            *on("articles", "source feed", "view", "add", "change"),
            *on("articles", "feed", "delete"),
            *on("articles", "takedown badline", "view"),
            *on("articles", "sourceimport", "view", "add"),
            "articles.take_down",
            *on("articles", "article", "change"),
            *on("articles", "lead fetch proposal sourceday spell alert", "view"),
            *on("accounts", "invitation", "view", "add", "change"),
            "admin.view_logentry",
        ),
    ),
    Role("admin", "does everything, accounts included", True, (EVERYTHING,)),
)
BY_NAME = {role.name: role for role in ROLES}
# A visitor is anybody: there is no group for it, and nobody is invited to be one.
GROUPS = ROLES[1:]


def rank(name: str) -> int:
    """A role's place in the table; -1 for no role of ours."""
    return next((place for place, role in enumerate(ROLES) if role.name == name), -1)


def permissions_of(name: str) -> tuple[str, ...]:
    """All that a role may do, its own and what it has from the roles above it."""
    return tuple(one for role in ROLES[: rank(name) + 1] for one in role.permissions if one != EVERYTHING)


def may_invite(inviter: str) -> tuple[str, ...]:
    """The roles an inviter may give: none above its own."""
    return tuple(role.name for role in GROUPS if rank(role.name) <= rank(inviter))


def role_page() -> Iterator[str]:
    """docs/roles.md, line by line."""
    yield "# Roles and what they may do"
    yield ""
    yield "Printed by `manage.py roles > docs/roles.md` from `accounts/roles.py`; a test holds the two equal."
    yield "Each role has the permissions of the roles above it. The groups are brought in line with this"
    yield "table after every migration."
    for role in ROLES:
        yield ""
        yield f"## {role.name}"
        yield ""
        desk = "Enters the desk (/admin/)." if role.desk else "Does not enter the desk."
        yield f"Who {role.purpose}. {desk}"
        if role.permissions:
            yield ""
        for permission in role.permissions:
            yield "- every permission" if permission == EVERYTHING else f"- `{permission}`"
