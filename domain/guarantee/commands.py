"""What may be asked of a guarantee: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.contract import Contract
from domain.facts.policy import PolicyBook
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import ContractId, CustomerId, Digest, GuaranteeId, Months
from domain.money import Money
from domain.party import Party


class GuaranteeMode(StrEnum):
    """How a guarantor is liable (民法典 第686–688条)."""

    GENERAL = "general"  # After the debtor was sued in vain.
    JOINT = "joint"  # As the debtor is (连带责任).


class PeriodClause(StrEnum):
    """What the contract says of the guarantee period."""

    AGREED_PERIOD = "agreed_period"  # So many months after the debt is due.
    NOT_AGREED = "not_agreed"
    UNTIL_PAID = "until_paid"  # "Until principal and interest are paid off": unclear in law.


@frozen(kw_only=True)
class GiveGuarantee:
    """Take a guarantee for a borrower's debt."""

    guarantee_id: GuaranteeId
    guarantor_id: CustomerId
    borrower_id: CustomerId
    amount: Money
    mode: GuaranteeMode | None = None  # None: the contract does not say.
    clause: PeriodClause
    period_months: Months | None = None  # With an agreed period.
    by_company: bool = False  # A guarantee company: money is released on its notice.
    guarantor: Party | None = looked_up("customer", by="guarantor_id")
    borrower: Party | None = looked_up("customer", by="borrower_id")
    policy: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class BindGuarantee:
    """Bind a guarantee by the signed guarantee contract that names it."""

    guarantee_id: GuaranteeId
    contract_id: ContractId
    contract: Contract | None = looked_up("contract", by="contract_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class RecordReleaseNotice:
    """Record a guarantee company's notice that money may be released (放款通知书)."""

    guarantee_id: GuaranteeId
    notice: Digest
    noticed_on: date
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class AgreeToRefinancing:
    """Record that a guarantor knows that the new loan pays off an old one."""

    guarantee_id: GuaranteeId
    statement: Digest  # Signed by the guarantor.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class ReleaseGuarantee:
    """Release a guarantee once the contract that it secures has ended."""

    guarantee_id: GuaranteeId
    contract_id: ContractId
    contract: Contract | None = looked_up("contract", by="contract_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


GuaranteeCommand = (
    GiveGuarantee | BindGuarantee | RecordReleaseNotice | AgreeToRefinancing | ReleaseGuarantee
)
