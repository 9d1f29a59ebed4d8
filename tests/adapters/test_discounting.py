"""A bill is discounted as a loan: in the books, in the views and in the tables of the regulator."""

from typing import Any

import pytest

from domain.bill.rules import HELD_FOR_ONE_LOAN, TOLD_IN_TIME
from domain.facts.bill import DISCOUNT_IS_OF_A_BILL
from domain.loan.discounting.rules import BILL_IS_TAKEN_BACK_WHOLE
from domain.product.rules import DISCOUNT_IS_ALONE, NOT_FLAT, NOT_REVOLVING
from tests.adapters.officers import open_bank, refused, rows, send
from tests.department import DIGEST
from tests.projections.asking import shown
from tests.village import AGREE, DISBURSE, PRODUCT, repay

bank = pytest.fixture(open_bank)
DISCOUNTING: dict[str, Any] = {
    **PRODUCT,
    "product_id": "TX-1",
    "title": "银行承兑汇票贴现",
    "terms": {**PRODUCT["terms"], "instalments_max": 6, "methods": ["discount"]},
}
BILL: dict[str, Any] = {
    "bill_no": "530100000012345",
    "bill_kind": "bank_acceptance",
    "drawer": "县粮油加工厂",
    "acceptor": "市商业银行",
    "endorsers": ["91130421MA07QK3L11", "C2"],
    "face": "100000.00",
    "issued_on": "2025-08-20",
    "matures_on": "2026-02-13",
    "acceptor_elsewhere": True,
}
LEND: dict[str, Any] = {
    **AGREE,
    "customer_id": "C2",
    "product_id": "TX-1",
    "amount": "100000.00",
    "rate_yearly": "3%",
    "method": "discount",
    "instalments": 6,
    "signed_on": "2025-09-01",
    "bill": BILL,
}
PAY: dict[str, Any] = {**DISBURSE, "amount": "100000.00", "value_date": "2025-09-01"}


@pytest.fixture
def discounted(bank):
    """A bank that discounted a bill of 100,000.00 on 1 September for 165 + 3 days."""
    send(bank, "zhou", "product.define", **DISCOUNTING)
    send(bank, "wang", "loan.agree", **LEND)
    send(bank, "wang", "loan.disburse", **PAY)
    return bank


def balances(bank, on: str) -> dict[str, str]:
    """Return the accounts of the ledger that are not nought on a day."""
    found = rows(bank, "trial_balance", in_effect_on=on)
    return {r["account"]: r["balance"] for r in found if r["balance"] != "0.00 CNY"}


@pytest.mark.row(
    "PR-02",
    shown_by="product.define, loan.agree, loan.disburse, loan.record_repayment, "
    "views.loan_register, views.loan_statement, views.ledger, views.trial_balance",
)
def test_a_bill_is_lent_on_its_discount_earned_by_days_and_its_acceptor_pays(discounted):
    bank = discounted
    assert balances(bank, "2025-09-01") == {
        "1011": "-98600.00 CNY",  # 100,000 less 3 % for 168 of 360 days.
        "1301.01": "100000.00 CNY",
        "1301.02": "-1400.00 CNY",
    }
    assert balances(bank, "2025-10-31")["6011.03"] == "-508.33 CNY"  # 61 days.
    (row,) = rows(bank, "loan_register", in_effect_on="2025-12-01")
    assert shown(row, "bill_no", "form", "maturity", "principal", "interest_accrued") == (
        "530100000012345",
        "single",
        "2026-02-16",
        "100000.00 CNY",
        "0.00 CNY",
    )
    paid = {**repay("R1", "100000.00", "2026-02-13"), "paid_by": "acceptor"}
    send(bank, "wang", "loan.record_repayment", **paid)
    assert balances(bank, "2026-02-13") == {"1011": "1400.00 CNY", "6011.03": "-1400.00 CNY"}
    ledger = [r for r in rows(bank, "ledger", account="6011.03") if r["on"] == "2026-02-13"]
    assert [r["amount"] for r in ledger] == ["-125.00 CNY"]  # 15 days of February.
    statement = rows(bank, "loan_statement", loan_id="L1", in_effect_on="2026-02-20")
    lent, came = (r for r in statement if r["part"] == "movement")
    assert shown(lent, "amount", "interest", "principal") == (
        "-98600.00 CNY",
        "1400.00 CNY",
        "-100000.00 CNY",
    )
    assert shown(lent["terms"], "first_day", "until", "interest_days") == (
        "2025-09-01",
        "2026-02-16",
        168,
    )
    assert shown(came, "amount", "balance", "terms") == (
        "100000.00 CNY",
        "0.00 CNY",
        {"paid_by": "acceptor"},
    )


