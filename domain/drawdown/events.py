"""What has happened to a drawdown: the contract with history."""

from datetime import date

from attrs import frozen

from domain.calendar import CalendarUsed
from domain.drawdown.values import CancelReason, Payee, UndoReason
from domain.facts.approval import Condition
from domain.facts.bill import Bill, KeptBack
from domain.facts.policy import Setting
from domain.facts.seen import Seen
from domain.facts.terms import PaymentWay
from domain.facts.waiver import Waiver
from domain.ids import (
    ApplicationId,
    ContractId,
    CustomerId,
    Digest,
    FacilityId,
    LoanId,
    Months,
    ReceiptNo,
    SecurityStream,
    StaffId,
    UnitId,
)
from domain.money import Money
from domain.origin import Finding


@frozen(kw_only=True)
class DrawdownRequested:
    """Money was requested under a contract, with what must be met before it is paid."""

    customer_id: CustomerId  # Whose key seals the payees.
    contract_id: ContractId
    application_id: ApplicationId
    facility_id: FacilityId | None
    loan_id: LoanId
    amount: Money
    payment: PaymentWay
    payees: tuple[Payee, ...]
    evidence: Digest
    months: Months
    conditions: tuple[Condition, ...]  # Those precedent.
    waivers: tuple[Waiver, ...]
    settings: tuple[Setting, ...]  # Of the policy, as they were weighed.
    findings: tuple[Finding, ...]  # What is waived.
    requested_by: StaffId
    bill: Bill | None = None  # That is discounted.
    unit_id: UnitId | None = None  # Whose work it is; None where it was not noted.
    entrusted_by: CustomerId | None = None  # Whose money it is; None: the institution's.
    seen: Seen | None = None  # None in records of old.


@frozen(kw_only=True)
class ConditionMet:
    """A condition precedent was met."""

    condition_id: ReceiptNo
    evidence: Digest
    met_by: StaffId


@frozen(kw_only=True)
class DrawdownChecked:
    """A second person found that the money may be paid."""

    checked_by: StaffId
    checked_on: date
    securities: tuple[SecurityStream, ...]  # In effect.
    unit_id: UnitId | None = None  # Whose work it is; None where it was not noted.
    seen: Seen | None = None


@frozen(kw_only=True)
class DrawdownReleased:
    """The money was paid."""

    amount: Money
    value_date: date
    reference: ReceiptNo
    complete_by: date | None  # Payments to payees; None where there are none.
    settings: tuple[Setting, ...]
    released_by: StaffId
    recorded_on: date
    calendar: CalendarUsed | None = None  # By which the last day was counted.
    kept_back: KeptBack | None = None  # Of a discounted bill: the rest of the amount was paid.
    seen: Seen | None = None


@frozen(kw_only=True)
class DrawdownCancelled:
    """The money will not be paid."""

    reason: CancelReason


@frozen(kw_only=True)
class DrawdownReversed:
    """The payment did not take place."""

    reason: UndoReason
    amount: Money
    value_date: date  # Of the payment that is undone.
    loan_id: LoanId


@frozen(kw_only=True)
class PaymentDelayed:
    """The borrower is why a payment is completed later."""

    payee_id: ReceiptNo
    reason: str
    complete_by: date
    settings: tuple[Setting, ...]
    calendar: CalendarUsed | None = None


@frozen(kw_only=True)
class FundsArrived:
    """Money arrived where it was paid to."""

    payee_id: ReceiptNo | None  # None: with the borrower.
    on: date
    evidence: Digest


@frozen(kw_only=True)
class UseRecorded:
    """It was found what money was used for; a finding says that it was not as agreed."""

    reference: ReceiptNo
    on: date
    amount: Money
    use: str
    as_agreed: bool
    evidence: Digest
    findings: tuple[Finding, ...]


DrawdownEvent = (
    DrawdownRequested
    | ConditionMet
    | DrawdownChecked
    | DrawdownReleased
    | DrawdownCancelled
    | DrawdownReversed
    | PaymentDelayed
    | FundsArrived
    | UseRecorded
)
