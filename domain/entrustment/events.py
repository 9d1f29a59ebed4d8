"""What has happened to an entrustment: the contract with history."""

from datetime import date

from attrs import frozen

from domain.entrustment.values import EntrustmentEnding, EntrustmentFound
from domain.facts.seen import Seen
from domain.facts.terms import CreditTerms
from domain.ids import (
    ContractId,
    CustomerId,
    LoanId,
    MandateId,
    ReceiptNo,
    StaffId,
    UnitId,
)
from domain.money import Money


@frozen(kw_only=True)
class EntrustmentAccepted:
    """A loan of another's money will be served, at their risk."""

    customer_id: CustomerId  # The borrower.
    entrusted_by: CustomerId
    unit_id: UnitId
    found: EntrustmentFound
    terms: CreditTerms
    service_fee: Money
    mandate_id: MandateId
    mandates: tuple[MandateId, ...]  # It and those that it was delegated from.
    accepted_by: StaffId
    accepted_on: date
    seen: Seen


@frozen(kw_only=True)
class FundsDeposited:
    """Money came in from who entrusts it."""

    reference: ReceiptNo
    amount: Money
    value_date: date


@frozen(kw_only=True)
class FundsReturned:
    """Money that was not lent went back to who entrusted it."""

    reference: ReceiptNo
    amount: Money
    value_date: date


@frozen(kw_only=True)
class FeeCollected:
    """Who entrusts the money paid for serving the loan."""

    reference: ReceiptNo
    amount: Money
    value_date: date


@frozen(kw_only=True)
class FundsLent:
    """Of what was deposited, this was lent by a note."""

    loan_id: LoanId
    reference: ReceiptNo
    amount: Money
    value_date: date


@frozen(kw_only=True)
class FundsUnlent:
    """A payment did not take place: what it lent is held again."""

    loan_id: LoanId
    reference: ReceiptNo
    amount: Money
    value_date: date  # Of the payment.


@frozen(kw_only=True)
class EntrustmentTakenUp:
    """The contract of three parties was signed."""

    contract_id: ContractId


@frozen(kw_only=True)
class EntrustmentEnded:
    """The entrustment is over."""

    ending: EntrustmentEnding
    ended_by: StaffId
    on: date


EntrustmentEvent = (
    EntrustmentAccepted
    | FundsDeposited
    | FundsReturned
    | FeeCollected
    | FundsLent
    | FundsUnlent
    | EntrustmentTakenUp
    | EntrustmentEnded
)
