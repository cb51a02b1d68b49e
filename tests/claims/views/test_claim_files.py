"""A claim speaks the vocabularies of others, and its feed tells what is said on it."""

import json

import feedparser
import pytest
from django.test import Client

from tests import rows
from tests.claims.views.conftest import Count
from tests.scenes import make_dispute

pytestmark = pytest.mark.django_db


def test_a_denial_disputes_and_carries_its_evidence(client: Client) -> None:
    dispute = make_dispute()
    body = rows.make_actor("Badan Pangan Randu", "organisation", wikidata="Q42")
    assert dispute.denied.utterance is not None
    dispute.denied.utterance.on_behalf_of = body
    dispute.denied.utterance.save()
    answer = client.get(f"/claims/{dispute.claim.pk}.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    graph = json.loads(answer.content)["@graph"]
    sorts = [node["@type"] for node in graph]
    assert sorts.count("Claim") == 1
    assert "ClaimReview" not in answer.content.decode()
    (denial,) = [node for node in graph if "cito:disputes" in node]
    assert denial["text"] == dispute.denied.exact
    assert denial["spokenByCharacter"]["prov:actedOnBehalfOf"]["@id"].endswith("/actors/badan-pangan-randu/")
    position, quote = denial["oa:hasSelector"]
    assert (position["oa:start"], quote["oa:exact"]) == (dispute.denied.start, dispute.denied.exact)
    assert sorts.count("DisagreeAction") == 1
    (known,) = [node for node in graph if "sameAs" in node]
    assert known["sameAs"] == "http://www.wikidata.org/entity/Q42"
    (relayed,) = [node for node in graph if "prov:wasQuotedFrom" in node]
    assert relayed["prov:wasQuotedFrom"] == [{"name": "Radio Randu"}]


def test_the_feed_of_a_claim_holds_what_is_said_on_it(client: Client) -> None:
    claim = make_dispute().claim
    feed = feedparser.parse(client.get(f"/claims/{claim.pk}.atom").content)
    assert len(feed.entries) == 4
    assert feed.feed.link == f"http://testserver/claims/{claim.pk}/"
    assert f'href="/claims/{claim.pk}.atom"' in client.get(claim.get_absolute_url()).content.decode()


def test_a_merged_claim_leads_on_and_an_unknown_one_is_told(client: Client) -> None:
    claim = make_dispute().claim
    gone = rows.make_claim("gudang kosong", rows.wib(16), successor=claim)
    for ending in ("jsonld", "atom"):
        answer = client.get(f"/claims/{gone.pk}.{ending}")
        assert (answer.status_code, answer.headers["Location"]) == (301, f"/claims/{claim.pk}.{ending}")
        assert client.get(f"/claims/999999.{ending}").status_code == 404


def test_a_claim_s_data_makes_few_queries(queries: Count) -> None:
    claim = make_dispute().claim
    assert queries(f"/claims/{claim.pk}.jsonld") <= 6
    assert queries(f"/claims/{claim.pk}.atom") <= 5
