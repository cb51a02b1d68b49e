"""An analyst keeps searches, sees what is new in each, and sees nobody else's."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from claims.models import SavedSearch
from tests import rows
from tests.claims.views.conftest import Count
from tests.scenes import make_dispute

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(client: Client) -> User:
    """Somebody signed in who may keep searches."""
    user = User.objects.create_user("peneliti")
    user.groups.add(Group.objects.get(name="analyst"))
    client.force_login(user)
    return user


def save(client: Client, name: str, query: str) -> SavedSearch:
    """Keep a search as the form on explore does."""
    answer = client.post("/searches/save", {"name": name, "query": query})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/searches/")
    return SavedSearch.objects.get(name=name)


def test_a_search_is_kept_and_opened(client: Client, analyst: User) -> None:
    make_dispute()
    assert 'action="/searches/save"' in client.get("/explore/?kind=denial").content.decode()
    search = save(client, "Bantahan", "kind=denial&page=1&nonsense=2")
    assert search.query == "kind=denial"
    page = client.get("/searches/").content.decode()
    assert "tidak ada yang baru" in page
    answer = client.post(f"/searches/{search.pk}/", {"deed": "open"})
    assert answer.headers["Location"] == "/explore/?kind=denial"


def test_what_came_since_the_last_look_is_counted(client: Client, analyst: User) -> None:
    make_dispute()
    search = save(client, "Bantahan", "kind=denial")
    make_dispute()
    assert "<b>1</b> laporan baru" in client.get("/searches/").content.decode()
    client.post(f"/searches/{search.pk}/", {"deed": "open"})
    assert "laporan baru" not in client.get("/searches/").content.decode()


def test_a_search_is_renamed_and_removed(client: Client, analyst: User) -> None:
    first, second = save(client, "Satu", "kind=claim"), save(client, "Dua", "kind=denial")
    client.post(f"/searches/{first.pk}/", {"deed": "rename", "name": "Klaim"})
    first.refresh_from_db()
    assert first.name == "Klaim"
    answer = client.post(f"/searches/{second.pk}/", {"deed": "rename", "name": "Klaim"}, follow=True)
    assert "Nama itu sudah dipakai" in answer.content.decode()
    client.post(f"/searches/{second.pk}/", {"deed": "remove"})
    assert list(SavedSearch.objects.all()) == [first]


@pytest.mark.parametrize("name", ["", " \0 ", "a" * 101])
def test_a_name_that_is_none_is_told(client: Client, analyst: User, name: str) -> None:
    answer = client.post("/searches/save", {"name": name, "query": "q=x"}, follow=True)
    assert "Beri nama 1 sampai 100 huruf." in answer.content.decode()
    assert not SavedSearch.objects.exists()


def test_nobody_touches_another_s_searches(client: Client, analyst: User) -> None:
    other = SavedSearch.objects.create(owner=User.objects.create_user("lain"), name="Rahasia")
    assert "Rahasia" not in client.get("/searches/").content.decode()
    assert client.post(f"/searches/{other.pk}/", {"deed": "remove"}).status_code == 404
    assert SavedSearch.objects.filter(pk=other.pk).exists()


def test_strangers_sign_in_and_mere_readers_are_refused(client: Client) -> None:
    assert client.get("/searches/").status_code == 302
    assert client.post("/searches/save", {"name": "x"}).status_code == 302
    client.force_login(User.objects.create_user("pembaca"))
    assert client.get("/searches/").status_code == 403
    assert "/searches/save" not in client.get("/explore/").content.decode()


def test_any_number_of_searches_costs_the_same_queries(client: Client, analyst: User, queries: Count) -> None:
    rows.make_source()
    save(client, "a", "kind=claim")
    before = queries("/searches/")
    for name in "bcdef":
        save(client, name, "kind=denial&q=beras")
    assert queries("/searches/") == before <= 8
