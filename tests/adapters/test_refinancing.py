"""A new loan pays off an old one in one transaction, or nothing of it happens."""

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.settings import Settings
from adapters.system import System
from adapters.wiring import open_system
from domain.customer.rules import REPLACED_LOAN_IS_THEIR_OWN
from domain.loan.refinancing.rules import OLD_INTEREST_IS_PAID
from domain.rules import Refused
from tests.village import AGREE, DISBURSE, LI, OPEN, PRODUCT, ZHANG, repay

OLD = {**AGREE, "method": "interest_only", "instalments": 3}
NEW = {
    **OLD,
    "loan_id": "L2",
    "signed_on": "2025-04-02",
    "lending": "refinancing",
    "replaces": "L1",
}
PAY = {"loan_id": "L2", "amount": "12000.00", "value_date": "2025-04-02", "reference": "PAY-2"}


@pytest.fixture
def bank():
    with open_system(Settings(database=":memory:"), lambda: datetime(2025, 6, 1, tzinfo=UTC)) as on:
        for name, fields in (
            ("log.open", OPEN),
            ("product.define", PRODUCT),
            ("customer.register", ZHANG),
            ("customer.register", LI),
            ("loan.agree", OLD),
            ("loan.disburse", DISBURSE),
            ("loan.record_repayment", repay("R1", "60.00", "2025-02-02")),
            ("loan.record_repayment", repay("R2", "60.00", "2025-03-02")),
        ):
            on.bus("zhao").run(name, fields)
        yield on


def rows(bank: System, view: str, **query: str) -> Any:
    return bank.bus("zhao").read(view, query).rows


def register(bank: System) -> dict[str, tuple[str, str, str | None]]:
    found = rows(bank, "loan_register")
    return {row["loan_id"]: (row["status"], row["principal"], row["replaces"]) for row in found}


def balances(bank: System) -> dict[str, str]:
    return {row["account"]: row["balance"] for row in rows(bank, "trial_balance")}


def test_the_old_loan_is_settled_by_the_new_one_and_open_again_without_it(bank):
    run = bank.bus("zhao").run
    run("loan.agree", NEW)
    run("loan.record_repayment", repay("R3", "60.00", "2025-04-02"))
    before = balances(bank)
    run("loan.disburse", PAY)
    assert register(bank) == {
        "L1": ("settled", "0.00 CNY", None),
        "L2": ("overdue", "12000.00 CNY", "L1"),  # An instalment fell due since.
    }
    after = balances(bank)
    assert (after["1303"], after["1011"], after["3902"]) == (
        before["1303"],
        before["1011"],
        "0.00 CNY",
    )
    run("loan.reverse_disbursement", {"loan_id": "L2", "reference": "PAY-2"})
    assert register(bank)["L1"][1] == "12000.00 CNY"
    assert balances(bank) == {**before, "3902": "0.00 CNY"}


def test_nothing_is_paid_out_while_interest_of_the_old_loan_is_unpaid(bank):
    run = bank.bus("zhao").run
    run("loan.agree", NEW)
    head = bank.core.journal.head()
    with pytest.raises(Refused) as refusal:
        run("loan.disburse", PAY)
    assert refusal.value.rule is OLD_INTEREST_IS_PAID
    assert bank.core.journal.head() == head


def test_a_loan_of_somebody_else_is_not_paid_off(bank):
    with pytest.raises(Refused) as refusal:
        bank.bus("zhao").run("loan.agree", {**NEW, "customer_id": "C2"})
    assert refusal.value.rule is REPLACED_LOAN_IS_THEIR_OWN
