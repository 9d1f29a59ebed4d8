"""What the HTTP edge answers, on a real system in memory."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from adapters.door import BODY_MAX
from adapters.http.app import make_app
from adapters.problems import Unavailable
from adapters.settings import Settings
from adapters.wiring import open_system

OPEN = {
    "log_id": "main",
    "institution": "某某银行",
    "log_name": "bank.example/audit",
    "time_zone": "Asia/Shanghai",
    "currency": "CNY",
}
CHECKLIST = {
    "kind": "enterprise",
    "documents": ["business_licence"],
    "since": "2026-01-01",
    "source": "信贷政策 2026-1",
}
SET = "/commands/checklist.set"
PROBLEM = "application/problem+json"


class BrokenBus:
    """A bus whose every call fails in one way."""

    def __init__(self, error):
        self.error = error

    def run(self, name, fields, *, key=None, expected=None):
        raise self.error

    def read(self, view, query, *, purpose=None):
        raise self.error


@pytest.fixture
def client():
    with open_system(Settings(database=":memory:")) as system:
        client = TestClient(make_app(system.bus("teller")), "http://localhost")
        assert client.post("/commands/log.open", json=OPEN).status_code == 200
        yield client


def refused(answer, status):
    """Expect a problem, and return it."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM), answer.text
    said = answer.json()
    assert said["status"] == status
    assert said["type"] == f"urn:loanfold:problem:{said['code']}"
    return said


def sent(client, body, kind="application/json"):
    return client.post(SET, content=body, headers={"Content-Type": kind})


def test_a_command_is_recorded_and_answered_with_the_version_of_its_stream(client):
    answer = client.post(SET, json=CHECKLIST)
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"1"'
    assert answer.headers["cache-control"] == "no-store"
    said = answer.json()
    assert (said["version"], said["events"], said["index"]) == (1, ["checklist.set"], 1)


def test_a_command_sent_twice_with_one_key_is_done_once(client):
    headers = {"Idempotency-Key": "k-1"}
    first = client.post(SET, json=CHECKLIST, headers=headers).json()
    again = client.post(SET, json=CHECKLIST, headers=headers).json()
    assert again == {**first, "repeated": True}
    other = {**CHECKLIST, "documents": []}
    assert refused(client.post(SET, json=other, headers=headers), 409)["code"] == "conflict"


@pytest.mark.parametrize("key", ["", "a b", "k" * 129, "é".encode("latin-1")])
def test_a_key_is_visible_ascii(client, key):
    said = refused(client.post(SET, json=CHECKLIST, headers={"Idempotency-Key": key}), 400)
    assert "Idempotency-Key" in said["detail"]


def test_a_command_on_another_version_than_was_seen_is_not_done(client):
    assert client.post(SET, json=CHECKLIST, headers={"If-Match": '"0"'}).status_code == 200
    refused(client.post(SET, json=CHECKLIST, headers={"If-Match": '"0"'}), 412)


@pytest.mark.parametrize("tag", ["3", "*", 'W/"3"', '"03"', '"-1"', ""])
def test_a_version_is_written_in_quotes(client, tag):
    refused(client.post(SET, json=CHECKLIST, headers={"If-Match": tag}), 400)


def test_a_refusal_names_the_rule_and_where_it_comes_from(client):
    said = refused(client.post("/commands/log.open", json={**OPEN, "log_id": "other"}), 422)
    assert said["code"] and said["title"] and said["source"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"\xff{}",
        b'{"kind": "a", "kind": "b"}',
        b'{"kind": NaN}',
        b'{"kind": -Infinity}',
        b'{"kind": 1e999}',
        b'{"kind": "\\ud800"}',
        b'{"\\ud800": 1}',
        b'{"kind": ' + b"[" * 40 + b"]" * 40 + b"}",
        b"[" * 200_000,
        b'{"kind": ' + b"9" * 5_000 + b"}",
    ],
)
def test_a_body_that_readers_may_read_differently_is_refused(client, body):
    refused(sent(client, body), 400)


