"""A drawdown through the whole core: checked, paid, followed, taken back and paid back."""

from collections.abc import Iterator

import pytest

from adapters.calendars import china
from adapters.system import System
from domain.drawdown.rules import (
    CONDITIONS_ARE_MET,
    PAYEE_IS_A_COUNTERPARTY,
    SECURITY_IS_IN_EFFECT,
)
from domain.loan.under_contract.rules import (
    CONTRACT_IS_REQUIRED,
    LOAN_HAS_ENDED,
    PAID_BY_ITS_DRAWDOWN,
)
from tests import contract_papers as papers
from tests.contract_papers import (
    D1,
    DRAFT,
    L1,
    RELEASE,
    REQUEST,
    contracted,
    later,
    paid,
    refused,
    row,
    sign,
)
from tests.credit_file import PAPER
from tests.village import AGREE, repay

UNUSED = {"facility_id": "C2"}
CONTRACT_REQUIRED = {
    "parameter": "bank.lending.contract_required",
    "setting": "true",
    "since": "2026-03-02",
    "source": "Board 2026-5",
    "authority": "Board",
}


@pytest.fixture
def bank() -> Iterator[System]:
    with papers.bank_with_an_approval() as system:
        yield system


@pytest.mark.row("DI-02", "DI-03", shown_by="drawdown.check, drawdown.meet_condition")
def test_nothing_is_paid_before_conditions_are_met_and_the_mortgage_is_registered(bank):
    wang = bank.bus("wang")
    wang.run("contract.draft_loan", DRAFT)
    wang.run("contract.draft_security", papers.DRAFT_MORTGAGE)
    sign(bank, "M1", "C1")
    sign(bank, "L1", "C2")
    transit = {**papers.SELLER, "kind": "transit_account"}
    refused(
        bank,
        PAYEE_IS_A_COUNTERPARTY,
        "wang",
        "drawdown.request",
        **{**REQUEST, "payees": [transit]},
    )
    wang.run("drawdown.request", REQUEST)
    assert refused(bank, CONDITIONS_ARE_MET, "shen", "drawdown.check", **D1)["unmet"] == "1"
    wang.run("drawdown.meet_condition", papers.MEET)
    found = refused(bank, SECURITY_IS_IN_EFFECT, "shen", "drawdown.check", **D1)
    assert found["not_in_effect"] == "collateral-K1"
    bound = {"collateral_id": "K1", "contract_id": "M1", "amount": "50000.00"}
    wang.run("collateral.bind", bound)
    refused(bank, SECURITY_IS_IN_EFFECT, "shen", "drawdown.check", **D1)
    wang.run("collateral.record_registration", papers.REGISTERED)
    refused(bank, SECURITY_IS_IN_EFFECT, "shen", "drawdown.check", **D1)
    bank.bus("han").run("collateral.put_in_vault", papers.IN_VAULT)
    bank.bus("shen").run("drawdown.check", D1)


@pytest.mark.row(
    "DI-04", "DI-06", "DI-07",
    shown_by="drawdown.release, drawdown.confirm_arrival, drawdown.record_use, views.drawdowns, "
    "views.use_of_funds",
)  # fmt: skip
def test_money_is_followed_until_it_arrived_and_to_its_use(bank):
    contracted(bank)
    bank.bus("wang").run("drawdown.request", REQUEST)
    bank.bus("wang").run("drawdown.meet_condition", papers.MEET)
    bank.bus("shen").run("drawdown.check", D1)
    later(bank, 4)
    bank.bus("shen").run("drawdown.release", RELEASE)
    assert row(bank, "drawdowns", **D1)["days_late"] == 2
    later(bank, 10)
    assert row(bank, "drawdowns", part="overdue")["payees"][0]["complete_by"] == "2026-03-09"
    for payee in ("1", None):
        arrived = {**D1, "payee_id": payee, "on": "2026-03-09", "evidence": PAPER}
        bank.bus("shen").run("drawdown.confirm_arrival", arrived)
    drawdown = row(bank, "drawdowns", **D1)
    assert (drawdown["arrived_on"], drawdown["overdue"]) == ("2026-03-09", False)
    used = {**D1, "on": "2026-03-10", "evidence": PAPER}
    for number, amount, use, agreed in (
        ("U1", "30000.00", "fertiliser", True),
        ("U2", "5000.00", "a motorcycle", False),
    ):
        entry = {**used, "reference": number, "amount": amount, "use": use, "as_agreed": agreed}
        bank.bus("wang").run("drawdown.record_use", entry)
    funds = row(bank, "use_of_funds", part="deviating")
    assert (funds["as_agreed"], funds["deviating"], funds["not_shown"]) == (
        "30000.00 CNY",
        "5000.00 CNY",
        "5000.00 CNY",
    )
    assert [finding["rule"] for finding in funds["findings"]] == ["DRAW-021"]


