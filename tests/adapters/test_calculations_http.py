"""The calculators over HTTP: the same answers, in the kind that the caller accepts."""

import csv
import io
from xml.etree import ElementTree

import pyarrow
import pyarrow.parquet
import pytest
from starlette.testclient import TestClient

from adapters.http.app import make_app
from adapters.problems import Unauthenticated

LOAN = {"principal": "100000.00", "paid_out_on": "2024-01-15", "rates": "4.9%", "periods": 12}
SCHEDULE, ACCRUE, COST = (f"/calculations/{name}" for name in ("schedule", "accrue", "cost"))
TABLE = "loan,principal,paid_out_on,rates,periods\nA,100000.00,2024-01-15,4.9%,12\n"
PROBLEM = "application/problem+json"


class NoBus:
    """A bus that nobody may ask."""

    def run(self, name, fields, *, key=None, expected=None):
        raise AssertionError("a calculator ran a command")

    def read(self, view, query, *, purpose=None):
        raise AssertionError("a calculator read a view")


@pytest.fixture(scope="module")
def client():
    return TestClient(make_app(NoBus()), "http://localhost")


def test_where_callers_are_told_apart_a_stranger_calculates_nothing():
    def nobody(credential, branch):
        raise Unauthenticated("who is asking?")

    closed = TestClient(make_app(NoBus(), entrance=nobody), "http://localhost")
    for path in (SCHEDULE, ACCRUE, COST):
        assert closed.post(path, json=LOAN).status_code == 401


def test_a_plan_is_answered_as_json(client):
    answer = client.post(SCHEDULE, json=LOAN)
    assert answer.status_code == 200
    plan = answer.json()
    assert (plan["payment"], plan["maturity"], len(plan["rows"])) == (
        "8556.17 CNY",
        "2025-01-15",
        12,
    )
    assert "explained" not in plan
    assert len(client.post(f"{SCHEDULE}?explain=true", json=LOAN).json()["explained"]) == 24


def test_accruals_and_costs_are_answered_too(client):
    fields = {"start": "2024-01-10", "until": "2024-03-21", "rates": "4.35%", "balance": "1000000"}
    assert client.post(ACCRUE, json=fields).json()["interest"] == "8579.17 CNY"
    measures = [row["measure"] for row in client.post(COST, json=LOAN).json()["rows"]]
    assert measures[0] == "annualised_simple" and len(measures) == 5


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/csv", "text/csv"),
        ("image/svg+xml", "image/svg+xml"),
        ("application/vnd.apache.parquet", "application/vnd.apache.parquet"),
        ("*/*", "application/json"),
        ("text/*;q=0.5, application/json;q=0.1", "text/csv"),
        ("image/png, application/*", "application/json"),
    ],
)
def test_the_caller_gets_what_it_likes_best_of_what_is_offered(client, accept, kind):
    answer = client.post(SCHEDULE, json=LOAN, headers={"accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert answer.headers["cache-control"] == "no-store"


def test_each_kind_can_be_read(client):
    text = client.post(SCHEDULE, json=LOAN, headers={"accept": "text/csv"}).text
    assert len(list(csv.DictReader(io.StringIO(text)))) == 12
    picture = client.post(SCHEDULE, json=LOAN, headers={"accept": "image/svg+xml"}).text
    assert ElementTree.fromstring(picture).tag.endswith("svg")
    parquet = client.post(
        SCHEDULE, json=LOAN, headers={"accept": "application/vnd.apache.parquet"}
    ).content
    assert pyarrow.parquet.read_table(pyarrow.BufferReader(parquet)).num_rows == 12


def test_a_kind_that_is_not_offered_is_not_acceptable(client):
    for path, accept in ((SCHEDULE, "image/png"), (COST, "image/svg+xml"), (COST, "text/csv;q=0")):
        answer = client.post(path, json=LOAN, headers={"accept": accept})
        assert (answer.status_code, answer.json()["code"]) == (406, "not_acceptable")


def test_many_loans_come_as_csv_and_go_back_as_csv_or_json(client):
    kind = {"content-type": "text/csv"}
    rows = list(
        csv.DictReader(io.StringIO(client.post(SCHEDULE, content=TABLE, headers=kind).text))
    )
    assert len(rows) == 12 and rows[0]["loan"] == "A"
    asked = {**kind, "accept": "application/json"}
    answer = client.post(SCHEDULE, content=TABLE, headers=asked).json()
    assert answer["loans"][0]["payment"] == "8556.17 CNY"


def test_one_bad_loan_of_many_refuses_all_by_line_and_field(client):
    table = f"{TABLE}B,1e3,2024-01-15,4.9%,12\n"
    answer = client.post(SCHEDULE, content=table, headers={"content-type": "text/csv"})
    assert answer.status_code == 400
    assert "line 3, principal" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("fields", "code", "says"),
    [
        ({**LOAN, "periods": 0}, "contradiction", "periods: 0 periods"),
        ({**LOAN, "grace_principal": 12}, "contradiction", "grace_principal"),
        ({**LOAN, "periods": "12"}, "unreadable", "periods"),
        ({**LOAN, "speed": 1}, "unreadable", "speed"),
        ({}, "unreadable", "principal"),
        ([], "unreadable", "object"),
    ],
)
def test_refusals_are_problems_that_name_the_field(client, fields, code, says):
    answer = client.post(SCHEDULE, json=fields)
    assert answer.status_code == {"contradiction": 422, "unreadable": 400}[code]
    assert (answer.headers["content-type"], answer.json()["code"]) == (PROBLEM, code)
    assert says in answer.json()["detail"]


def test_what_is_asked_beside_the_terms_is_read_strictly(client):
    for query in ("explain=yes", "speed=1", "explain=true&explain=true"):
        assert client.post(f"{SCHEDULE}?{query}", json=LOAN).status_code == 400
    assert client.post("/calculations/guess", json=LOAN).status_code == 404
    assert client.get(SCHEDULE).status_code == 405
    assert client.post(SCHEDULE, content=b"x").status_code == 415


def test_the_catalogue_and_the_page_for_people_show_the_calculations(client):
    offered = {c["name"]: c["fields"] for c in client.get("/catalogue").json()["calculations"]}
    assert offered.keys() == {"schedule", "accrue", "cost"}
    assert offered["schedule"]["required"] == ["principal", "paid_out_on"]
    page = client.get("/docs").text
    assert "POST /calculations/cost" in page and "放款日" in page
