"""What has happened to a bill: the contract with history."""

from datetime import date

from attrs import frozen

from domain.bill.commands import RefusalReason
from domain.facts.bill import Bill, BillParty
from domain.ids import BillPartyId, CustomerId, Digest, LoanId, ReceiptNo, StaffId
from domain.origin import Finding


@frozen(kw_only=True)
class BillTakenUp:
    """A bill was discounted, and is ours from then on."""

    bill: Bill
    loan_id: LoanId
    customer_id: CustomerId  # Who endorsed it to us.
    on: date


@frozen(kw_only=True)
class BillGivenUp:
    """The discount did not take place."""

    loan_id: LoanId


@frozen(kw_only=True)
class BillPresented:
    """The bill was presented for payment."""

    reference: ReceiptNo
    on: date
    presented_by: StaffId
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class BillRefused:
    """The acceptor refused to pay."""

    on: date
    reason: RefusalReason
    evidence: Digest
    refusal_recorded_by: StaffId


@frozen(kw_only=True)
class RecourseClaimed:
    """Recourse was taken on somebody who signed the bill."""

    reference: ReceiptNo
    signatory: BillParty
    endorser: BillPartyId | None
    on: date
    letter: Digest
    claimed_by: StaffId
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class BillEnded:
    """Nothing is owed on its loan any more: it was paid, or taken back."""

    loan_id: LoanId
    on: date


@frozen(kw_only=True)
class BillReopened:
    """Something is owed on its loan again."""

    loan_id: LoanId


BillEvent = (
    BillTakenUp
    | BillGivenUp
    | BillPresented
    | BillRefused
    | RecourseClaimed
    | BillEnded
    | BillReopened
)
