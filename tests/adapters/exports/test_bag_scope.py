"""A part of the journal as an export: whole streams, and nothing of others."""

import json
import re

from adapters.evidence.heads import read_heads
from adapters.evidence.verifier import main as verify
from adapters.exports.files import PART
from adapters.pinned import AuditRequest
from tests.adapters.exports.conftest import desk_of
from tests.adapters.exports.test_bag import found_in, keys


def test_a_branch_gets_its_streams_whole_and_nothing_of_others(lent, signing, tmp_path):
    other = {**{"customer_id": "C9", "kind": "natural_person", "since": "2025-01-02"}}
    stranger = {"origin": {"system": "old", "reference": "9"}, "name": "王五"}
    lent.bus("qian", "B02").run("customer.register", {**other, **stranger})
    lent.bus("zhao", "B01").run("day.close", {"day": "2025-03-01"})
    for branch in ("B01", "B02"):
        desk_of(lent, signing).audit(tmp_path / branch, AuditRequest(branch=branch))
    mine = (tmp_path / "B02" / "data" / "records.jsonl").read_text("utf-8")
    assert "customer-C9" in mine and "loan-L1" not in mine
    registers = (tmp_path / "B02" / "data" / "tables" / "loan_register.csv").read_text("utf-8")
    assert len(registers.splitlines()) == 1
    assert verify([str(tmp_path / "B02"), *keys(signing)]) == 0
    (heads,) = (tmp_path / "B02" / "data" / "heads").iterdir()
    assert list(read_heads(heads.read_bytes())) == ["customer-C9"]
    assert not (tmp_path / f"B02{PART}.views").exists()


def test_a_record_that_was_withheld_from_a_branch_is_missed(lent, signing, tmp_path, capsys):
    lent.bus("zhao", "B01").run("day.close", {"day": "2025-03-01"})
    bag = tmp_path / "bag"
    desk_of(lent, signing).audit(bag, AuditRequest(branch="B01"))
    lines = (bag / "data" / "records.jsonl").read_bytes().splitlines(keepends=True)
    last = max(n for n, line in enumerate(lines) if b'"stream":"loan-L1"' in line)
    (bag / "data" / "records.jsonl").write_bytes(b"".join(lines[:last] + lines[last + 1 :]))
    capsys.readouterr()
    assert verify([str(bag), *keys(signing)]) == 1
    assert re.search("failed +closing +.*loan-L1 .*withheld", capsys.readouterr().out)


def test_a_customer_gets_what_names_the_customer(auditing, tmp_path, signing):
    auditing.audit(tmp_path / "bag", AuditRequest(customer="C1"))
    streams = {
        json.loads(line)["record"]["stream"].partition("-")[0]: line
        for line in (tmp_path / "bag" / "data" / "records.jsonl").read_bytes().splitlines()
    }
    assert streams.keys() == {"log", "identity", "customer", "loan"}
    assert not found_in(tmp_path / "bag", "customer-C2", "loan-L2")
    assert verify([str(tmp_path / "bag"), *keys(signing)]) == 0


def test_a_period_has_its_own_records_and_balances_as_of_its_end(lent, signing, clock, tmp_path):
    first = lent.core.journal.head() + 1
    clock.forward(days=2)
    refund = {"loan_id": "L1", "receipt_no": "R2", "amount": "100.00", "value_date": "2025-03-05"}
    lent.bus("zhao").run("loan.record_repayment", refund)
    desk = desk_of(lent, signing)
    day = clock().date().isoformat()
    desk.audit(tmp_path / "bag", AuditRequest(begin=day, until=day))
    records = (tmp_path / "bag" / "data" / "records.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["index"] for line in records] == [first]
    ledger = (tmp_path / "bag" / "data" / "tables" / "ledger.csv").read_text("utf-8")
    assert {line.split(",")[0] for line in ledger.splitlines()[1:]} == {str(first)}
    register = (tmp_path / "bag" / "data" / "tables" / "loan_register.csv").read_text("utf-8")
    (loan, _) = lent.bus("zhao").read("loan_register", {}).rows
    assert f",{loan['principal'].split()[0]},CNY," in register
    assert verify([str(tmp_path / "bag"), *keys(signing)]) == 0
