"""What may be asked of a drawdown: the contract with callers."""

from datetime import date
from typing import Final

from attrs import frozen

from domain.calendar import WorkingCalendar
from domain.dated import Dated
from domain.drawdown.values import CancelReason, Payee, UndoReason
from domain.facts.application import Application
from domain.facts.approval import Approval
from domain.facts.bill import Bill
from domain.facts.contract import Contract
from domain.facts.drawdown import Drawdown
from domain.facts.entrusting import Entrustment
from domain.facts.investigation import Investigation
from domain.facts.policy import PolicyBook
from domain.facts.security import Security
from domain.facts.seen import Seen
from domain.facts.staff import Staff
from domain.facts.terms import PaymentWay
from domain.facts.unit import Unit
from domain.facts.waiver import Waiver
from domain.fields import CALENDAR, SEEN, looked_up, stamped
from domain.ids import ContractId, Digest, DrawdownId, LoanId, Months, ReceiptNo
from domain.money import Money
from domain.party import Party
from domain.terms import Terms

_FILE: Final = "application.file, investigation.securities, contract.securities"


@frozen(kw_only=True)
class OfDrawdown:
    """What every act on a drawdown names: which, and who acts on which day."""

    drawdown_id: DrawdownId
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class RequestDrawdown(OfDrawdown):
    """Request money under a signed loan contract, by a note of its own."""

    contract_id: ContractId
    loan_id: LoanId  # The note's number.
    amount: Money
    payment: PaymentWay
    payees: tuple[Payee, ...]  # Of what is paid to others; the rest goes to the borrower.
    evidence: Digest  # Of the borrower's request.
    months: Months | None = None  # Of the note; None: those of the contract.
    bill: Bill | None = None  # That is discounted, under a contract by that method.
    payees_unknown: bool = False  # Nobody can say beforehand who will be paid.
    waivers: tuple[Waiver, ...] = ()  # From paying the counterparty.
    contract: Contract | None = looked_up("contract", by="contract_id")
    application: Application | None = looked_up("credit_application", by="contract.application_id")
    unit: Unit | None = looked_up("unit", by="application.unit_id")
    investigation: Investigation | None = looked_up(
        "investigation", by="contract.application_id", default=None
    )
    approval: Approval | None = looked_up("approval", by="contract.application_id", default=None)
    customer: Party | None = looked_up("customer", by="contract.customer_id")
    entrustment: Entrustment | None = looked_up(
        "entrustment", by="contract.application_id", default=None
    )
    product: Dated[Terms | None] | None = looked_up("product", by="contract.terms.product_id")
    book: PolicyBook | None = looked_up("policy", of="book")
    seen: Seen | None = looked_up(SEEN, by=_FILE, default=None)


@frozen(kw_only=True)
class MeetCondition(OfDrawdown):
    """Record that a condition precedent is met, with what shows it."""

    condition_id: ReceiptNo
    evidence: Digest


@frozen(kw_only=True)
class Paying(OfDrawdown):
    """What is looked up before money is paid: the contract, its file, and what secures it."""

    drawdown: Drawdown | None = looked_up("drawdown", by="drawdown_id")
    contract: Contract | None = looked_up("contract", by="drawdown.contract_id")
    security_contracts: tuple[Contract, ...] | None = looked_up(
        "contract", by="contract.secured_by"
    )
    securities: tuple[Security, ...] | None = looked_up("", by="contract.securities")
    application: Application | None = looked_up(
        "credit_application", by="contract.application_id", default=None
    )
    investigation: Investigation | None = looked_up(
        "investigation", by="contract.application_id", default=None
    )
    approval: Approval | None = looked_up("approval", by="contract.application_id", default=None)
    seen: Seen | None = looked_up(SEEN, by=_FILE, default=None)


@frozen(kw_only=True)
class CheckDrawdown(Paying):
    """Check that money may be paid: conditions met, contracts signed, securities in effect."""


@frozen(kw_only=True)
class ReleaseDrawdown(Paying):
    """Pay a drawdown: the note is agreed and paid out, the contract and the limit are drawn."""

    value_date: date
    reference: ReceiptNo  # The payment's number.
    unit: Unit | None = looked_up("unit", by="application.unit_id")
    product: Dated[Terms | None] | None = looked_up("product", by="contract.terms.product_id")
    book: PolicyBook | None = looked_up("policy", of="book")
    calendar: WorkingCalendar | None = looked_up(CALENDAR, default=None)


@frozen(kw_only=True)
class CancelDrawdown(OfDrawdown):
    """Cancel a drawdown that is not paid; nothing of contract or limit stays taken."""

    reason: CancelReason


@frozen(kw_only=True)
class ReverseDrawdown(OfDrawdown):
    """Take back a payment that did not take place, with its note; contract and limit are free."""

    reason: UndoReason


@frozen(kw_only=True)
class DelayPayment(OfDrawdown):
    """Record that the borrower is why a payment to a payee is not completed in time."""

    payee_id: ReceiptNo
    reason: str  # Without personal data.
    book: PolicyBook | None = looked_up("policy", of="book")
    calendar: WorkingCalendar | None = looked_up(CALENDAR, default=None)


@frozen(kw_only=True)
class ConfirmArrival(OfDrawdown):
    """Confirm that money arrived with a payee, or with the borrower."""

    payee_id: ReceiptNo | None = None  # None: the part that the borrower was paid.
    on: date
    evidence: Digest


@frozen(kw_only=True)
class RecordUse(OfDrawdown):
    """Record what money was used for, as it was found, and whether that was agreed."""

    reference: ReceiptNo  # Of the entry.
    on: date
    amount: Money
    use: str  # What was bought or paid, without personal data.
    as_agreed: bool
    evidence: Digest
    drawdown: Drawdown | None = looked_up("drawdown", by="drawdown_id")
    contract: Contract | None = looked_up("contract", by="drawdown.contract_id")


DrawdownCommand = (
    RequestDrawdown
    | MeetCondition
    | CheckDrawdown
    | ReleaseDrawdown
    | CancelDrawdown
    | ReverseDrawdown
    | DelayPayment
    | ConfirmArrival
    | RecordUse
)
