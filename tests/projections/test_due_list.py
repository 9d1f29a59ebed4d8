"""What is to be collected: arrears, and what falls due."""

from datetime import date

from attrs import evolve

from domain.loan.loss.commands import WriteOffLoan
from tests.domain.loan.loans import AGREE, DISBURSE, REPAY, TAKE_OVER, order, receipt
from tests.projections.asking import Books, shown

WHAT = ("loan_id", "part", "due_date", "days_past_due", "amount")


def books() -> Books:
    return Books().after(AGREE, DISBURSE, REPAY)


def test_an_instalment_is_listed_until_it_is_paid():
    before = books().rows("due_list", in_effect_on="2024-03-01")
    assert [shown(row, *WHAT) for row in before] == [("L1", "due", "2024-03-20", 0, "1055.00 CNY")]
    paid = books().after(receipt("R2", "1055", date(2024, 3, 20)))
    (row,) = paid.rows("due_list", in_effect_on="2024-03-20", until="2024-04-20")
    assert shown(row, "due_date", "amount") == ("2024-04-20", "1050.00 CNY")


def test_arrears_stand_in_one_row_with_the_penalty_to_the_day():
    (row,) = books().rows("due_list", in_effect_on="2024-05-10", part="overdue")
    assert shown(row, "due_date", "days_past_due", "principal", "interest") == (
        "2024-03-20",
        51,
        "2000.00 CNY",
        "105.00 CNY",
    )
    # 1,000.00 for 51 days and 1,000.00 for 20 days at 9 %.
    assert row["penalty"] == "17.75 CNY"


def test_the_last_instalment_of_a_loan_matures():
    rows = books().rows("due_list", in_effect_on="2024-12-25", part="matures")
    assert [shown(row, "part", "due_date") for row in rows] == [("matures", "2025-01-20")]


def test_a_written_off_loan_is_still_to_be_collected_and_one_kept_elsewhere_is_not():
    gone = order(WriteOffLoan, reference="X1", value_date=date(2025, 6, 30))
    asked = books().after(gone, evolve(TAKE_OVER, loan_id="L2", plan=()))
    (row,) = asked.rows("due_list", in_effect_on="2025-07-01")
    assert shown(row, "loan_id", "status") == ("L1", "written_off")


def test_the_list_is_read_page_by_page_and_by_customer():
    asked = books().after(
        evolve(AGREE, loan_id="L2", customer_id="C2"), evolve(DISBURSE, loan_id="L2")
    )
    day = {"in_effect_on": "2024-03-01"}
    first = asked.page("due_list", limit="1", **day)
    rest = asked.page("due_list", limit="1", after=str(first.next), **day)
    assert [row["loan_id"] for row in (*first.rows, *rest.rows)] == ["L1", "L2", "L2"]
    own = asked.rows("due_list", customer_id="C2", **day)
    assert [shown(row, "loan_id", "part") for row in own] == [("L2", "overdue"), ("L2", "due")]
