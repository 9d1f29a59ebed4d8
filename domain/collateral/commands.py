"""What may be asked of collateral: the contract with callers."""

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
from domain.facts.contract import Contract
from domain.facts.policy import PolicyBook
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import CollateralId, ContractId, CustomerId, Digest, ReceiptNo, StaffId
from domain.money import Money
from domain.party import Party


@frozen(kw_only=True)
class RegisterCollateral:
    """Register what a customer offers as collateral, with the title as it was found."""

    collateral_id: CollateralId
    kind: CollateralKind
    owner_id: CustomerId
    title: Title
    consents: tuple[Digest, ...] = ()  # Of the other owners, each in writing.
    says: str  # What and where it is; without personal data.
    owner: Party | None = looked_up("customer", by="owner_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class RecordValuation:
    """Record what collateral is worth, by whom and how that was found."""

    collateral_id: CollateralId
    valuation_no: ReceiptNo
    appraiser: Appraiser
    method: ValuationMethod
    valuation: Money
    valued_on: date
    report: Digest
    policy: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class BindCollateral:
    """Bind collateral by a security contract that names it, up to an amount."""

    collateral_id: CollateralId
    contract_id: ContractId
    amount: Money  # Of the debt that it secures.
    contract: Contract | None = looked_up("contract", by="contract_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class RecordRegistration:
    """Record that the right was registered, with the certificate of other rights (他项权证)."""

    collateral_id: CollateralId
    certificate_no: ReceiptNo
    authority: str  # The office; without personal data.
    lien_rank: int  # 1 is the first.
    registered_on: date
    expires_on: date | None = None
    digest: Digest
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class PutInVault:
    """Put papers or goods into the vault, with the list that both sides signed."""

    collateral_id: CollateralId
    list_no: ReceiptNo
    items: tuple[HandoverItem, ...]
    signed_list: Digest  # With the signatures of who gave and who received.
    second_id: StaffId  # Who holds the other key.
    second: Staff | None = looked_up("staff", by="second_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class TakeFromVault:
    """Take papers or goods out of the vault."""

    collateral_id: CollateralId
    list_no: ReceiptNo  # Under which they went in.
    reason: VaultReason
    approved_by: StaffId
    due_back: date | None = None  # Of what is lent.
    signed_receipt: Digest
    second_id: StaffId
    second: Staff | None = looked_up("staff", by="second_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class CountVault:
    """Record a stock-take: whether what the vault should hold is there."""

    collateral_id: CollateralId
    count_no: ReceiptNo
    lists_found: tuple[ReceiptNo, ...]
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class CheckCollateral:
    """Record whether collateral is whole and safe, as seen on the spot."""

    collateral_id: CollateralId
    check_no: ReceiptNo
    checked_on: date
    whole: bool
    safe: bool
    says: str  # What was seen; without personal data.
    photos: tuple[Digest, ...] = ()
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class RealiseCollateral:
    """Record that collateral was realised, and what came of it."""

    collateral_id: CollateralId
    contract_id: ContractId  # Whose debt it paid.
    proceeds: Money
    costs: Money
    debt: Money  # What was owed on the day.
    realised_on: date
    digest: Digest
    approved_by: StaffId
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class ReleaseCollateral:
    """Release collateral once every contract that it secures has ended."""

    collateral_id: CollateralId
    cancellation: Digest | None = None  # Of the registration; None where none was made.
    contract_ids: tuple[ContractId, ...]  # All that it is bound by.
    contracts: tuple[Contract, ...] | None = looked_up("contract", by="contract_ids")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


CollateralCommand = (
    RegisterCollateral
    | RecordValuation
    | BindCollateral
    | RecordRegistration
    | PutInVault
    | TakeFromVault
    | CountVault
    | CheckCollateral
    | RealiseCollateral
    | ReleaseCollateral
)
