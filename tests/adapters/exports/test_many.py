"""An export of ten thousand records, made and verified in every run."""

import json
import subprocess
import sys

import pytest
from attrs import evolve

from adapters.evidence.verifier import main as verify
from adapters.exports.bag import Order, make_bag
from adapters.pinned import AuditRequest
from tests.adapters.exports.conftest import desk_of
from tests.adapters.exports.many import fill

COUNT = 10_000


@pytest.fixture
def made(bank, clock, signing, tmp_path):
    """Return the bag of ten thousand records and the options that verify it."""
    clock.forward(days=200)
    assert fill(bank, tmp_path / "bank.db", COUNT) == COUNT
    desk = desk_of(bank, signing)
    signer, seal = desk.sign()
    order = Order(
        to=tmp_path / "bag",
        scope=evolve(desk.source.scope(AuditRequest()), personal=True),
        dates=desk.source.dates(None, None),
        signer=signer,
        seal=seal,
        tables=("ledger", "trial_balance"),
    )
    make_bag(desk.source, order, lambda _: None, lambda *_: None)
    return tmp_path / "bag", [f"--{u}-key={signing / f'{u}.vkey'}" for u in ("log", "export")]


def test_ten_thousand_records_verify_by_ours_and_by_foreign_programs(made, capsys):
    bag, keys = made
    assert verify([str(bag), *keys]) == 0
    assert f"{COUNT} of {COUNT} records" in capsys.readouterr().out
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", "tagmanifest-sha256.txt", "manifest-sha256.txt"],
        cwd=bag,
        check=False,
    )
    assert done.returncode == 0
    pytest.importorskip("duckdb", reason="needs duckdb")
    asked = "import duckdb, json; duckdb.execute('SET enable_progress_bar = false');"
    asked += "print(json.dumps(duckdb.execute(open('verify.sql').read()).fetchall()))"
    answer = subprocess.run(
        [sys.executable, "-c", asked], cwd=bag / "data", capture_output=True, check=False
    )
    assert json.loads(answer.stdout) == [["the records and events.csv are those of the log"]]
    frictionless = pytest.importorskip("frictionless", reason="needs frictionless")
    report = frictionless.validate(str(bag / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
