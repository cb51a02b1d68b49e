"""Every address and every action of the desk against every role: no gap, and none can be added unseen."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.roles import EVERYTHING, ROLES, permissions_of, rank
from tests.accounts.test_accounts import member
from tests.claimtrack.addresses import ACTIONS, ADDRESSES, OPEN_NAMESPACES, Row

pytestmark = pytest.mark.django_db
NAMES = [role.name for role in ROLES]
UNKNOWN: dict[str, object] = {"pk": "999999999", "slug": "tidak-ada", "form": "csv", "batch": UUID(int=0)}
HOW = (
    "add a row to ADDRESSES in tests/claimtrack/addresses.py: the address's name, the least role it is for, "
    'and Row(role, "POST") where it takes no GET'
)


def walk(
    patterns: list[URLPattern | URLResolver], space: str = "", path: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """Every address of the site: its name with its namespaces, its route, and the pattern."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = space + (f"{pattern.namespace}:" if pattern.namespace else "")
            yield from walk(pattern.url_patterns, inner, path + str(pattern.pattern))
        else:
            yield space + (pattern.name or ""), path + str(pattern.pattern), pattern


def addresses() -> dict[str, str]:
    """A path for every address outside the desk, by name; ids are unknown ones, so that nothing is done."""
    found = {}
    for name, route, pattern in walk(list(get_resolver().url_patterns)):
        if name.startswith("admin:"):
            continue
        words = {key: UNKNOWN.get(key, "999999999") for key in pattern.pattern.regex.groupindex}
        words |= {key: UNKNOWN.get(key, "999999999") for key in pattern.pattern.converters}
        unnamed = not name or name.endswith(":")
        found[name] = f"/{route}" if unnamed else reverse(name, kwargs=words)
    return found


@pytest.fixture
def clients() -> dict[str, Client]:
    """A browser for each role; the visitor's is nobody's."""
    made = {}
    for name in NAMES:
        made[name] = Client()
        if name != "visitor":
            made[name].force_login(member(name, name))
    return made


def is_let_in(answer: HttpResponseBase) -> bool:
    """Whether the site answered, rather than asking to sign in or refusing."""
    to_login = answer.status_code == 302 and answer.headers["Location"].startswith(
        ("/accounts/login/", "/admin/login/")
    )
    return answer.status_code not in (401, 403) and not to_login


def row_of(name: str) -> Row | None:
    """The row of an address."""
    return Row("visitor") if name.startswith(OPEN_NAMESPACES) else ADDRESSES.get(name)


def test_every_address_has_a_row() -> None:
    missing = sorted(name for name in addresses() if row_of(name) is None)
    assert not missing, f"{missing}: {HOW}"


def test_every_address_lets_in_its_roles_and_nobody_else(clients: dict[str, Client]) -> None:
    wrong = []
    for name, path in addresses().items():
        row = row_of(name)
        if row is None or path == "/admin/login/":
            continue
        for role in NAMES:
            client = Client() if name == "accounts:logout" else clients[role]
            answer = client.generic(row.method, path)
            if answer.status_code == 405:
                wrong.append(f"{name} takes no {row.method}: {HOW}")
            elif is_let_in(answer) != (rank(role) >= rank(row.least)):
                wrong.append(f"{role} at {path} ({name}): {answer.status_code}, though it is for {row.least}")
    assert not wrong, "\n".join(wrong)


def may(role: str, permission: str) -> bool:
    """Whether the table gives a role a permission."""
    own = next(one for one in ROLES if one.name == role)
    return EVERYTHING in own.permissions or permission in permissions_of(role)


def test_the_desks_lists_open_for_those_who_may_view_them(clients: dict[str, Client]) -> None:
    wrong = []
    for model in admin.site._registry:
        app, name = model._meta.app_label, model._meta.model_name
        path = reverse(f"admin:{app}_{name}_changelist")
        for role in NAMES:
            expected = may(role, f"{app}.view_{name}") or may(role, f"{app}.change_{name}")
            if is_let_in(clients[role].get(path)) != expected:
                wrong.append(f"{role} at {path}: {'kept out' if expected else 'let in'}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("deed", ["add", "change", "delete"])
def test_nobody_adds_changes_or_deletes_at_the_desk_without_the_permission(
    clients: dict[str, Client], deed: str
) -> None:
    wrong = []
    for model in admin.site._registry:
        app, name = model._meta.app_label, model._meta.model_name
        words = () if deed == "add" else ("999999999",)
        path = reverse(f"admin:{app}_{name}_{deed}", args=words)
        for role in NAMES:
            held = may(role, f"{app}.{deed}_{name}") or (deed == "change" and may(role, f"{app}.view_{name}"))
            answer = clients[role].get(path)
            # a redirect shows nothing by itself: what it leads to has its own row or list
            if not held and answer.status_code == 200:
                wrong.append(f"{role} at {path}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_every_action_of_the_desk_is_offered_to_its_roles_alone() -> None:
    wrong = []
    people: dict[str, User | AnonymousUser] = {
        name: member(name, name) if name != "visitor" else AnonymousUser() for name in NAMES
    }
    for model, desk in admin.site._registry.items():
        app, label = model._meta.app_label, model._meta.model_name
        for role, person in people.items():
            request = RequestFactory().get("/")
            request.user = person
            if not desk.has_view_or_change_permission(request):
                continue  # the list itself is closed to this role
            for action in desk.get_actions(request):
                if action == "delete_selected":
                    fits = may(role, f"{app}.delete_{label}")
                elif action in ACTIONS:
                    fits = rank(role) >= rank(ACTIONS[action])
                else:
                    wrong.append(f"{action} has no row: add it to ACTIONS in tests/claimtrack/addresses.py")
                    continue
                if not fits:
                    wrong.append(f"{role} is offered {action} on {app}.{label}")
    assert not wrong, "\n".join(sorted(set(wrong)))
