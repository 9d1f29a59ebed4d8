"""Drawdowns: conditions, payees and by when money arrives; and what it was used for."""

import pytest
from attrs import evolve

from domain.drawdown import events as said
from domain.drawdown.rules import USE_IS_AS_AGREED
from domain.drawdown.values import UndoReason
from domain.money import Money
from domain.origin import Finding
from tests.domain.contract.deeds import DAY, LATER, SIGNED_LOAN
from tests.domain.drawdown.drawings import (
    ARRIVED,
    CHECKED,
    MET,
    PAID,
    RELEASED,
    REQUESTED,
    USED,
)
from tests.projections.asking import Books, shown

SECOND = evolve(REQUESTED, loan_id="N2", amount=Money(2_000_000), payees=())
DELAYED = said.PaymentDelayed(
    payee_id="1", reason="a closed account", complete_by=RELEASED.value_date, settings=()
)
CAR = evolve(
    USED,
    reference="U2",
    amount=Money(1_000_000),
    use="a car",
    as_agreed=False,
    findings=(Finding(USE_IS_AS_AGREED.code, "agreed breeding, used a car"),),
)


def paid(*more: object) -> Books:
    """Return the records of a contract and of a drawdown that was paid, and more of it."""
    books = Books().with_events("contract-L1", *SIGNED_LOAN, day=DAY)
    return books.sealed("drawdown-D1", *PAID, *more, day=LATER)


@pytest.mark.row("DI-02", "DI-04", shown_by="views.drawdowns")
def test_a_drawdown_shows_its_conditions_its_payees_and_how_late_it_was_entered():
    row = paid().row("drawdowns", in_effect_on="2026-03-12")
    assert shown(row, "contract_id", "loan_id", "stage", "amount", "own_part") == (
        "L1",
        "N1",
        "released",
        "150000.00 CNY",
        "30000.00 CNY",
    )
    assert row["conditions"] == [
        {
            "condition_id": "1",
            "kind": "precedent",
            "says": "the sows are insured",
            "evidence": MET.evidence,
        }
    ]
    assert shown(row, "value_date", "recorded_on", "days_late") == ("2026-03-06", "2026-03-09", 3)
    (payee,) = row["payees"]
    assert shown(payee, "name", "account_no", "amount", "complete_by", "overdue") == (
        "清河种猪场",
        "6228480000000000001",
        "120000.00 CNY",
        "2026-03-13",
        False,
    )


def test_a_condition_that_is_not_met_shows():
    books = Books().sealed("drawdown-D1", REQUESTED, day=LATER)
    row = books.row("drawdowns", part="unmet")
    assert shown(row, "stage", "unmet", "days_late") == ("requested", 1, None)
    assert row["conditions"][0]["evidence"] is None


@pytest.mark.row("DI-07", shown_by="views.drawdowns")
def test_a_payment_that_has_not_arrived_in_time_is_overdue():
    assert paid().rows("drawdowns", part="overdue", in_effect_on="2026-03-13") == []
    assert paid().rows("drawdowns", part="overdue", in_effect_on="2026-03-14")
    assert paid(ARRIVED).rows("drawdowns", part="overdue", in_effect_on="2026-03-14") == []
    (payee,) = paid(DELAYED).row("drawdowns", in_effect_on="2026-03-10")["payees"]
    assert shown(payee, "complete_by", "overdue") == ("2026-03-06", True)


def test_all_has_arrived_when_the_borrowers_part_has_as_well():
    assert paid(ARRIVED).row("drawdowns")["arrived_on"] is None
    own = evolve(ARRIVED, payee_id=None, on=RELEASED.value_date)
    assert paid(ARRIVED, own).row("drawdowns")["arrived_on"] == "2026-03-10"


@pytest.mark.row("DI-01", shown_by="views.drawdowns")
def test_several_drawdowns_of_one_contract_stand_side_by_side():
    books = paid().sealed("drawdown-D2", SECOND, MET, day=LATER)
    rows = books.rows("drawdowns", contract_id="L1")
    assert [shown(row, "drawdown_id", "stage", "amount") for row in rows] == [
        ("D1", "released", "150000.00 CNY"),
        ("D2", "requested", "20000.00 CNY"),
    ]
    assert [row["drawdown_id"] for row in books.rows("drawdowns", stage="requested")] == ["D2"]
    assert [row["drawdown_id"] for row in books.rows("drawdowns", loan_id="N1")] == ["D1"]
    first = books.page("drawdowns", limit="1")
    assert ([row["drawdown_id"] for row in first.rows], first.next) == (["D1"], "D1")


@pytest.mark.row("DI-06", shown_by="views.use_of_funds")
def test_use_of_funds_says_what_is_shown_what_deviates_and_what_is_missing():
    row = paid(USED, CAR).row("use_of_funds")
    assert shown(row, "loan_purpose", "use", "amount") == (
        "breeding",
        "forty sows and their feed",
        "150000.00 CNY",
    )
    assert shown(row, "as_agreed", "deviating", "not_shown") == (
        "120000.00 CNY",
        "10000.00 CNY",
        "20000.00 CNY",
    )
    assert [finding["rule"] for finding in row["findings"]] == [USE_IS_AS_AGREED.code]
    assert [use["use"] for use in row["uses"]] == ["forty sows", "a car"]


def test_use_of_funds_is_narrowed_to_what_deviates_or_is_not_shown():
    assert paid(USED).rows("use_of_funds", part="deviating") == []
    assert paid(CAR).rows("use_of_funds", part="deviating")
    assert paid(USED).rows("use_of_funds", part="not_shown")
    whole = evolve(USED, amount=REQUESTED.amount)
    assert paid(whole).rows("use_of_funds", part="not_shown") == []


def test_money_that_was_not_paid_or_was_taken_back_has_no_use():
    unpaid = Books().sealed("drawdown-D1", REQUESTED, MET, CHECKED, day=LATER)
    assert unpaid.rows("use_of_funds") == []
    undone = said.DrawdownReversed(
        reason=UndoReason.KEYED_WRONG,
        amount=REQUESTED.amount,
        value_date=RELEASED.value_date,
        loan_id="N1",
    )
    assert paid(undone).rows("use_of_funds") == []
    row = paid(undone).row("drawdowns", in_effect_on="2026-06-30")
    assert shown(row, "stage", "overdue") == ("reversed", False)
