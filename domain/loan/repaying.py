"""Decisions about money that comes back: receive it, take a receipt back, refund an excess.

Each compares the account as it was known with the account with the new fact, and stores the
difference: what the receipt discharged, which later receipts are split anew, the plan from now.
"""

from collections.abc import Iterable, Sequence

import attrs

from domain.loan.account import Account, account, settle
from domain.loan.commands import RecordRepayment, RefundExcess, ReverseRepayment
from domain.loan.events import (
    ExcessRefunded,
    LoanEvent,
    LoanReopened,
    LoanSettled,
    RepaymentRecorded,
    RepaymentReversed,
)
from domain.loan.movements import Movement, up_to
from domain.loan.opening import known, not_ahead
from domain.loan.rules import (
    AMOUNT_IS_POSITIVE,
    CURRENCY_IS_THE_LOANS,
    LOAN_IS_PAID_OUT,
    ONE_PAYMENT_A_RECEIPT,
    PAYMENT_IS_THE_INSTALMENT,
    RECEIPT_IS_KNOWN,
    RECEIPT_IS_NOT_REVERSED,
    RECEIVED_AFTER_PAYING_OUT,
    WITHIN_EXCESS,
    WITHIN_PAYOFF,
)
from domain.loan.state import Loan, contract_of
from domain.loan.values import Instalment, Restated
from domain.money import Money
from domain.origin import Finding


def record(command: RecordRepayment, loan: Loan | None) -> Sequence[LoanEvent]:
    """Split a payment over what was due on its value date, whenever it became known.

    A receipt that was already recorded changes nothing: the channel sent it twice.
    """
    loan = known(loan)
    LOAN_IS_PAID_OUT.require(loan.paid_out)
    movement = Movement(
        receipt_no=command.receipt_no, amount=command.amount, value_date=command.value_date
    )
    receipt = loan.receipts.get(command.receipt_no)
    if receipt is not None:
        RECEIPT_IS_NOT_REVERSED.require(not receipt.undone, receipt_no=command.receipt_no)
        same = receipt.movement == movement
        ONE_PAYMENT_A_RECEIPT.require(same, receipt_no=command.receipt_no)
        return ()
    findings = _check(command, loan)
    after = settle(contract_of(loan), (*loan.movements, movement))
    recorded = RepaymentRecorded(
        receipt_no=command.receipt_no,
        amount=command.amount,
        value_date=command.value_date,
        paid=after.splits[command.receipt_no],
        restated=_restated(loan, after),
        plan=_plan(loan, after),
        origin=command.origin,
        findings=findings,
    )
    return (recorded, *_standing(loan, after))


def _check(command: RecordRepayment, loan: Loan) -> tuple[Finding, ...]:
    """Refuse what cannot be, and return what is odd about a taken-over receipt."""
    amount, day, contract = command.amount, command.value_date, contract_of(loan)
    CURRENCY_IS_THE_LOANS.require(amount.currency == loan.currency, amount=amount)
    AMOUNT_IS_POSITIVE.require(amount.fen > 0, amount=amount)
    not_ahead(day, command.today)
    RECEIVED_AFTER_PAYING_OUT.require(
        day >= contract.paid_out_on, value_date=day, paid_out_on=contract.paid_out_on
    )
    payoff = settle(contract, up_to(loan.movements, day)).payoff(day).total
    return (
        *WITHIN_PAYOFF.weigh(amount <= payoff, command.origin, amount=amount, payoff=payoff),
        *(_as_planned(command, loan) if contract.as_stated else ()),
    )


def _as_planned(command: RecordRepayment, loan: Loan) -> tuple[Finding, ...]:
    """Compare a receipt with the instalment of its turn, where a plan was stated."""
    if not loan.plan:
        return ()
    turn = len(up_to(loan.movements, command.value_date))
    row = loan.plan[min(turn, len(loan.plan) - 1)]
    wanted = row.principal + row.interest + row.fee
    holds = command.amount == wanted
    return PAYMENT_IS_THE_INSTALMENT.weigh(
        holds, command.origin, amount=command.amount, instalment=wanted
    )


def reverse(command: ReverseRepayment, loan: Loan | None) -> Sequence[LoanEvent]:
    """Take a receipt out of the account; what came after it is split anew."""
    loan = known(loan)
    receipt = loan.receipts.get(command.receipt_no)
    RECEIPT_IS_KNOWN.require(receipt is not None, receipt_no=command.receipt_no)
    assert receipt is not None
    if receipt.undone:
        return ()
    kept = tuple(m for m in loan.movements if m.receipt_no != command.receipt_no)
    after = settle(contract_of(loan), kept)
    undone = RepaymentReversed(
        receipt_no=command.receipt_no,
        amount=receipt.movement.amount,
        value_date=receipt.movement.value_date,
        undone=receipt.paid,
        reason=command.reason,
        restated=_restated(loan, after),
        plan=_plan(loan, after),
    )
    return (undone, *_standing(loan, after))


def refund(command: RefundExcess, loan: Loan | None) -> Sequence[LoanEvent]:
    """Pay back what was received beyond all that was owed."""
    loan = known(loan)
    LOAN_IS_PAID_OUT.require(loan.paid_out)
    refunded = ExcessRefunded(
        reference=command.reference, amount=command.amount, value_date=command.value_date
    )
    if command.reference in loan.refunds:
        same = loan.refunds[command.reference] == refunded
        ONE_PAYMENT_A_RECEIPT.require(same, reference=command.reference)
        return ()
    CURRENCY_IS_THE_LOANS.require(command.amount.currency == loan.currency, amount=command.amount)
    AMOUNT_IS_POSITIVE.require(command.amount.fen > 0, amount=command.amount)
    not_ahead(command.value_date, command.today)
    held = min(account(loan, day).excess for day in (command.value_date, command.today))
    WITHIN_EXCESS.require(command.amount <= held, amount=command.amount, held=held)
    return (refunded,)


def _restated(loan: Loan, after: Account) -> tuple[Restated, ...]:
    """Return the receipts that now discharge something else, by value date."""
    return tuple(
        Restated(
            receipt_no=no,
            value_date=loan.receipts[no].movement.value_date,
            before=loan.receipts[no].paid,
            after=split,
        )
        for no, split in after.splits.items()
        if no in loan.receipts and loan.receipts[no].paid != split
    )


def _plan(loan: Loan, after: Account) -> tuple[Instalment, ...]:
    """Return the plan from now on; () where it is the one that is known."""
    plan = _numbered(after.plan, loan.currency)
    return () if plan == loan.plan else plan


def _numbered(plan: Iterable[Instalment], currency: str) -> tuple[Instalment, ...]:
    zero = Money.zero(currency)
    asked = (row for row in plan if (row.principal + row.interest + row.fee) != zero)
    return tuple(attrs.evolve(row, no=no) for no, row in enumerate(asked, 1))


def _standing(loan: Loan, after: Account) -> tuple[LoanEvent, ...]:
    """Return that the loan is settled, or open again, where that changed."""
    if after.settled_on == loan.settled_on:
        return ()
    reopened = (LoanReopened(on=loan.settled_on),) if loan.settled_on else ()
    settled = (LoanSettled(on=after.settled_on),) if after.settled_on else ()
    return (*reopened, *settled)
