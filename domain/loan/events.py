"""What has happened to a loan: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.bill import Bill, BillParty
from domain.facts.terms import LoanPurpose, SecurityWay
from domain.ids import (
    ContractId,
    CustomerId,
    DayOfMonth,
    FacilityId,
    LoanId,
    Months,
    ProductId,
    ReceiptNo,
)
from domain.kinds import RepaymentMethod
from domain.loan.booked import Booked, PaidOut
from domain.loan.charges.events import ChargesEvent
from domain.loan.entrusted.events import EntrustedEvent
from domain.loan.loss.events import LossEvent
from domain.loan.pricing.events import PricingEvent
from domain.loan.pricing.values import Pricing
from domain.loan.rescheduling.events import ReschedulingEvent
from domain.loan.shape import Shape
from domain.loan.values import (
    CancelReason,
    CorrectionReason,
    FactKind,
    Instalment,
    Lending,
    Purpose,
    Restated,
    ReversalReason,
    Split,
    StatedAmount,
    StatedDate,
)
from domain.money import Money
from domain.origin import Finding, Origin
from domain.rate import Rate
from domain.terms import Terms


@frozen(kw_only=True)
class LoanAgreed:
    """A loan was agreed; the terms it was agreed within are kept with it for life."""

    customer_id: CustomerId
    product_id: ProductId
    amount: Money
    rate_yearly: Rate
    method: RepaymentMethod
    instalments: Months
    due_day: DayOfMonth
    signed_on: date
    terms: Terms  # The product's terms on the day of signing.
    terms_source: str
    shape: Shape | None = None  # None: the product's plainest.
    pricing: Pricing | None = None  # None: the rate is fixed.
    lending: Lending = Lending.NEW
    replaces: LoanId | None = None  # The loan whose principal its money pays off.
    contract_id: ContractId | None = None  # That it is a note under; None: it is one by itself.
    facility_id: FacilityId | None = None  # Whose headroom it uses.
    bill: Bill | None = None  # That is discounted; None: it is no discount.
    loan_purpose: LoanPurpose | None = None  # None: nobody said.
    security: tuple[SecurityWay, ...] = ()  # How it is secured; (): nobody said.


@frozen(kw_only=True)
class LoanTakenOver:
    """A running loan of another system was taken over as stated; its principal is paid out."""

    customer_id: CustomerId
    amount: Money
    rate_yearly: Rate | None
    granted_on: date
    plan: tuple[Instalment, ...]
    origin: Origin
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class StatementRecorded:
    """Another system stated these balances as of a day."""

    as_of: date
    status: str
    amounts: tuple[StatedAmount, ...]
    dates: tuple[StatedDate, ...]
    origin: Origin
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class LoanCancelled:
    """An agreed loan will not be paid out."""

    reason: CancelReason
    on: date


@frozen(kw_only=True)
class LoanDisbursed(PaidOut):
    """Money was paid out, all of it or a part; the plan says when it is due back."""

    amount: Money
    value_date: date
    reference: ReceiptNo
    plan: tuple[Instalment, ...]  # The whole plan from now on.
    start: tuple[Instalment, ...] = ()  # The plan it begins with where it is the first; (): plan.
    restated: tuple[Restated, ...] = ()  # Facts that move something else because of it.


@frozen(kw_only=True)
class DisbursementReversed(PaidOut):
    """A payment did not take place; without another one the loan is agreed and unpaid."""

    amount: Money
    value_date: date  # Of the payment that is undone.
    reference: ReceiptNo
    restated: tuple[Restated, ...] = ()
    plan: tuple[Instalment, ...] = ()  # The whole plan from now on; () where there is none.


@frozen(kw_only=True)
class RepaymentRecorded(Booked):
    """Money arrived and was split over what was due on its value date."""

    receipt_no: ReceiptNo
    amount: Money
    value_date: date
    paid: Split  # Adds up to the amount.
    restated: tuple[Restated, ...]  # Later receipts whose split this one changed.
    plan: tuple[Instalment, ...]  # The whole plan from now on; () where it did not change.
    origin: Origin | None
    findings: tuple[Finding, ...]
    purpose: Purpose = Purpose.AS_DUE
    by_loan: LoanId | None = None  # The new loan whose money it is; None: money from outside.
    paid_by: BillParty | None = None  # Of a discounted bill: who paid; None: nobody said.


@frozen(kw_only=True)
class RepaymentReversed(Booked):
    """A receipt was taken out of the account as of its value date."""

    receipt_no: ReceiptNo
    amount: Money
    value_date: date  # Of the receipt that is undone.
    undone: Split  # As it last stood.
    reason: ReversalReason
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]  # As in RepaymentRecorded.
    by_loan: LoanId | None = None


@frozen(kw_only=True)
class LoanSettled:
    """Nothing is owed any more from a day on."""

    on: date


@frozen(kw_only=True)
class LoanReopened:
    """Something is owed again: what settled the loan was undone."""

    on: date  # The day on which it had been settled.


@frozen(kw_only=True)
class ExcessRefunded(Booked):
    """What was received beyond all that was owed went back to the borrower."""

    reference: ReceiptNo
    amount: Money
    value_date: date
    restated: tuple[Restated, ...] = ()
    plan: tuple[Instalment, ...] = ()


@frozen(kw_only=True)
class FactTakenBack(Booked):
    """A fact turned out not to be so; the loan is as if it had never been recorded."""

    kind: FactKind
    number: ReceiptNo
    value_date: date  # Of the fact.
    undone: Split  # What it had moved on the books, as that last stood.
    reason: CorrectionReason
    restated: tuple[Restated, ...]
    plan: tuple[Instalment, ...]


Begun = LoanAgreed | LoanTakenOver | StatementRecorded | LoanCancelled
Payment = LoanDisbursed | DisbursementReversed | RepaymentRecorded | RepaymentReversed
Turn = LoanSettled | LoanReopened | ExcessRefunded | FactTakenBack | EntrustedEvent
LoanEvent = Begun | Payment | Turn | PricingEvent | ChargesEvent | ReschedulingEvent | LossEvent
