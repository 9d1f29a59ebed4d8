"""Balanced double-entry postings from events.

Interest, penalty interest and fees are income on receipt (cash basis): what has accrued is
calculated for a day in the register and the statement, and never posted.  The interest that was
kept back of a discounted bill is received on paying out, and income as its days pass.  A
restated receipt is posted as a difference at its own value date, so the balances of a day are
right as known by then.  What another system stated about a loan (StatementRecorded) is shown
beside our figures and posts nothing: it says what a balance was there, not that money moved here.

Source: Accounting Standards for Business Enterprises, basic standard, Art. 11 (debit and credit);
cash basis for interest: docs/decisions/0011.
"""

from typing import Any, Final

from domain.loan.charges.events import FeeCharged, MisuseEnded, MisuseRecorded
from domain.loan.events import (
    DisbursementReversed,
    ExcessRefunded,
    FactTakenBack,
    LoanDisbursed,
    LoanTakenOver,
    RepaymentRecorded,
    RepaymentReversed,
)
from domain.loan.loss.events import DebtWaived, LoanWrittenOff
from domain.loan.pricing.events import InterestPaused, LoanRepriced, PauseEnded, RateChanged
from domain.loan.rescheduling.events import (
    ArrearsRespread,
    InterestCapitalised,
    LoanExtended,
    LoanRestructured,
)
from domain.loan.values import FactKind
from domain.money import Money
from domain.recorded import Fact
from projections import chart
from projections.entrusted_postings import ENTRUSTED
from projections.entry import (
    Posting,
    Postings,
    earned,
    moved,
    pair,
    posting,
    received,
    restated,
)
from projections.view import Lines, Totals

# Events that change terms: they post nothing but what they make of other facts.
_TERMS: Final = (
    RateChanged,
    LoanRepriced,
    InterestPaused,
    PauseEnded,
    FeeCharged,
    MisuseRecorded,
    MisuseEnded,
    LoanExtended,
    LoanRestructured,
)


def disbursed(fact: Fact, event: LoanDisbursed) -> Postings:
    """Yield what paying out posts: money to the borrower, or to the loan that is replaced."""
    yield from _lent(fact, event)
    yield from restated(fact, event.restated)
    yield from earned(fact, event, event.reference)


def disbursement_reversed(fact: Fact, event: DisbursementReversed) -> Postings:
    """Yield what a payment that did not take place posts."""
    yield from _lent(fact, event, back=True)
    yield from restated(fact, event.restated)
    yield from earned(fact, event, event.reference)


def excess_refunded(fact: Fact, event: ExcessRefunded) -> Postings:
    """Yield what paying back posts."""
    place = (event.value_date, event.reference)
    yield from pair(fact, (chart.EXCESS_HELD, chart.CASH), event.amount, place)
    yield from restated(fact, event.restated)


def taken_over(fact: Fact, event: LoanTakenOver) -> Postings:
    """Yield the principal that another system paid out, against the clearing account.

    A loan without a plan posts nothing: that system goes on keeping its balances and states them,
    and its amount is what was granted, which need not be what was paid out.
    """
    sides = ((chart.LOANS, event.amount), (chart.TAKE_OVER, -event.amount))
    for account, amount in sides if event.plan else ():
        yield from posting(fact, account, amount, event.granted_on, reference="")


def repayment_recorded(fact: Fact, event: RepaymentRecorded) -> Postings:
    """Yield what a receipt posts, and what it changes about later facts."""
    money = chart.REFINANCING if event.by_loan else chart.CASH
    place = (event.value_date, event.receipt_no)
    yield from received(fact, event.paid, place, money)
    yield from restated(fact, event.restated)
    yield from earned(fact, event, event.receipt_no)


def repayment_reversed(fact: Fact, event: RepaymentReversed) -> Postings:
    """Yield what taking back a receipt posts, and what that changes about later facts."""
    money = chart.REFINANCING if event.by_loan else chart.CASH
    place = (event.value_date, event.receipt_no)
    yield from received(fact, -event.undone, place, money)
    yield from restated(fact, event.restated)
    yield from earned(fact, event, event.receipt_no)


def given_up(fact: Fact, event: DebtWaived | LoanWrittenOff) -> Postings:
    """Yield what a waiver or a write-off posts: principal against the allowance."""
    kind = FactKind.WRITE_OFF if isinstance(event, LoanWrittenOff) else FactKind.WAIVER
    yield from moved(fact, kind, event.moved, (event.value_date, event.reference))
    yield from restated(fact, event.restated)


def capitalised(fact: Fact, event: InterestCapitalised | ArrearsRespread) -> Postings:
    """Yield what interest that became principal posts: it is income then."""
    place = (event.value_date, event.reference)
    yield from moved(fact, FactKind.CAPITALISATION, event.moved, place)
    yield from restated(fact, event.restated)


def taken_back(fact: Fact, event: FactTakenBack) -> Postings:
    """Yield the contrary of what a fact posted."""
    place = (event.value_date, event.number)
    yield from moved(fact, event.kind, -event.undone, place)
    yield from restated(fact, event.restated)


def terms_changed(fact: Fact, event: Any) -> Postings:
    """Yield what a change of terms makes of other facts; by itself it posts nothing."""
    yield from restated(fact, event.restated)


def _lent(
    fact: Fact, event: LoanDisbursed | DisbursementReversed, *, back: bool = False
) -> Postings:
    """Yield principal against money, and against what is kept back of a discounted bill."""
    amount, kept_back = event.amount, event.kept_back
    zero = Money.zero(amount.currency)
    interest = kept_back.interest if kept_back else zero
    paid_from = chart.REFINANCING if event.replaces else chart.CASH
    sides = (
        (chart.LOANS, amount),
        (paid_from, interest - amount),
        (chart.INTEREST_INCOME, -interest),
    )
    for account, side in reversed(sides) if back else sides:
        turned = zero - side if back else side
        yield from posting(fact, account, turned, event.value_date, reference=event.reference)


POSTINGS: Final = Lines(
    name="posting",
    row=Posting,
    of={
        LoanDisbursed: disbursed,
        DisbursementReversed: disbursement_reversed,
        ExcessRefunded: excess_refunded,
        LoanTakenOver: taken_over,
        RepaymentRecorded: repayment_recorded,
        RepaymentReversed: repayment_reversed,
        DebtWaived: given_up,
        LoanWrittenOff: given_up,
        InterestCapitalised: capitalised,
        ArrearsRespread: capitalised,
        FactTakenBack: taken_back,
        **dict.fromkeys(_TERMS, terms_changed),
        **ENTRUSTED,
    },
    by=("loan_id", "account"),
    totals=Totals(by=("account", "currency"), sums=("debit", "credit")),
)
