"""What was given up or written off: the contract with history."""

from datetime import date

from attrs import frozen

from domain.ids import ReceiptNo
from domain.kinds import Component
from domain.loan.booked import Booked
from domain.loan.values import Instalment, Restated, Split
from domain.money import Money


@frozen(kw_only=True)
class DebtWaived(Booked):
    """The lender gave up a part of what was owed."""

    reference: ReceiptNo
    component: Component
    amount: Money
    value_date: date
    moved: Split  # What was owed of it then, and is not any more.
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


@frozen(kw_only=True)
class LoanWrittenOff(Booked):
    """The loan left the books with all that was owed at the end of the day."""

    reference: ReceiptNo
    value_date: date
    moved: Split  # All that was owed.
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


LossEvent = DebtWaived | LoanWrittenOff
