"""ACTUS cases over HTTP: the same rows as in a terminal, the same refusals as everywhere."""

import pytest
from starlette.testclient import TestClient

from adapters.http.actus import CASES_MAX
from adapters.http.app import make_app
from tests.adapters.test_http import BrokenBus, refused
from tests.domain.loan.actus.contracts import HALF_YEARLY, case

WHERE = "/calculations/actus"


@pytest.fixture
def client():
    return TestClient(make_app(BrokenBus(AssertionError("no store is asked"))), "http://localhost")


def test_cases_come_back_with_rows_for_results(client):
    cases = {"one": case("PAM", HALF_YEARLY)}
    answer = client.post(WHERE, json=cases)
    assert answer.status_code == 200
    (one,) = answer.json().values()
    assert one["terms"] == cases["one"]["terms"]
    assert [row["payoff"] for row in one["results"]] == [-1000, 60, 60, 1000]


def test_digits_that_a_float_would_lose_are_kept(client):
    body = client.post(
        WHERE,
        content='{"one": {"terms": {"contractType": "PAM", "contractRole": "RPA",'
        ' "statusDate": "2019-12-31T00:00", "initialExchangeDate": "2020-01-01T00:00",'
        ' "maturityDate": "2021-01-01T00:00", "notionalPrincipal": 12345678901234567.25}}}',
        headers={"Content-Type": "application/json"},
    ).text
    assert '"payoff": -12345678901234567.25,' in body


@pytest.mark.parametrize(
    ("cases", "says"),
    [
        ({"one": case("PAM", contractType="SWAPS")}, "case one: contractType: 'SWAPS' is not one"),
        ({"one": 1}, "case one: terms: is needed"),
        ({"one": case("PAM", maturityDate=None)}, "case one: maturityDate: is needed"),
    ],
)
def test_cases_that_cannot_be_calculated_are_a_problem(client, cases, says):
    assert says in refused(client.post(WHERE, json=cases), 422)["detail"]


def test_a_body_has_so_many_cases_and_no_more(client):
    refused(client.post(WHERE, json={str(n): {} for n in range(CASES_MAX + 1)}), 413)


def test_a_body_of_another_kind_is_refused(client):
    refused(client.post(WHERE, content="{}", headers={"Content-Type": "text/plain"}), 415)