def test_a_body_is_json_by_its_name_too(client):
    body = json.dumps(CHECKLIST).encode()
    refused(sent(client, body, "text/plain"), 415)
    assert sent(client, body, "application/json; charset=utf-8").status_code == 200


def test_a_body_has_an_end_also_where_its_length_is_not_said(client):
    def chunks():
        for _ in range(BODY_MAX // 1024 + 1):
            yield b" " * 1024

    refused(sent(client, b" " * (BODY_MAX + 1)), 413)
    refused(sent(client, chunks()), 413)


def test_the_actor_and_the_day_are_never_said_by_the_caller(client):
    fields = {"customer_id": "C1", "basis": "purpose_ended", "actor": "chief"}
    said = refused(client.post("/commands/customer.request_erasure", json=fields), 400)
    assert "filled by the core" in said["detail"]


@pytest.mark.parametrize("path", ["/nothing", "/views/nothing", "/commands/"])
def test_what_is_not_there_is_a_problem_too(client, path):
    refused(client.get(path), 404)


def test_an_unknown_command_and_one_that_only_the_core_sends_are_not_offered(client):
    refused(client.post("/commands/loan.forget", json={}), 404)
    refused(client.post("/commands/identity.claim", json={}), 404)


def test_another_method_is_told_which_are_allowed(client):
    answer = client.get(SET)
    refused(answer, 405)
    assert answer.headers["allow"] == "POST"


def test_a_view_is_read_on_a_day_and_by_a_record(client):
    page = client.get("/views/audit_trail", params={"known_by": "0", "limit": "5"}).json()
    assert (page["view"], page["known_by"], len(page["rows"])) == ("audit_trail", 0, 1)


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=", "limit=1&limit=2", "known_by=99", "odd=1", "in_effect_on=x"]
)
def test_a_question_that_has_no_one_meaning_is_refused(client, query):
    refused(client.get(f"/views/audit_trail?{query}"), 400)


def test_a_page_elsewhere_cannot_reach_us_under_another_name(client):
    for host in ("evil.example", "evil.example:80", "localhost.evil.example", "localhost:x", ""):
        refused(client.get("/health", headers={"Host": host}), 421)
    for host in ("localhost:8000", "127.0.0.1", "[::1]:8000", "[::1]"):
        assert client.get("/health", headers={"Host": host}).status_code == 200


def test_the_page_for_people_shows_the_catalogue_without_script(client):
    answer = client.get("/docs")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "登记客户" in answer.text and "register a customer" in answer.text
    assert "<script" not in answer.text and "http:" not in answer.text
    assert "document.number" in answer.text and "plan[].due_date" in answer.text


def test_the_catalogue_lists_commands_rules_and_views(client):
    said = client.get("/catalogue").json()
    assert "loan.agree" in {command["name"] for command in said["commands"]}
    assert said["rules"] and said["views"] == client.get("/views").json()["views"]


def test_ready_says_whether_the_store_can_be_used(client):
    assert client.get("/ready").json() == {"status": "ready"}
    broken = TestClient(make_app(BrokenBus(Unavailable("mend the disk"))), "http://localhost")
    assert broken.get("/health").status_code == 200
    assert refused(broken.get("/ready"), 503)["detail"] == "mend the disk"


def test_a_fault_of_ours_tells_nothing_of_itself():
    app = make_app(BrokenBus(ZeroDivisionError("secret")))
    client = TestClient(app, "http://localhost", raise_server_exceptions=False)
    answer = client.post(SET, json=CHECKLIST)
    refused(answer, 500)
    assert "secret" not in answer.text


def test_many_callers_at_once_each_get_their_own_answer(client):
    def send(number):
        return client.post(SET, json={**CHECKLIST, "source": f"信贷政策 2026-{number}"})

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(12)))
    assert {answer.status_code for answer in answers} == {200}
    assert sorted(answer.json()["version"] for answer in answers) == list(range(1, 13))
