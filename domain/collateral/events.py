"""What has happened to collateral: the contract with history."""

from datetime import date

from attrs import frozen

from domain.collateral.values import (
    Appraiser,
    CollateralKind,
    HandoverItem,
    Title,
    ValuationMethod,
    VaultReason,
)
from domain.facts.policy import Setting
from domain.facts.terms import SecurityWay
from domain.fields import last_day
from domain.ids import ContractId, CustomerId, Digest, ReceiptNo, StaffId
from domain.money import Money


@frozen(kw_only=True)
class CollateralRegistered:
    """A customer offered something as collateral."""

    kind: CollateralKind
    way: SecurityWay
    owner_id: CustomerId
    title: Title
    consents: tuple[Digest, ...]
    says: str
    registered_by: StaffId


@frozen(kw_only=True)
class ValuationRecorded:
    """A value was found; on it counts what the parameter of the day says."""

    valuation_no: ReceiptNo
    appraiser: Appraiser
    method: ValuationMethod
    valuation: Money
    valued_on: date
    report: Digest
    counts: Money  # The value times the most that may be lent on it, in whole fen, down.
    shortfall: Money  # By which it no longer covers what it secures; nothing where it does.
    due_again: date
    settings: tuple[Setting, ...]
    valued_by: StaffId


@frozen(kw_only=True)
class CollateralBound:
    """A security contract binds it, up to an amount."""

    contract_id: ContractId
    amount: Money


@frozen(kw_only=True)
class RegistrationRecorded:
    """The right was registered."""

    certificate_no: ReceiptNo
    authority: str
    lien_rank: int
    registered_on: date
    expires_on: date | None = last_day()
    digest: Digest


@frozen(kw_only=True)
class VaultEntered:
    """Papers or goods went into the vault under two keys."""

    list_no: ReceiptNo
    items: tuple[HandoverItem, ...]
    signed_list: Digest
    keepers: tuple[StaffId, ...]
    counts: Money  # What they are booked at off the balance sheet.


@frozen(kw_only=True)
class VaultLeft:
    """Papers or goods left the vault."""

    list_no: ReceiptNo
    reason: VaultReason
    approved_by: StaffId
    due_back: date | None = last_day()
    signed_receipt: Digest
    keepers: tuple[StaffId, ...]
    counts: Money


@frozen(kw_only=True)
class VaultCounted:
    """The vault was counted."""

    count_no: ReceiptNo
    missing: tuple[ReceiptNo, ...]  # Lists that should be there and were not.
    unexpected: tuple[ReceiptNo, ...]  # Lists that were there and should not be.
    counted_by: StaffId


@frozen(kw_only=True)
class CollateralChecked:
    """Collateral was looked at on the spot."""

    check_no: ReceiptNo
    checked_on: date
    whole: bool
    safe: bool
    says: str
    photos: tuple[Digest, ...]
    checked_by: StaffId


@frozen(kw_only=True)
class CollateralRealised:
    """Collateral was realised."""

    contract_id: ContractId
    proceeds: Money
    costs: Money
    debt: Money
    surplus: Money  # Goes back to the owner.
    unpaid: Money  # Stays owed.
    realised_on: date
    digest: Digest
    approved_by: StaffId


@frozen(kw_only=True)
class CollateralReleased:
    """Collateral secures nothing any more."""

    cancellation: Digest | None
    on: date


CollateralEvent = (
    CollateralRegistered
    | ValuationRecorded
    | CollateralBound
    | RegistrationRecorded
    | VaultEntered
    | VaultLeft
    | VaultCounted
    | CollateralChecked
    | CollateralRealised
    | CollateralReleased
)
