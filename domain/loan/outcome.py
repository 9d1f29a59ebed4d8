"""What a change of a loan's receipts leads to, to be stored with the event that makes it."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from domain.loan.events import LoanReopened, LoanSettled
from domain.loan.movements import Movement, up_to
from domain.loan.rules import REFUND_STAYS_COVERED
from domain.loan.settle import Account, settle
from domain.loan.state import Loan, contract_of
from domain.loan.values import Instalment, Restated
from domain.money import Money


@frozen
class Outcome:
    """The account after a change, and how it differs from what is recorded."""

    after: Account
    restated: tuple[Restated, ...]  # Other receipts whose split is another, by value date.
    plan: tuple[Instalment, ...]  # The whole plan; () where it is the one in force.
    turns: tuple[LoanSettled | LoanReopened, ...]  # Reopened before settled on another day.


def known_by(loan: Loan, day: date) -> Account:
    """Return the account after all known receipts that count on or before a day."""
    return settle(contract_of(loan), up_to(loan.movements, day))


def outcome(loan: Loan, movements: Iterable[Movement]) -> Outcome:
    """Return what follows when these, in order of knowing, are the receipts that stand.

    Refuses what would take back an excess that was already refunded.
    """
    contract = contract_of(loan)
    after = settle(contract, movements)
    received = sum(split.excess.fen for split in after.splits.values())
    refunded = sum(refund.amount.fen for refund in loan.refunds.values())
    REFUND_STAYS_COVERED.require(
        refunded <= received,
        refunded=Money(refunded, loan.currency),
        excess=Money(received, loan.currency),
    )
    return Outcome(
        after=after,
        restated=_restated(loan, after),
        plan=() if contract.as_stated or after.plan == loan.plan else after.plan,
        turns=_turns(loan.settled_on, after.settled_on),
    )


def _restated(loan: Loan, after: Account) -> tuple[Restated, ...]:
    """Return the recorded receipts that stand and whose split is another now."""
    known = ((loan.receipts.get(no), split) for no, split in after.splits.items())
    return tuple(
        Restated(
            receipt_no=receipt.movement.receipt_no,
            value_date=receipt.movement.value_date,
            before=receipt.paid,
            after=split,
        )
        for receipt, split in known
        if receipt and receipt.paid != split
    )


def _turns(before: date | None, after: date | None) -> tuple[LoanSettled | LoanReopened, ...]:
    if before == after:
        return ()
    reopened = (LoanReopened(on=before),) if before else ()
    return (*reopened, LoanSettled(on=after)) if after else reopened
