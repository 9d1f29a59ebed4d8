"""What personal data is read for is said with the request, and stands in the record of it."""

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from adapters.access.config import Access
from adapters.access.gate import make_gate
from adapters.http.app import make_app
from adapters.http.openapi import openapi
from adapters.http.reading import PURPOSE, PURPOSE_LONGEST, read_purpose
from adapters.problems import Unreadable
from adapters.worker import issue_key
from tests.village import ZHANG

CARD = "/views/customer_card?customer_id=C1"


@pytest.fixture
def client(system):
    system.bus("zhao").run("customer.register", ZHANG)
    return TestClient(make_app(system.bus("teller", purpose="at the counter")), "http://localhost")


def recorded(system):
    """Return the last purpose of the journal."""
    (last,) = system.core.journal.facts(system.core.journal.head() - 1, 1)
    assert last.name == "disclosure.personal_data_read"
    return last.event.purpose


@pytest.mark.parametrize(
    ("said", "purpose"),
    [
        (b"post-loan check", "post-loan check"),
        ("贷后检查".encode(), "贷后检查"),
        (b"%E8%B4%B7%E5%90%8E%E6%A3%80%E6%9F%A5", "贷后检查"),
        (b"100%25 check", "100% check"),
        (b"a+b", "a+b"),
    ],
)
def test_a_purpose_stands_in_the_record_of_what_was_read(client, system, said, purpose):
    answer = client.get(CARD, headers={PURPOSE: said})
    assert answer.json()["rows"][0]["name"] == ZHANG["name"]
    assert recorded(system) == purpose


def test_without_one_the_purpose_of_the_process_stands_in_it(client, system):
    client.get(CARD)
    assert recorded(system) == "at the counter"


@pytest.mark.parametrize(
    "said",
    [b"", b" ", b"100% check", b"%zz", b"%FF", b"%0A", b"x" * (PURPOSE_LONGEST + 1)],
)
def test_a_purpose_without_one_meaning_is_refused_and_nothing_is_shown(client, system, said):
    head = system.core.journal.head()
    answer = client.get(CARD, headers={PURPOSE: said})
    assert (answer.status_code, PURPOSE in answer.json()["detail"]) == (400, True)
    assert system.core.journal.head() == head


def test_bytes_that_are_no_text_are_refused():
    raw = [(PURPOSE.lower().encode(), b"\xff")]
    with pytest.raises(Unreadable, match=PURPOSE):
        read_purpose(Request({"type": "http", "headers": raw}))


def test_one_purpose_is_said_once(client):
    answer = client.get(CARD, headers=[(PURPOSE, "one"), (PURPOSE, "two")])
    assert (answer.status_code, "more than once" in answer.text) == (400, True)


def test_a_caller_who_was_let_in_says_it_too(client, system):
    gate = make_gate(system, Access(oidc=None, calls_per_minute=60))
    given = {"caller": "sun", "roles": ["auditor"], "scope": ["*"], "until": "2025-12-31"}
    key = issue_key(system.bus("zhao"), "k7", given)
    guarded = TestClient(make_app(system.bus("x"), entrance=gate.bus), "http://localhost")
    guarded.get(CARD, headers={"authorization": f"Bearer {key}", PURPOSE: "yearly audit"})
    assert recorded(system) == "yearly audit"
    guarded.get(CARD, headers={"authorization": f"Bearer {key}"})
    assert recorded(system) is None


def test_every_view_is_described_with_it():
    paths = openapi()["paths"].items()
    views = [path["get"]["parameters"] for name, path in paths if name.startswith("/views/")]
    assert views and all(any(p["name"] == PURPOSE for p in asked) for asked in views)
