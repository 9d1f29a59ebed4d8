"""Calculations of many loans from a table: all or none, and each fault by line and field."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pyarrow
import pyarrow.parquet
import pytest

from adapters.calculations.loans import read_loans
from adapters.calculations.many import write_many
from adapters.calculations.offers import CALCULATIONS
from adapters.problems import Unreadable
from domain.loan.plan import Contradiction

SCHEDULE, ACCRUE, COST = (CALCULATIONS[name] for name in ("schedule", "accrue", "cost"))
LOAN = {"principal": "100000.00", "paid_out_on": "2024-01-15", "rates": "4.9%", "periods": 12}
TABLE = """loan,principal,paid_out_on,rates,periods,method,draws
A,100000.00,2024-01-15,4.9%,12,equal_instalment,
B,50000.00,2024-01-31,"6%, 2024-06-01 5.5%",6,equal_principal,
C,200000.00,2024-01-15,4.9%,12,,"[{""value_date"": ""2024-03-01"", ""amount"": ""5000.00""}]"
"""


def written(text, form="csv"):
    loans, stream = read_loans(SCHEDULE, text.encode()), io.BytesIO()
    write_many(loans, form, stream)
    return loans, stream.getvalue()


def test_each_loan_of_a_table_has_the_rows_of_its_own_plan():
    loans, content = written(TABLE)
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    assert not loans.faults
    assert [sum(row["loan"] == loan for row in rows) for loan in "ABC"] == [12, 6, 12]
    draws = [{"value_date": "2024-03-01", "amount": "5000.00"}]
    one = SCHEDULE.answer({**LOAN, "principal": "200000.00", "draws": draws})
    assert [r["instalment"] for r in rows if r["loan"] == "C"] == [
        row["instalment"].number for row in one.rows
    ]


def test_parquet_holds_types_and_labels_and_can_be_given_back():
    _, content = written(TABLE, "parquet")
    table = pyarrow.parquet.read_table(pyarrow.BufferReader(content))
    assert table.schema.field("principal").type == pyarrow.decimal128(18, 2)
    assert table.schema.field("due_date").type == pyarrow.date32()
    assert table.schema.field("interest").metadata[b"zh"] == "利息".encode()
    assert table.num_rows == 30


def test_loans_may_come_from_parquet_with_types():
    table = pyarrow.table(
        {
            "loan": ["A", "B"],
            "principal": pyarrow.array([Decimal("100000.00"), Decimal("1.00")]),
            "paid_out_on": [date(2024, 1, 15), date(2024, 1, 15)],
            "rates": ["4.9%", "4.9%"],
            "periods": [12, None],
            "maturity": [None, date(2025, 1, 15)],
        }
    )
    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(table, sink)
    loans = read_loans(SCHEDULE, sink.getvalue().to_pybytes())
    assert [len(answer.rows) for _, answer in loans.answers()] == [12, 12]
    assert not loans.faults


def test_bad_rows_are_named_by_line_and_field_and_nothing_is_taken_in_part():
    bad = TABLE.replace("B,50000.00", "B,5e4").replace(",12,,", ",0,,")
    loans, _ = written(bad)
    with pytest.raises(Unreadable) as error:
        loans.require_whole()
    first, second = error.value.problems
    assert first.startswith("line 3, principal: expected an amount")
    assert second.startswith("line 4, periods: 0 periods; give 1 to")


def test_rows_that_only_contradict_are_a_contradiction():
    loans, _ = written(TABLE.replace(",12,,", ",0,,"))
    with pytest.raises(Contradiction, match="line 4, periods"):
        loans.require_whole()


def test_a_refusal_names_twenty_faults_and_counts_the_others():
    rows = "".join("x,2024-01-15,4.9%,12\n" for _ in range(30))
    loans, _ = written(f"principal,paid_out_on,rates,periods\n{rows}")
    with pytest.raises(Unreadable) as error:
        loans.require_whole()
    assert len(error.value.problems) == 21 and error.value.problems[-1] == "and 10 more"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no rows"),
        (b"loan,principal\n", "no rows"),
        (b"principal,colour\n1,red\n", "no such column: colour"),
        (b"principal,principal\n1,2\n", "column given twice: principal"),
        (b"principal,rates\n1\n", "line 2: not 2 cells"),
        (b"principal\n\xff\n", "not UTF-8 at byte 10"),
        (b'principal\n"1', "not CSV"),
        (b"PAR1 and no more", "not a Parquet file"),
    ],
)
def test_what_is_no_table_of_loans_is_refused_in_a_sentence(content, says):
    with pytest.raises(Unreadable, match=says):
        list(read_loans(SCHEDULE, content).terms())


def test_accruals_and_costs_of_many_loans():
    text = "loan,start,until,rates,balance\nA,2024-01-10,2024-03-21,4.35%,1000000.00\n"
    loans, stream = read_loans(ACCRUE, text.encode()), io.BytesIO()
    write_many(loans, "json", stream)
    (found,) = json.loads(stream.getvalue())["loans"]
    assert (found["loan"], found["interest"]) == ("A", "8579.17 CNY")
    text = "loan,principal,paid_out_on,rates,periods\nA,100000.00,2024-01-15,4.9%,12\n"
    loans, stream = read_loans(COST, text.encode()), io.BytesIO()
    write_many(loans, "csv", stream)
    assert stream.getvalue().decode().count("\n") == 6
