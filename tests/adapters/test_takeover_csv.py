"""A table of any system is taken over as a mapping says, and bad rows are set aside."""

import csv
import io
import re
from pathlib import Path

import pytest

from adapters.problems import Unknown, Unreadable
from adapters.system import SystemBus
from adapters.takeover.run import take_over_csv
from tests.adapters.take_over import bus
from tests.style.trees import ROOT

ORIGIN = {"system": "old_ledger", "reference": "by hand"}
GUIDE = ROOT / "docs/guides/take_over.md"
MAP = """
system = "old_ledger"
command = "customer.register"
key = ["no"]
[columns]
customer_id = "no"
name = "name"
since = { column = "since", as = "date" }
document.number = "licence"
[constants]
kind = "enterprise"
document.kind = "legacy_licence"
"""
TABLE = "no,name,since,licence\nC1,Mill,2020-01-02,440301103\nC2,,2020-01-02,440301104\n"


def example(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def run(on: SystemBus, folder: Path, table: bytes, mapping: str) -> tuple[int, str, list[str]]:
    """Take a table over; return exit code, report and the reasons of the quarantine."""
    file, how, aside = folder / "table.csv", folder / "mapping.toml", folder / "aside.csv"
    file.write_bytes(table)
    how.write_text(mapping, encoding="utf-8")
    report = io.StringIO()
    code = take_over_csv(file, how, on, report=report, quarantine=aside)
    with aside.open(encoding="utf-8", newline="") as text:
        reasons = [row["reason"] for row in csv.DictReader(text)]
    return code, report.getvalue(), reasons


def test_the_example_of_the_guide_runs_as_it_is_written_there(tmp_path):
    teller = bus()
    customer = {"customer_id": "C1", "kind": "enterprise", "name": "Mill", "since": "2023-01-01"}
    teller.run("customer.register", {**customer, "origin": ORIGIN})
    loan = {"loan_id": "L1", "customer_id": "C1", "amount": "5000.00", "rate_yearly": None}
    asked = {"no": 1, "due_date": "2025-01-05", "principal": "5000.00", "interest": "0", "fee": "0"}
    begun = {**loan, "granted_on": "2024-01-05", "plan": [asked], "origin": ORIGIN}
    teller.run("loan.take_over", begun)
    table = example("csv").encode("gb18030")
    code, report, reasons = run(teller, tmp_path, table, example("toml"))
    assert (code, report) == (1, example("text"))
    assert reasons == ["金额: has a part of a hundredth"]
    statement = teller.read("loan_statement", {"loan_id": "L1"}).rows
    assert [r["amount"] for r in statement if r["what"] == "repayment"] == ["1200.00 CNY"]


def test_rows_are_taken_with_constants_and_parts_and_only_once(tmp_path):
    teller = bus()
    for run_no in (1, 2):
        code, report, reasons = run(teller, tmp_path, TABLE.encode(), MAP)
        assert code == 1 and len(reasons) == 1 and "name" in reasons[0]
        assert ("taken over before: 1" in report) == (run_no == 2)
    (card,) = teller.read("customer_card", {"customer_id": "C1"}).rows
    assert card["documents"] == [{"kind": "legacy_licence", "number": "440301103"}]
    assert card["system"] == "old_ledger"


def test_a_table_without_a_bad_row_ends_well(tmp_path):
    good = TABLE.replace("C2,,", "C2,Shop,")
    assert run(bus(), tmp_path, good.encode(), MAP)[0] == 0


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (TABLE.replace("C2,", "C2").encode(), "has 3 cells under 4 names"),
        (TABLE.replace("C2,,", ",Shop,").encode(), "the row has no key"),
        (TABLE.replace("C2,,2020-01-02", "C2,Shop,2.1.2020").encode(), "since: is no day"),
        (TABLE.replace("C2,,", "C2,公司,").encode("gb18030"), "is not written in utf-8"),
        (TABLE.replace("C2,,", "C1,Shop,").encode(), "customer.register: "),
    ],
)
def test_a_bad_row_is_set_aside_and_the_others_are_taken(*, table, why, tmp_path):
    _, report, reasons = run(bus(), tmp_path, table, MAP)
    assert "taken over 1 + quarantined 1 = stated 2: equal" in report
    assert [why in reason for reason in reasons] == [True]


@pytest.mark.parametrize(
    ("old", "new", "error", "why"),
    [
        ('key = ["no"]', "", Unreadable, "missing in the mapping: key"),
        ('key = ["no"]', 'key = "no"', Unreadable, "not of the right kind in the mapping: key"),
        ('key = ["no"]', 'keys = ["no"]', Unreadable, "unknown in a mapping: keys"),
        ("customer.register", "customer.invent", Unknown, "no command customer.invent"),
        ("customer_id =", "number =", Unreadable, "customer.register has no field number"),
        ('as = "date"', 'as = "day"', Unreadable, "since: as is one of"),
        ("[columns]", 'encoding = "none"\n[columns]', Unreadable, "encoding or delimiter"),
        ("[columns]", "[columns", Unreadable, "cannot be read"),
    ],
)
def test_a_mapping_that_is_wrong_is_refused_before_anything_is_taken(
    *, old, new, error, why, tmp_path
):
    with pytest.raises(error, match=re.escape(why)):
        run(bus(), tmp_path, TABLE.encode(), MAP.replace(old, new, 1))
