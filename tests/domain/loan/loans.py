"""A product, a loan on it with round figures, and one that another system granted.

12,000.00 at 6 % in twelve equal parts, paid out on a due day: each month 1,000.00 of principal,
60.00 of interest in the first and 5.00 less in each that follows.  Overdue, 1,000.00 of
principal bear 0.25 a day.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs
from attrs import evolve

from domain.dated import Dated
from domain.kinds import CustomerKind, RepaymentMethod
from domain.loan import LOAN, Loan
from domain.loan.account import AccountView, account
from domain.loan.commands import (
    AgreeLoan,
    DisburseLoan,
    RecordRepayment,
    ReverseRepayment,
    TakeOverLoan,
)
from domain.loan.events import LoanAgreed, LoanDisbursed, LoanTakenOver, RepaymentRecorded
from domain.loan.facts import Drawn, Received
from domain.loan.known import Known
from domain.loan.schedule import make_plan
from domain.loan.state import agreed_contract
from domain.loan.values import Instalment, ReversalReason, Split
from domain.money import Money
from domain.origin import Origin
from domain.rate import Rate
from domain.terms import Terms

TODAY = date(2026, 6, 30)
SIGNED = date(2024, 1, 15)
PAID_OUT = date(2024, 1, 20)


def yuan(text: str) -> Money:
    return Money.parse(text)


NOTHING = Split.nothing("CNY")
TERMS = Terms(
    amount_min=yuan("1000"),
    amount_max=yuan("50000"),
    instalments_max=36,
    rate_min=Rate.parse("3%"),
    rate_max=Rate.parse("8%"),
    methods=(
        RepaymentMethod.EQUAL_INSTALMENT,
        RepaymentMethod.EQUAL_PRINCIPAL,
        RepaymentMethod.INTEREST_ONLY,
    ),
    customer_kinds=(CustomerKind.FARM_HOUSEHOLD, CustomerKind.SOLE_TRADER),
)
LENT = Dated[Terms | None]().with_value(date(2023, 1, 1), TERMS, "Decision 2023-1")

AGREE = AgreeLoan(
    loan_id="L1",
    customer_id="C1",
    product_id="P1",
    amount=yuan("12000"),
    rate_yearly=Rate.parse("6%"),
    method=RepaymentMethod.EQUAL_PRINCIPAL,
    instalments=12,
    due_day=20,
    signed_on=SIGNED,
    terms=LENT,
    book=None,
    today=TODAY,
)
AGREED = LoanAgreed(
    customer_id="C1",
    product_id="P1",
    amount=yuan("12000"),
    rate_yearly=Rate.parse("6%"),
    method=RepaymentMethod.EQUAL_PRINCIPAL,
    instalments=12,
    due_day=20,
    signed_on=SIGNED,
    terms=TERMS,
    terms_source="Decision 2023-1",
)
DISBURSE = DisburseLoan(
    loan_id="L1", amount=yuan("12000"), value_date=PAID_OUT, reference="D1", today=TODAY
)


def paid_out(agreed: LoanAgreed = AGREED, day: date = PAID_OUT) -> LoanDisbursed:
    """Return the payment of an agreed loan, with the plan that is then made."""
    first = Drawn(reference="D1", amount=agreed.amount, value_date=day)
    return LoanDisbursed(
        amount=agreed.amount,
        value_date=day,
        reference="D1",
        plan=make_plan(agreed_contract(agreed, first, ())),
    )


DISBURSED = paid_out()
REPAY = RecordRepayment(
    loan_id="L1",
    receipt_no="R1",
    amount=yuan("1060"),
    value_date=date(2024, 2, 20),
    today=TODAY,
)

ORIGIN = Origin(system="old_core", reference="loans.csv:7")


def asked(no: int, due_date: date, principal: str, interest: str, *, fee: str = "0") -> Instalment:
    return Instalment(
        no=no,
        due_date=due_date,
        principal=yuan(principal),
        interest=yuan(interest),
        fee=yuan(fee),
    )


STATED = (
    asked(1, date(2024, 2, 1), "100", "10", fee="1"),
    asked(2, date(2024, 3, 1), "100", "10", fee="1"),
    asked(3, date(2024, 4, 1), "100", "10", fee="1"),
)
TAKE_OVER = TakeOverLoan(
    loan_id="L1",
    customer_id="C1",
    amount=yuan("300"),
    rate_yearly=None,
    granted_on=date(2024, 1, 1),
    plan=STATED,
    origin=ORIGIN,
    today=TODAY,
)
TAKEN_OVER = LoanTakenOver(
    customer_id="C1",
    amount=yuan("300"),
    rate_yearly=None,
    granted_on=date(2024, 1, 1),
    plan=STATED,
    origin=ORIGIN,
    findings=(),
)


def split(**parts: str) -> Split:
    """Return a split of the named parts; those not named are nothing."""
    return evolve(NOTHING, **{name: yuan(text) for name, text in parts.items()})


def receipt(no: str, amount: str, day: date, **changes: Any) -> RecordRepayment:
    return evolve(REPAY, receipt_no=no, amount=yuan(amount), value_date=day, **changes)


def reversal(no: str) -> ReverseRepayment:
    return ReverseRepayment(loan_id="L1", receipt_no=no, reason=ReversalReason.KEYED_WRONG)


def history(*begun: Any, then: Iterable[Any] = ()) -> tuple[Any, ...]:
    """Return these events and those that the commands lead to, one after another."""
    past, loan = list(begun), LOAN.fold(begun)
    for command in then:
        for event in LOAN.decide(command, loan):
            past.append(event)
            loan = LOAN.evolve(loan, event)
    return tuple(past)


def loan_of(*past: Any) -> Loan:
    loan = LOAN.fold(past)
    assert loan is not None
    return loan


def receipts_of(loan: Loan) -> dict[str, Known]:
    """Return the receipts that stand, by number."""
    found = ((number, k) for (kind, number), k in loan.known.items() if not k.undone)
    return {number: k for number, k in found if isinstance(k.fact, Received)}


def repaid(no: str, day: date, paid: Split, **changes: Any) -> RepaymentRecorded:
    """Return the record of a receipt that changed nothing else."""
    recorded = RepaymentRecorded(
        receipt_no=no,
        amount=paid.total,
        value_date=day,
        paid=paid,
        restated=(),
        plan=(),
        origin=None,
        findings=(),
    )
    return evolve(recorded, **changes)


def order(kind: type[Any], /, **fields: Any) -> Any:
    """Return a command on the loan, sent today; amounts and rates as texts."""
    known = {name: _read(value) for name, value in fields.items()}
    today = {"today": TODAY} if "today" in attrs.fields_dict(kind) else {}
    return kind(**{"loan_id": "L1", **today, **known})


def _read(value: Any) -> Any:
    if isinstance(value, str) and value.endswith("%"):
        return Rate.parse(value)
    if isinstance(value, str) and value.replace(".", "").isdigit():
        return yuan(value)
    return value


def on(day: date, *past: Any, then: Iterable[Any] = ()) -> AccountView:
    """Return the account on a day after a history and what commands lead to."""
    return account(loan_of(*history(*past, then=then)), day)
