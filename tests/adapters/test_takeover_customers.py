"""Customers are taken over with their economic files: several commands a row, lists from cells."""

import pytest

from adapters.problems import Unknown, Unreadable
from tests.adapters.take_over import bus
from tests.adapters.test_takeover_csv import run
from tests.bench_front import MAPPING, identity, table

HEADER = (
    "no,name,identity,phone,village,since,spouse,area,house,deposit,owed,yearly,takings,outlay,"
    "living,opinion\n"
)


def row(no: str, name: str, spouse: str, house: str) -> str:
    last = "0.00,0.00,0.00,50000.00,20000.00,12000.00,good"
    person = identity(int(no[1:]))
    return f"{no},{name},{person},13800138000,清河村,2024-03-01,{spouse},850,{house},{last}\n"


@pytest.mark.row("CU-02", shown_by="economic_file.take_over, views.economic_file")
def test_a_row_becomes_a_customer_and_an_economic_file(tmp_path):
    teller, text = bus(), HEADER + row("C1", "张三", "李四", "90000.00")
    code, report, reasons = run(teller, tmp_path, text.encode(), MAPPING)
    assert (code, reasons) == (0, [])
    assert report.splitlines() == [
        "rows: taken over 1 + quarantined 0 = stated 1: equal",
        "economic_file.take_over: taken over 1 + quarantined 0 = stated 1: equal",
    ]
    (file,) = teller.read("economic_file", {"customer_id": "C1"}).rows
    assert [one["name"] for one in file["sections"]["members"]] == ["张三", "李四"]
    assert file["figures"]["net_income"] == "30000.00 CNY"
    (record,) = file["records"]
    assert record["origin"] == {"system": "former", "reference": "table.csv:C1"}
    assert "signed_form" in file["missing_items"]


def test_a_part_of_a_list_whose_cells_are_empty_is_left_out(tmp_path):
    teller, text = bus(), HEADER + row("C1", "张三", "", "90000.00")
    assert run(teller, tmp_path, text.encode(), MAPPING)[0] == 0
    (file,) = teller.read("economic_file", {"customer_id": "C1"}).rows
    assert len(file["sections"]["members"]) == 1


def test_what_of_a_row_cannot_be_read_sets_all_its_commands_aside(tmp_path):
    text = HEADER + row("C1", "张三", "李四", "ninety") + row("C2", "王五", "赵六", "90000.00")
    code, report, reasons = run(bus(), tmp_path, text.encode(), MAPPING)
    assert (code, len(reasons)) == (1, 2)
    assert all(reason == "house: is no number" for reason in reasons)
    assert "economic_file.take_over: taken over 1 + quarantined 1 = stated 2: equal" in report


def test_sent_again_nothing_is_taken_twice(tmp_path):
    teller, text = bus(), HEADER + row("C1", "张三", "李四", "90000.00")
    run(teller, tmp_path, text.encode(), MAPPING)
    code, report, _ = run(teller, tmp_path, text.encode(), MAPPING)
    assert code == 0
    assert report.count("taken over before: 1") == 2


def test_identity_numbers_of_the_measurement_are_those_of_different_people(tmp_path):
    table(tmp_path / "many.csv", 1_200)
    code, report, reasons = run(bus(), tmp_path, (tmp_path / "many.csv").read_bytes(), MAPPING)
    assert (code, reasons[:3]) == (0, [])
    assert "rows: taken over 1200" in report


@pytest.mark.parametrize(
    ("then", "error", "why"),
    [
        ("then = 1", Unreadable, "not of the right kind"),
        ("[[then]]\ncommand = 'economic_file.take_over'", Unreadable, "a part of then has"),
        (
            "[[then]]\ncommand = 'loan.lend'\n[then.columns]\na = 'b'",
            Unknown,
            "no command loan.lend",
        ),
        (
            "[[then]]\ncommand = 'economic_file.take_over'\n[then.columns]\nsectoins = 'b'",
            Unreadable,
            "has no field sectoins",
        ),
    ],
)
def test_a_further_command_that_is_wrong_is_refused_before_anything_is_taken(
    then, error, why, tmp_path
):
    before, _, _ = MAPPING.partition("[[then]]")
    mapping = f"{then}\n{before}" if "=" in then.splitlines()[0] else f"{before}\n{then}"
    with pytest.raises(error) as caught:
        run(bus(), tmp_path, HEADER.encode(), mapping)
    assert why in str(caught.value)
