"""The ledger, exported, adds up to the same trial balance in programs that we did not write."""

import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from adapters.exports.journal import account_name
from adapters.problems import Unknown
from adapters.settings import Settings
from adapters.wiring import Tools


@pytest.fixture(scope="module")
def tools(tmp_path_factory):
    """Return the tools of a bank that lived through the demonstration."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    lived = Tools(Settings(database=str(path)))
    report = lived.demo(lambda *_: None)
    assert report.passed
    yield lived
    lived.close()


def balances(tools) -> dict[str, Decimal]:
    """Return our trial balance, by account name."""
    rows = tools.bus().read("trial_balance", {}).rows
    return {
        account_name(row["account"]): Decimal(row["balance"].split()[0])
        for row in rows
        if row["account"]
    }


def written(tools, form: str, path: Path) -> Path:
    """Return a file with the exported ledger."""
    lines = tools.export_journal(form, in_effect_on=None, known_by=None)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_hledger_comes_to_the_same_balances(tools, tmp_path):
    program = shutil.which("hledger")
    if program is None:
        pytest.skip("hledger is not installed")
    file = written(tools, "hledger", tmp_path / "ledger.journal")
    found = subprocess.run(
        [program, "-f", str(file), "balance", "--flat", "-N", "-O", "csv", "--strict"],
        capture_output=True,
        text=True,
        check=True,
        env={"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
    )
    rows = [line.strip('"').split('","') for line in found.stdout.splitlines()[1:]]
    assert {name: Decimal(amount.split()[0]) for name, amount in rows} == balances(tools)


def test_beancount_comes_to_the_same_balances(tools, tmp_path):
    pytest.importorskip("beancount")
    file = written(tools, "beancount", tmp_path / "ledger.beancount")
    script = (
        "import sys; from beancount import loader; from beancount.core import realization\n"
        "entries, errors, _ = loader.load_file(sys.argv[1])\n"
        "assert not errors, errors\n"
        "for a in realization.iter_children(realization.realize(entries)):\n"
        "    for p in a.balance: print(a.account, p.units.number)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    rows = [line.split() for line in found.stdout.splitlines()]
    assert {name: Decimal(number) for name, number in rows} == balances(tools)


def test_an_earlier_day_exports_what_held_then(tools):
    early = list(tools.export_journal("hledger", in_effect_on="2024-03-01", known_by=None))
    assert any("2024-02-20" in line for line in early)
    assert not any(line.startswith("2024-04") for line in early)


def test_another_form_names_what_there_is(tools):
    with pytest.raises(Unknown, match="hledger, beancount"):
        list(tools.export_journal("ledger", in_effect_on=None, known_by=None))


def test_the_demonstration_is_the_same_every_time_and_holds_what_it_promises(tools, tmp_path):
    again = Tools(Settings(database=str(tmp_path / "again.db")))
    again.demo(lambda *_: None)
    assert balances(again) == balances(tools)
    assert again.verify(None, lambda *_: None).passed
    register = again.bus().read("loan_register", {"in_effect_on": "2025-12-28"}).rows
    assert {"settled", "active", "overdue"} <= {row["status"] for row in register}
    customers = again.bus().read("customers", {"limit": "1000"}).rows
    assert [row["standing"] for row in customers].count("erased") == 1
    again.close()