def test_a_payment_before_qingming_is_due_by_the_announced_calendar(bank):
    contracted(bank)
    bank.bus("wang").run("drawdown.request", REQUEST)
    bank.bus("wang").run("drawdown.meet_condition", papers.MEET)
    bank.bus("shen").run("drawdown.check", D1)
    later(bank, 31)
    bank.bus("shen").run("drawdown.release", {**RELEASE, "value_date": "2026-03-31"})
    (payee,) = row(bank, "drawdowns", **D1)["payees"]
    assert payee["complete_by"] == "2026-04-08"  # Monday 6 April is off.
    assert payee["calendar"] == {"name": "china", "version": china().version, "announced": True}


def test_a_note_is_paid_out_and_taken_back_by_its_drawdown_alone(bank):
    contracted(bank)
    paid(bank)
    undo = {"loan_id": "N1", "reference": "PAY-1"}
    refused(bank, PAID_BY_ITS_DRAWDOWN, "wang", "loan.reverse_disbursement", **undo)
    bank.bus("shen").run("drawdown.reverse", {**D1, "reason": "keyed_wrong"})
    assert row(bank, "contracts", **L1)["drawn"] == "0.00 CNY"
    assert row(bank, "loan_register", loan_id="N1")["status"] == "cancelled"
    limit = row(bank, "facilities", **UNUSED)
    assert (limit["used"], limit["reserved"]) == ("0.00 CNY", "50000.00 CNY")
    again = {**REQUEST, "drawdown_id": "D2", "loan_id": "N2"}
    bank.bus("wang").run("drawdown.request", again)
    bank.bus("wang").run("drawdown.meet_condition", {**papers.MEET, "drawdown_id": "D2"})
    bank.bus("shen").run("drawdown.check", {"drawdown_id": "D2"})
    bank.bus("shen").run("drawdown.release", {**RELEASE, "drawdown_id": "D2", "reference": "P2"})
    assert row(bank, "facilities", **UNUSED)["used"] == "40000.00 CNY"


def test_a_note_that_is_paid_back_frees_its_limit_and_lets_its_contract_end(bank):
    contracted(bank)
    paid(bank)
    end = {**L1, "reason": "performed", "on": "2026-03-03"}
    later(bank, 3)
    refused(bank, LOAN_HAS_ENDED, "wang", "contract.end", **end)
    settle = {**repay("R1", "40006.67", "2026-03-03"), "loan_id": "N1", "purpose": "settle"}
    bank.bus("wang").run("loan.record_repayment", settle)
    assert row(bank, "loan_register", loan_id="N1")["status"] == "settled"
    bank.bus("wang").run("contract.end", end)
    limit = row(bank, "facilities", **UNUSED)
    assert (limit["used"], limit["reserved"]) == ("0.00 CNY", "0.00 CNY")
    assert row(bank, "contracts", kind="mortgage")["stage"] == "signed"
    bank.bus("wang").run("contract.end", {**end, "contract_id": "M1"})


def test_where_the_policy_asks_for_contracts_none_is_agreed_without(bank):
    bank.bus("zhou").run("policy.set_parameter", CONTRACT_REQUIRED)
    agree = {**AGREE, "customer_id": "C2", "signed_on": "2026-03-02"}
    refused(bank, CONTRACT_IS_REQUIRED, "wang", "loan.agree", **agree)
    contracted(bank)
    paid(bank)
