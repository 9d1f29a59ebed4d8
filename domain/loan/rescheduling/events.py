"""What has happened to days and terms: the contract with history."""

from datetime import date

from attrs import frozen

from domain.ids import Months, ReceiptNo
from domain.kinds import RepaymentMethod
from domain.loan.booked import Booked
from domain.loan.values import Instalment, Respreading, Restated, Split
from domain.money import Money
from domain.rate import Rate


@frozen(kw_only=True)
class LoanExtended(Booked):
    """What was due on the old maturity is due on the new one; nothing is overdue in between."""

    reference: ReceiptNo
    value_date: date
    old_maturity: date
    new_maturity: date
    rate_yearly: Rate | None
    due_dates: tuple[date, ...]  # Of interest in between; (): in the plan's own rhythm.
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


@frozen(kw_only=True)
class LoanRestructured(Booked):
    """New terms hold from a day on; what is None stayed as it was."""

    reference: ReceiptNo
    value_date: date
    rate_yearly: Rate | None
    method: RepaymentMethod | None
    instalments: Months | None
    first_due: date | None
    with_arrears: bool
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


@frozen(kw_only=True)
class ArrearsRespread(Booked):
    """The coming instalments ask for what was overdue."""

    reference: ReceiptNo
    value_date: date
    how: Respreading
    moved: Split  # Interest that became principal.
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


@frozen(kw_only=True)
class InterestCapitalised(Booked):
    """Unpaid interest became principal."""

    reference: ReceiptNo
    value_date: date
    amount: Money | None  # As asked for.
    moved: Split  # As it came to be.
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


ReschedulingEvent = LoanExtended | LoanRestructured | ArrearsRespread | InterestCapitalised
