"""What may be asked of a guarantor: the contract with callers."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import CustomerId, Digest
from domain.money import Money
from domain.party import Party
from domain.ties import GiveBackGuarantee, TakeOnGuarantee


class GuarantorKind(StrEnum):
    """What a guarantor is."""

    NATURAL_PERSON = "natural_person"
    ENTERPRISE = "enterprise"
    GUARANTEE_COMPANY = "guarantee_company"  # 融资担保公司
    STATE_ORGAN = "state_organ"
    PUBLIC_INSTITUTION = "public_institution"  # Schools, hospitals and the like.


@frozen(kw_only=True)
class AssessGuarantor:
    """Assess what a customer can guarantee, all guarantees together."""

    guarantor_id: CustomerId
    kind: GuarantorKind
    of_age: bool  # Of full capacity to act; true for whoever is no natural person.
    net_assets: Money
    yearly_income: Money
    capacity: Money  # That all guarantees together may reach.
    valid_until: date
    evidence: Digest
    guarantor: Party | None = looked_up("customer", by="guarantor_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class SuspendGuarantor:
    """Take no more guarantees of a guarantor, from today until assessed again."""

    guarantor_id: CustomerId
    reason: str  # Without personal data.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


GuarantorCommand = AssessGuarantor | SuspendGuarantor | TakeOnGuarantee | GiveBackGuarantee
