"""The API answers what the pages show, under the same filters, and names what it does not understand."""

import json
from typing import Any

import pytest
from django.test import Client
from openapi_spec_validator import validate

from tests import rows
from tests.claims.views.test_bad_input import STRANGE
from tests.scenes import make_accusation, make_dispute

pytestmark = pytest.mark.django_db


def told(client: Client, address: str) -> dict[str, Any]:
    """The answer at an address of the API, which must be 200."""
    answer = client.get(f"/api/v1{address}")
    assert answer.status_code == 200, (address, answer.content)
    found: dict[str, Any] = json.loads(answer.content)
    return found


def test_reports_take_the_filters_of_their_page(client: Client) -> None:
    dispute = make_dispute()
    make_accusation()
    found = told(client, "/reports?kind=denial&q=kabar")
    (row,) = found["items"]
    assert (row["report"], row["stance"], row["speaker_slug"]) == (
        dispute.denied.pk,
        "denies",
        "bram-kusnadi",
    )
    assert (found["total"], found["estimated"], found["next"]) == (1, False, None)
    assert told(client, "/reports?from=2024-10-17&to=2024-10-17")["total"] == 2


def test_pages_follow_each_other(client: Client) -> None:
    revision = rows.make_revision("Judul\n" + " ".join(f"kata{n}." for n in range(70)))
    for n in range(70):
        rows.make_report(revision, f"kata{n}.")
    first = told(client, "/reports")
    second = told(client, f"/reports?page={first['next']}")
    assert len({row["report"] for row in first["items"] + second["items"]}) == 70
    assert second["next"] is None


def test_a_claim_tells_every_stance_with_its_evidence(client: Client) -> None:
    dispute = make_dispute()
    (row,) = told(client, "/claims?status=disputed")["items"]
    assert (row["claim"], row["status"], row["denied_by"]) == (dispute.claim.pk, "denied", ["Bram Kusnadi"])
    claim = told(client, f"/claims/{dispute.claim.pk}")
    assert [stance["stance"] for stance in claim["stances"]] == ["asserts", "denies"]
    assert claim["stances"][1]["reports"][0]["words"] == dispute.denied.exact


def test_actors_and_articles_and_sources_are_told(client: Client) -> None:
    dispute = make_dispute()
    assert told(client, "/actors?q=kusn")["items"][0]["actor"] == "bram-kusnadi"
    assert told(client, "/actors/bram-kusnadi")["name"] == "Bram Kusnadi"
    listed = told(client, "/articles?outlet=kabar-pagi")["items"]
    assert [(row["article"], row["revisions"]) for row in listed] == [(dispute.said.article_id, 2)]
    article = told(client, f"/articles/{dispute.said.article_id}")
    assert [revision["number"] for revision in article["history"]] == [1, 2]
    (statement,) = article["statements"]
    assert (statement["report"], statement["exact"]) == (dispute.edited.pk, dispute.edited.exact)
    assert {row["source"] for row in told(client, "/sources")["items"]} >= {"kabar-pagi", "suara-kota"}


def test_merged_rows_answer_as_what_stands(client: Client) -> None:
    claim = make_dispute().claim
    gone = rows.make_claim("gudang kosong", rows.wib(16), successor=claim)
    rows.make_actor("B. Kusnadi", successor=rows.make_actor("Bram Kusnadi"))
    assert told(client, f"/claims/{gone.pk}")["claim"] == claim.pk
    assert told(client, "/actors/b-kusnadi")["actor"] == "bram-kusnadi"


@pytest.mark.parametrize(
    "address", ["/claims/999999", "/claims/0", f"/claims/{10**30}", "/actors/tiada", "/articles/999999"]
)
def test_what_is_not_there_is_a_problem(client: Client, address: str) -> None:
    answer = client.get(f"/api/v1{address}", headers={"Accept-Language": "id"})
    problem = json.loads(answer.content)
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")
    assert (problem["status"], problem["title"]) == (404, "Tidak ada")


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/reports?kind=gosip", "kind"),
        ("/reports?from=kemarin", "from"),
        ("/reports?from=2024-10-17&to=2024-10-16", "from"),
        ("/reports?page=10", "page"),
        ("/claims?status=benar", "status"),
        ("/actors?page=x", "page"),
        ("/claims/abc", "claim"),
    ],
)
def test_what_is_not_understood_is_named(client: Client, address: str, parameter: str) -> None:
    answer = client.get(f"/api/v1{address}")
    problem = json.loads(answer.content)
    assert (answer.status_code, problem["errors"][0]["parameter"]) == (422, parameter)
    assert parameter in problem["detail"]


def test_problems_speak_the_asker_s_language(client: Client) -> None:
    client.cookies["django_language"] = "en"
    assert json.loads(client.get("/api/v1/actors/tiada").content)["title"] == "Not there"


def test_strange_parameters_never_break_it(client: Client) -> None:
    make_dispute()
    for address in ("reports", "claims", "actors", "articles"):
        for name in ("q", "page", "status", "outlet", "actor", "from"):
            for strange in STRANGE:
                answer = client.get(f"/api/v1/{address}", {name: strange})
                assert answer.status_code in {200, 422}, (address, name, strange)


def test_the_description_is_valid_openapi(client: Client) -> None:
    description = json.loads(client.get("/api/v1/openapi.json").content)
    validate(description)
    assert {"/api/v1/reports", "/api/v1/claims/{claim}", "/api/v1/actors"} <= set(description["paths"])


def test_the_page_for_programs_and_the_feeds_page_name_their_addresses(client: Client) -> None:
    make_dispute()
    page = client.get("/api/v1/").content.decode()
    assert "GET /api/v1/reports" in page
    assert 'href="/api/v1/openapi.json"' in page
    assert client.get("/api/v1/docs").status_code == 200
    feeds = client.get("/feeds/").content.decode()
    assert "?outlet=suara-kota&amp;format=atom" in feeds
