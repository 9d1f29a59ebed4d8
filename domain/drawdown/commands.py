"""What may be asked of a drawdown: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.dated import Dated
from domain.drawdown.values import CancelReason, Payee, UndoReason
from domain.facts.application import Application
from domain.facts.contract import Contract
from domain.facts.drawdown import Drawdown
from domain.facts.policy import PolicyBook
from domain.facts.security import Security
from domain.facts.staff import Staff
from domain.facts.terms import PaymentWay
from domain.facts.unit import Unit
from domain.facts.waiver import Waiver
from domain.fields import looked_up, stamped
from domain.ids import ContractId, Digest, DrawdownId, LoanId, Months, ReceiptNo
from domain.money import Money
from domain.party import Party
from domain.terms import Terms


@frozen(kw_only=True)
class RequestDrawdown:
    """Request money under a signed loan contract, by a note of its own."""

    drawdown_id: DrawdownId
    contract_id: ContractId
    loan_id: LoanId  # The note's number.
    amount: Money
    payment: PaymentWay
    payees: tuple[Payee, ...]  # Of what is paid to others; the rest goes to the borrower.
    evidence: Digest  # Of the borrower's request.
    months: Months | None = None  # Of the note; None: those of the contract.
    payees_unknown: bool = False  # Nobody can say beforehand who will be paid.
    waivers: tuple[Waiver, ...] = ()  # From paying the counterparty.
    contract: Contract | None = looked_up("contract", by="contract_id")
    application: Application | None = looked_up("credit_application", by="contract.application_id")
    unit: Unit | None = looked_up("unit", by="application.unit_id")
    customer: Party | None = looked_up("customer", by="contract.customer_id")
    product: Dated[Terms | None] | None = looked_up("product", by="contract.terms.product_id")
    book: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class MeetCondition:
    """Record that a condition precedent is met, with what shows it."""

    drawdown_id: DrawdownId
    condition_id: ReceiptNo
    evidence: Digest
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class CheckDrawdown:
    """Check that money may be paid: conditions met, contracts signed, securities in effect."""

    drawdown_id: DrawdownId
    drawdown: Drawdown | None = looked_up("drawdown", by="drawdown_id")
    contract: Contract | None = looked_up("contract", by="drawdown.contract_id")
    security_contracts: tuple[Contract, ...] | None = looked_up(
        "contract", by="contract.secured_by"
    )
    securities: tuple[Security, ...] | None = looked_up("", by="contract.securities")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class ReleaseDrawdown:
    """Pay a drawdown: the note is agreed and paid out, the contract and the limit are drawn."""

    drawdown_id: DrawdownId
    value_date: date
    reference: ReceiptNo  # The payment's number.
    drawdown: Drawdown | None = looked_up("drawdown", by="drawdown_id")
    contract: Contract | None = looked_up("contract", by="drawdown.contract_id")
    security_contracts: tuple[Contract, ...] | None = looked_up(
        "contract", by="contract.secured_by"
    )
    securities: tuple[Security, ...] | None = looked_up("", by="contract.securities")
    application: Application | None = looked_up("credit_application", by="contract.application_id")
    unit: Unit | None = looked_up("unit", by="application.unit_id")
    book: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class CancelDrawdown:
    """Cancel a drawdown that is not paid; nothing of contract or limit stays taken."""

    drawdown_id: DrawdownId
    reason: CancelReason
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class ReverseDrawdown:
    """Take back a payment that did not take place, with its note; contract and limit are free."""

    drawdown_id: DrawdownId
    reason: UndoReason
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class DelayPayment:
    """Record that the borrower is why a payment to a payee is not completed in time."""

    drawdown_id: DrawdownId
    payee_id: ReceiptNo
    reason: str  # Without personal data.
    book: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class ConfirmArrival:
    """Confirm that money arrived with a payee, or with the borrower."""

    drawdown_id: DrawdownId
    payee_id: ReceiptNo | None = None  # None: the part that the borrower was paid.
    on: date
    evidence: Digest
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class RecordUse:
    """Record what money was used for, as it was found, and whether that was agreed."""

    drawdown_id: DrawdownId
    reference: ReceiptNo  # Of the entry.
    on: date
    amount: Money
    use: str  # What was bought or paid, without personal data.
    as_agreed: bool
    evidence: Digest
    drawdown: Drawdown | None = looked_up("drawdown", by="drawdown_id")
    contract: Contract | None = looked_up("contract", by="drawdown.contract_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


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
