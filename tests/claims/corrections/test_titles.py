"""An editor's title of a claim stays through linking, is guarded against two hands, and can be taken back."""

import pytest
from django.test import Client

from claims.models import Claim, Review
from tests.accounts.test_accounts import member
from tests.claims.corrections.newsroom import digest, keep_stories, read_all
from tests.claims.curation.test_claim_pages import seen

pytestmark = pytest.mark.django_db


def test_a_title_is_put_right_stays_and_is_taken_back(client: Client) -> None:
    revisions = keep_stories(2)
    read_all(revisions, 1)
    before, claim = digest(), Claim.objects.current().order_by("pk")[0]
    address = f"/review/claim/{claim.pk}/"
    assert client.get(address).status_code == 302
    client.force_login(member("redaktur", "editor"))
    words = {"deed": "title", "title": "Judul pilihan redaktur", "seen": seen(client, claim)}
    words["reason"] = "lebih jelas"
    assert client.post(address, words).status_code == 302
    assert client.post(address, {**words, "title": "Judul kedua"}).status_code == 409
    read_all(revisions, 2)
    claim.refresh_from_db()
    assert claim.title == "Judul pilihan redaktur"
    assert "lebih jelas" in client.get(address).content.decode()
    assert client.post(f"/review/decisions/{Review.objects.get().pk}/undo/").status_code == 302
    assert digest() == before


@pytest.mark.parametrize("title", ["", "  \0 ", "x" * 501])
def test_a_wrong_title_is_refused_beside_its_field(client: Client, title: str) -> None:
    claim = Claim.objects.create(title="Beras langka", key="k")
    client.force_login(member("redaktur", "editor"))
    answer = client.post(
        f"/review/claim/{claim.pk}/", {"deed": "title", "title": title, "seen": seen(client, claim)}
    )
    assert answer.status_code == 409
    assert 'id="galat"' in answer.content.decode()
    assert not Review.objects.exists()
    assert client.get("/review/claim/999999/").status_code == 404
