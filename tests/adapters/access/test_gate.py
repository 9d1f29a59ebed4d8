"""Callers over HTTP: let in by token or key, kept to their branches, and named in the record."""

from datetime import UTC, datetime, timedelta

import pytest
from attrs import evolve
from starlette.testclient import TestClient

from adapters.access.config import Access, Oidc
from adapters.access.gate import make_gate
from adapters.access.pace import Pace
from adapters.door import Door, Kind
from adapters.http.app import make_app
from adapters.settings import Settings
from adapters.wiring import open_system
from adapters.worker import issue_key
from tests.adapters.access.issuer import AUDIENCE, ISSUER, Issuer, serving
from tests.village import AGREE, LI, OPEN, PRODUCT, ZHANG

START = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.at = START

    def __call__(self):
        return self.at


class House:
    """A bank with two branches, its gate, and people who call."""

    def __init__(self, system, gate, issuer, clock):
        self.system, self.gate, self.issuer, self.clock = system, gate, issuer, clock
        app = make_app(system.bus("nobody"), entrance=gate.bus)
        self.client = TestClient(app, "http://localhost")

    def bearer(self, name: str, roles: list[str], branches: list[str]) -> dict[str, str]:
        moment = self.clock.at.timestamp()
        token = self.issuer.token(moment, sub=name, roles=roles, branches=branches)
        return {"authorization": f"Bearer {token}"}

    def send(self, name: str, fields, headers):
        return self.client.post(f"/commands/{name}", json=fields, headers=headers)

    def last(self):
        head = self.system.core.journal.head()
        return self.system.core.journal.facts(head - 1, 1)[0]


@pytest.fixture
def house():
    issuer, clock = Issuer(), Clock()
    issuer.rotate("k1")
    with (
        serving(issuer) as address,
        open_system(Settings(database=":memory:"), clock) as system,
    ):
        bus = system.bus("set-up")
        bus.run("log.open", OPEN)
        bus.run("product.define", PRODUCT)
        oidc = Oidc(issuer=ISSUER, audience=AUDIENCE, keys=address, algorithms=("ES256",))
        gate = make_gate(system, Access(oidc=oidc, calls_per_minute=60))
        yield House(system, gate, issuer, clock)


@pytest.fixture
def wang(house):
    return house.bearer("wang", ["officer"], ["B1"])


@pytest.fixture
def zhao(house):
    return house.bearer("zhao", ["officer"], ["B2"])


def refused(answer, status: int, says: str):
    assert (answer.status_code, says in answer.text) == (status, True), answer.text


def test_nobody_without_credentials_is_let_in(house):
    answer = house.send("customer.register", ZHANG, {})
    refused(answer, 401, "send an access token or an API key")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    refused(house.client.get("/views/products"), 401, "Authorization")
    refused(house.send("x", {}, {"authorization": "Basic eHg6eHg="}), 401, "Bearer")
    assert house.client.get("/health").status_code == 200


def test_who_acted_for_which_branch_by_which_policy_stands_in_the_record(house, wang):
    assert house.send("customer.register", ZHANG, wang).status_code == 200
    context = house.last().context
    assert (context.actor, context.branch) == ("wang", "B1")
    assert context.policy == ("officer.serves-customers",)


def test_a_role_may_not_what_no_policy_permits(house, wang):
    before = house.system.core.journal.head()
    answer = house.send("product.withdraw", {"product_id": "P1", "on": "2026-03-02"}, wang)
    refused(answer, 403, "no policy permits it to your roles")
    assert house.system.core.journal.head() == before


def test_one_branch_neither_acts_on_nor_sees_what_is_anothers(house, wang, zhao):
    assert house.send("customer.register", ZHANG, wang).status_code == 200
    assert house.send("customer.register", LI, zhao).status_code == 200
    change = {"customer_id": "C1", "particulars": {"phone": "13800138001"}, "since": "2026-03-01"}
    refused(house.send("customer.change_particulars", change, zhao), 403, "scope.sees-own-branch")
    refused(
        house.client.get("/views/customer_card?customer_id=C1", headers=zhao), 403, "own-branch"
    )
    page = house.client.get("/views/customer_card?customer_id=C2", headers=zhao).json()
    assert page["rows"][0]["customer_id"] == "C2"
    rows = house.client.get("/views/customers", headers=zhao).json()["rows"]
    assert [row["customer_id"] for row in rows] == ["C2"]
    auditor = house.bearer("sun", ["auditor"], ["*"])
    rows = house.client.get("/views/customers", headers=auditor).json()["rows"]
    assert [row["customer_id"] for row in rows] == ["C1", "C2"]


