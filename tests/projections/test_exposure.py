"""Exposure against capital: customers, groups, the ten largest, large exposures, insiders."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.customer_group.events import CustomerGroupFormed
from domain.facts.customer_group import GroupReason
from domain.money import Money
from domain.policy.events import CapitalRecorded
from projections.concentration import largest
from projections.exposures import owed_by
from tests.domain.facility.limits import RESERVE, granted, yuan
from tests.domain.loan.loans import AGREE, DISBURSE, REPAY
from tests.laws.naive import NaiveReader
from tests.projections.asking import TODAY, Books, shown

SHARES = ("name", "exposure", "share", "within")
CAPITAL = CapitalRecorded(
    as_of=date(2025, 12, 31),
    net_capital=yuan(100_000),
    net_tier1=yuan(80_000),
    source="Return of 2025 Q4",
)


def lent(made, who, amount, number=None):
    """Lend a customer an amount on a loan that bears a number."""
    loan_id = number or f"L-{who}"
    return made.after(
        evolve(AGREE, customer_id=who, amount=amount, loan_id=loan_id),
        evolve(DISBURSE, amount=amount, loan_id=loan_id),
    )


def books(**amounts):
    """Return a bank of a net capital of 100,000 yuan that lent customers so many yuan."""
    made = Books().with_events("policy-book", CAPITAL)
    for who, amount in amounts.items():
        lent(made, who, yuan(amount))
    return made


@pytest.mark.row("RL-09", shown_by="views.exposure")
def test_a_customer_is_measured_against_a_tenth_of_net_capital():
    made = books(C1=10_000, C2=10_100)
    rows = made.rows("exposure", part="customer")
    assert [shown(row, *SHARES) for row in rows] == [
        ("C1", "10000.00 CNY", "10.00%", True),
        ("C2", "10100.00 CNY", "10.10%", False),
    ]
    assert rows[1]["parameter"] == "concentration.village_bank.single_borrower_max"
    assert (rows[1]["most"], rows[1]["share_tier1"]) == ("10000.00 CNY", "12.63%")


@pytest.mark.row("RL-08", shown_by="views.exposure")
def test_a_group_is_measured_together():
    made = books(C1=8_000, C2=8_000, C3=1_000)
    formed = CustomerGroupFormed(
        why=GroupReason.CONTROL, members=("C1", "C2"), since=date(2026, 1, 2)
    )
    made.with_events("customer_group-G1", formed)
    (row,) = made.rows("exposure", part="group")
    assert shown(row, *SHARES) == ("G1", "16000.00 CNY", "16.00%", False)
    found = made.row("exposure", part="group", customer_id="C1")
    assert (found["customers"], found["exposure"]) == (["C1", "C2"], "16000.00 CNY")
    assert made.row("exposure", part="group", group_id="G1")["name"] == "G1"
    assert made.row("exposure", part="group", customer_id="C3")["customers"] == ["C3"]


@pytest.mark.row("RL-09", shown_by="views.exposure")
def test_the_ten_largest_are_measured_against_half_of_net_capital():
    made = books(**{f"C{n:02}": 1_000 * n for n in range(1, 13)})
    *rows, together = made.rows("exposure", part="top_ten")
    assert [row["name"] for row in rows] == [f"C{n:02}" for n in range(12, 2, -1)]
    assert shown(together, *SHARES) == ("", "75000.00 CNY", "75.00%", False)
    assert together["parameter"] == "concentration.top10.loans_to_capital_max"


@pytest.mark.row("RL-09", shown_by="views.exposure")
def test_large_exposures_begin_at_a_fortieth_of_tier_one():
    made = books(C1=2_000, C2=1_999)
    assert [row["name"] for row in made.rows("exposure", part="large")] == ["C1"]


@pytest.mark.row("RL-09", shown_by="views.exposure")
def test_what_names_no_industry_stands_under_no_name():
    row = books(C1=8_000, C2=2_000).row("exposure", part="industry")
    assert shown(row, "name", "exposure", "share") == ("", "10000.00 CNY", "10.00%")


def test_without_capital_on_record_there_are_amounts_and_no_shares():
    made = lent(Books(), "C1", yuan(12_000))
    assert shown(made.row("exposure", part="customer"), *SHARES) == (
        "C1",
        "12000.00 CNY",
        None,
        None,
    )
    assert not made.rows("exposure", part="large")


def test_what_is_approved_and_not_yet_paid_out_stands_beside():
    made = books(C1=8_000).with_events("facility-C1", granted()).after(RESERVE)
    assert made.row("exposure", part="customer")["reserved"] == "100000.00 CNY"


_loans = st.lists(
    st.tuples(st.sampled_from([f"C{n}" for n in range(8)]), st.integers(12, 50), st.booleans()),
    max_size=12,
)


@settings(max_examples=20)
@given(_loans, st.integers(1, 9))
def test_the_largest_are_those_of_a_list_of_all(loans, count):
    made = Books()
    for number, (who, thousands, repaid) in enumerate(loans):
        lent(made, who, yuan(1_000 * thousands), f"L{number}")
        if repaid:
            made.after(evolve(REPAY, loan_id=f"L{number}"))
    reader = NaiveReader(made.journal.kept, TODAY, made.journal.head())
    every = owed_by(reader, {who for who, _, _ in loans})
    listed = sorted(((-owed[0].fen, who) for who, owed in every.items()))
    found = largest(reader, "CNY", count=count)
    assert [-owed.fen for _, owed in found] == [fen for fen, _ in listed[:count]]
    assert {(-owed.fen, who) for who, owed in found} <= set(listed)
    assert dict(largest(reader, "CNY", least=4_000_000)) == {
        who: Money(-fen) for fen, who in listed if -fen >= 4_000_000
    }
