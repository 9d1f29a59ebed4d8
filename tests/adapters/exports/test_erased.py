"""An erased person is gone from all that is made later, and what was proved before stands."""

import pytest
from attrs import evolve

from adapters.evidence.keys import Use, create_key
from adapters.evidence.signer import create_signer
from adapters.evidence.verifier import main as verify
from adapters.log import make_log
from adapters.pinned import AuditRequest
from adapters.telemetry.commands import Telemetry
from tests.adapters.exports.conftest import desk_of
from tests.adapters.exports.test_bag import found_in
from tests.village import LI, NUMBERS, PRODUCT, ZHANG

CANARIES = ("李四", "13900139000", NUMBERS[1], "清河村二组")
NOW = {"in_effect_on": None, "known_by": None}
AUDIT = AuditRequest(recipient="审计署", purpose="年度审计")


@pytest.fixture
def outside(tmp_path_factory):
    """Return a folder apart from the bank's own, for what leaves it."""
    return tmp_path_factory.mktemp("outside")


@pytest.fixture
def logged(bank, tmp_path):
    """Return the bank with its application log in a file of its folder."""
    return evolve(bank, telemetry=Telemetry(log=make_log(str(tmp_path / "app.log"))))


@pytest.fixture
def keys(outside):
    create_signer(outside / "signing", "qinghe.example/audit")
    create_key(outside / "signing", Use.EXPORT, "qinghe.example/audit/export")
    return [f"--{use}-key={outside / 'signing' / f'{use}.vkey'}" for use in ("log", "export")]


def erase(bank) -> None:
    """Erase Li, as two people of the bank do it."""
    request = {"customer_id": "C2", "basis": "request_of_the_person"}
    bank.bus("zhao").run("customer.request_erasure", request)
    bank.bus("qian").run("customer.erase", {"customer_id": "C2"})


def test_erasure_reaches_database_views_logs_and_new_exports(logged, outside, keys, tmp_path):
    for customer in (ZHANG, {**LI, "address": CANARIES[3]}):
        logged.bus("zhao").run("customer.register", customer)
    logged.bus("zhao").run("product.define", PRODUCT)
    logged.catch_up()
    desk = desk_of(logged, outside / "signing")
    desk.audit(outside / "before", AUDIT)
    assert found_in(outside / "before", *CANARIES)
    erase(logged)
    desk.audit(outside / "after", AUDIT)
    desk.tables(outside / "tables", (), "both", **NOW)
    desk.east(outside / "east", **NOW, since=None, encoding="utf-8")
    desk.ledger(outside / "ledger", begin=None, **NOW)
    for folder in ("after", "tables", "east", "ledger"):
        assert not found_in(outside / folder, *CANARIES), folder
    assert not found_in(tmp_path, *CANARIES)
    assert {"bank.db", "bank.db.views", "app.log"} <= {p.name for p in tmp_path.iterdir()}
    assert found_in(outside / "after", "张三")
    for folder in ("before", "after"):
        assert verify([str(outside / folder), *keys]) == 0


def test_no_digest_is_left_to_try_guesses_on(logged, outside, keys):
    logged.bus("zhao").run("customer.register", LI)
    desk = desk_of(logged, outside / "signing")
    desk.audit(outside / "before", AUDIT)
    salted = (outside / "before" / "data" / "disclosures.jsonl").read_text("utf-8").splitlines()
    erase(logged)
    desk.audit(outside / "after", AUDIT)
    left = (outside / "after" / "data" / "disclosures.jsonl").read_text("utf-8")
    assert salted and left == ""


def test_a_filed_pack_names_the_erasure_as_what_makes_it_different(logged, outside, keys):
    logged.bus("zhao").run("customer.register", LI)
    desk = desk_of(logged, outside / "signing")
    desk.east(outside / "filed", **NOW, since=None, encoding="utf-8")
    erase(logged)
    report, differences = desk.compare(outside / "filed", known_by=None)
    assert not report.passed and "201" in report.remarks[0]
    assert differences and all("customer.erased" in d["why"] for d in differences)