def test_a_caller_of_two_branches_says_for_which_it_acts(house):
    both = house.bearer("qian", ["officer"], ["B1", "B2"])
    refused(house.send("customer.register", ZHANG, both), 403, "acts-for-own-branch")
    for branch, says in (("B3", 403), ("B2", 200)):
        answer = house.send("customer.register", ZHANG, {**both, "loanfold-branch": branch})
        assert answer.status_code == says
    assert house.last().context.branch == "B2"
    odd = {**house.bearer("sun", ["officer"], ["*"]), "loanfold-branch": "a branch"}
    refused(house.send("customer.register", LI, odd), 400, "the branch acted for")


def test_what_the_head_office_keeps_for_all_is_seen_by_all(house, wang):
    assert house.client.get("/views/products", headers=wang).json()["rows"]
    refused(house.client.get("/views/trial_balance", headers=wang), 403, "whole-needs-all-branches")


def test_a_loan_of_another_branchs_customer_is_no_way_in(house, wang, zhao):
    assert house.send("customer.register", ZHANG, wang).status_code == 200
    assert house.send("loan.agree", AGREE, wang).status_code == 200
    refused(house.client.get("/views/loan_statement?loan_id=L1", headers=zhao), 403, "own-branch")
    trail = house.client.get("/views/audit_trail", headers=zhao).json()["rows"]
    assert {row["stream"].partition("-")[0] for row in trail} <= {"product"}


def test_a_program_calls_with_a_key_until_it_is_revoked_or_has_run_out(house):
    given = {"caller": "batch", "roles": ["officer"], "scope": ["B1"], "until": "2026-06-01"}
    key = issue_key(house.system.bus("custodian"), "k7", given)
    headers = {"authorization": f"Bearer {key}"}
    assert house.send("customer.register", ZHANG, headers).status_code == 200
    assert house.last().context.actor == "batch"
    wrong = {"authorization": f"Bearer {key[:-1]}{'A' if key[-1] != 'A' else 'B'}"}
    refused(house.send("customer.register", LI, wrong), 401, "wrong, has run out, or was revoked")
    house.clock.at = START + timedelta(days=91)
    refused(house.send("customer.register", LI, headers), 401, "run out")
    house.clock.at = START
    house.system.bus("custodian").run("api_key.revoke", {"key_id": "k7", "reason": "lost"})
    refused(house.send("customer.register", LI, headers), 401, "revoked")
    assert key.split(".")[2] not in str(list(house.system.core.journal.facts(-1, 99)))


def test_a_message_in_a_queue_is_its_senders_word(house):
    key = issue_key(
        house.system.bus("custodian"),
        "k8",
        {"caller": "post", "roles": ["officer"], "scope": ["B1"], "until": "2026-06-01"},
    )
    door = Door(house.system.bus("worker"), entrance=house.gate.bus)
    assert door.run("customer.register", ZHANG, "m1").kind is Kind.FORBIDDEN
    assert door.run("customer.register", ZHANG, "m1", (f"Bearer {key}", None)).kind is Kind.DONE
    assert house.last().context.actor == "post"


def test_who_asks_too_often_is_told_how_long_to_wait(house, wang):
    moment = [0.0]
    gate = evolve(house.gate, pace=Pace(3, clock=lambda: moment[0]))
    house.client = TestClient(
        make_app(house.system.bus("x"), entrance=gate.bus), "http://localhost"
    )
    answers = [house.client.get("/views/products", headers=wang) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[-1].headers["retry-after"] == "21"
    moment[0] = 20.0
    assert house.client.get("/views/products", headers=wang).status_code == 200
    assert house.client.get("/views/products", headers=wang).status_code == 429
    other = house.bearer("zhao", ["officer"], ["B2"])
    assert house.client.get("/views/products", headers=other).status_code == 200


def test_a_repeated_command_gives_its_answer_only_to_who_sent_it(house, wang, zhao):
    keyed = {"idempotency-key": "same"}
    assert house.send("customer.register", ZHANG, {**wang, **keyed}).status_code == 200
    assert house.send("customer.register", ZHANG, {**zhao, **keyed}).status_code in (403, 409)
