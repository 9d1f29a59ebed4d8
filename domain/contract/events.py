"""What has happened to a contract: the contract with history."""

from datetime import date

from attrs import frozen

from domain.contract.values import CopiesWay, EndReason, Signature, SigningWay, VoidReason
from domain.facts.approval import Condition
from domain.facts.contract import BreachTerm, ContractKind
from domain.facts.policy import Setting
from domain.facts.pricing_policy import AgreedFee
from domain.facts.seen import Seen
from domain.facts.terms import CreditTerms
from domain.fields import last_day
from domain.ids import (
    ApplicationId,
    ContractId,
    Count,
    CustomerId,
    DayOfMonth,
    Digest,
    FacilityId,
    LoanId,
    ReceiptNo,
    SecurityStream,
    StaffId,
    UnitId,
)
from domain.money import Money


@frozen(kw_only=True)
class ContractDrafted:
    """A contract was drafted, with the terms that were approved beside its own."""

    kind: ContractKind
    customer_id: CustomerId  # The borrower, whoever gives security.
    application_id: ApplicationId
    facility_id: FacilityId | None
    terms: CreditTerms | None  # Of a loan contract.
    approved: CreditTerms | None  # As they stood when it was drafted.
    due_day: DayOfMonth | None
    conditions: tuple[Condition, ...]  # Of the approval.
    breach_terms: tuple[BreachTerm, ...]
    securities: tuple[SecurityStream, ...]
    secured_by: tuple[ContractId, ...]
    secures: tuple[ContractId, ...]
    givers: tuple[CustomerId, ...]
    secures_up_to: Money | None
    debts_since: date | None
    debts_until: date | None = last_day()
    provisions: tuple[str, ...]
    drafted_by: StaffId
    fees: tuple[AgreedFee, ...] = ()
    unit_id: UnitId | None = None  # Whose work it is; None where it was not noted.
    entrusted_by: CustomerId | None = None  # The third party, whose money is lent.
    service_fee: Money | None = None  # That they pay.


@frozen(kw_only=True)
class ContractChecked:
    """A second person found the draft to be as approved."""

    checked_by: StaffId
    unit_id: UnitId | None = None  # Whose work it is; None where it was not noted.
    seen: Seen | None = None  # None in records of old.


@frozen(kw_only=True)
class ContractSentBack:
    """A second person found something to mend in the draft."""

    sent_back_by: StaffId
    reason: str
    unit_id: UnitId | None = None  # Whose work it is; None where it was not noted.


@frozen(kw_only=True)
class ContractPrinted:
    """A contract was printed; its text is this and no other, with references for persons."""

    form_digest: Digest
    form_source: str  # "" for the form that ships.
    lines: tuple[str, ...]
    digest: Digest  # Of the lines, each with a line feed, in UTF-8.
    copies: Count
    printed_by: StaffId
    printed_on: date


@frozen(kw_only=True)
class ContractSigned:
    """A contract was signed, and the seals were found to be those on record."""

    signed_on: date
    way: SigningWay
    signatures: tuple[Signature, ...]
    witnesses: tuple[StaffId, ...]
    digest: Digest
    settings: tuple[Setting, ...]  # Of the policy, as it held that day.
    recorded_by: StaffId


@frozen(kw_only=True)
class ContractVoided:
    """A contract will not be signed."""

    reason: VoidReason


@frozen(kw_only=True)
class ContractEnded:
    """A contract is over from a day on."""

    reason: EndReason
    on: date


@frozen(kw_only=True)
class CopiesMoved:
    """Copies of a contract went into custody, or out of it."""

    reference: ReceiptNo
    way: CopiesWay
    copies: Count
    place: str
    on: date
    moved_by: StaffId


@frozen(kw_only=True)
class ContractDrawn:
    """Money was lent under a contract, by this note."""

    loan_id: LoanId
    amount: Money


@frozen(kw_only=True)
class ContractUndrawn:
    """What a note drew was not paid out; it can be drawn again, by another note."""

    loan_id: LoanId
    amount: Money


@frozen(kw_only=True)
class ContractSecured:
    """A security contract secures a loan contract."""

    loan_contract_id: ContractId
    amount: Money


@frozen(kw_only=True)
class ContractUnsecured:
    """A security contract no longer secures a loan contract."""

    loan_contract_id: ContractId
    amount: Money


ContractEvent = (
    ContractDrafted
    | ContractChecked
    | ContractSentBack
    | ContractPrinted
    | ContractSigned
    | ContractVoided
    | ContractEnded
    | CopiesMoved
    | ContractDrawn
    | ContractUndrawn
    | ContractSecured
    | ContractUnsecured
)