@pytest.mark.row(
    "PR-02",
    shown_by="bill.present, bill.record_refusal, bill.claim_recourse, loan.record_repayment, "
    "views.loan_register, views.bills",
)
def test_a_bill_is_overdue_once_its_money_has_not_come_and_its_endorser_pays(discounted):
    bank, bill = discounted, BILL["bill_no"]
    send(bank, "shen", "bill.present", bill_no=bill, reference="T1", on="2026-02-13")
    no = {"on": "2026-02-14", "reason": "no_funds", "evidence": DIGEST}
    send(bank, "shen", "bill.record_refusal", bill_no=bill, **no)
    claim = {"reference": "Z1", "signatory": "borrower", "on": "2026-02-20", "letter": DIGEST}
    send(bank, "wang", "bill.claim_recourse", bill_no=bill, **claim)
    (held,) = rows(bank, "bills", stage="recourse")
    assert shown(held, "loan_id", "present_by", "recourse_until", "rights_until") == (
        "L1",
        "2026-02-23",
        "2026-08-14",
        "2028-02-13",
    )
    assert [found["rule"] for found in held["findings"]] == [TOLD_IN_TIME.code]
    (row,) = rows(bank, "loan_register", in_effect_on="2026-02-26")
    assert shown(row, "status", "days_past_due", "penalty_due", "payoff") == (
        "overdue",
        10,
        "125.00 CNY",
        "100125.00 CNY",
    )
    paid = {**repay("R1", "100125.00", "2026-02-26"), "paid_by": "borrower"}
    send(bank, "wang", "loan.record_repayment", **paid)
    assert balances(bank, "2026-02-26") == {
        "1011": "1525.00 CNY",
        "6011.02": "-125.00 CNY",
        "6011.03": "-1400.00 CNY",
    }
    (held,) = rows(bank, "bills", bill_no=bill)
    assert shown(held, "stage", "ended_on") == ("ended", "2026-02-26")


@pytest.mark.row("PR-02", shown_by="loan.disburse, views.bills")
def test_a_bill_that_we_hold_is_not_discounted_again(discounted):
    bank = discounted
    again = {**PAY, "loan_id": "L2", "reference": "PAY-2"}
    send(bank, "wang", "loan.agree", **{**LEND, "loan_id": "L2"})
    assert refused(bank, "wang", "loan.disburse", **again) == HELD_FOR_ONE_LOAN.code
    send(bank, "wang", "loan.reverse_disbursement", loan_id="L1", reference="PAY-1")
    send(bank, "wang", "loan.disburse", **again)
    (held,) = rows(bank, "bills")
    assert shown(held, "loan_id", "stage") == ("L2", "held")


@pytest.mark.row("PR-02", shown_by="loan.record_repayment, views.trial_balance")
def test_a_bill_that_is_taken_back_early_earns_for_the_days_that_passed(discounted):
    bank, day = discounted, "2025-11-10"  # 70 days: 583.33 earned.
    part = repay("R1", "50000.00", day)
    assert refused(bank, "wang", "loan.record_repayment", **part) == BILL_IS_TAKEN_BACK_WHOLE.code
    send(bank, "wang", "loan.record_repayment", **repay("R1", "99183.33", day))
    settled = {"1011": "583.33 CNY", "6011.03": "-583.33 CNY"}
    assert balances(bank, day) == balances(bank, "2026-03-02") == settled
    wrong = {"loan_id": "L1", "receipt_no": "R1", "reason": "keyed_wrong"}
    send(bank, "wang", "loan.reverse_repayment", **wrong)
    assert balances(bank, "2026-03-02")["6011.03"] == "-1400.00 CNY"
    send(bank, "wang", "loan.reverse_disbursement", loan_id="L1", reference="PAY-1")
    assert balances(bank, "2026-03-02") == {}


@pytest.mark.row("PR-02", shown_by="product.define, loan.agree")
def test_what_cannot_be_lent_says_what_to_use_instead(bank):
    def define(**terms: Any) -> str:
        asked = {**DISCOUNTING, "terms": {**DISCOUNTING["terms"], **terms}}
        return refused(bank, "zhou", "product.define", **asked)

    assert define(methods=["revolving"]) == NOT_REVOLVING.code
    assert define(methods=["flat"]) == NOT_FLAT.code
    assert define(methods=["discount", "single_payment"]) == DISCOUNT_IS_ALONE.code
    assert "single_payment" in NOT_REVOLVING.says and "equal_instalment" in NOT_FLAT.says
    send(bank, "zhou", "product.define", **DISCOUNTING)
    unnamed = {**LEND, "bill": None}
    assert refused(bank, "wang", "loan.agree", **unnamed) == DISCOUNT_IS_OF_A_BILL.code
