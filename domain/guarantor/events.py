"""What has happened to a guarantor: the contract with history."""

from datetime import date

from attrs import frozen

from domain.fields import last_day
from domain.guarantor.commands import GuarantorKind
from domain.ids import Digest, GuaranteeId, StaffId
from domain.money import Money


@frozen(kw_only=True)
class GuarantorAssessed:
    """What a customer can guarantee was assessed."""

    kind: GuarantorKind
    net_assets: Money
    yearly_income: Money
    capacity: Money
    valid_until: date = last_day()
    evidence: Digest
    assessed_by: StaffId


@frozen(kw_only=True)
class GuarantorSuspended:
    """No more guarantees are taken."""

    reason: str
    on: date
    suspended_by: StaffId


@frozen(kw_only=True)
class GuaranteeTakenOn:
    """The guarantor took on one more guarantee."""

    guarantee_id: GuaranteeId
    amount: Money
    left: Money  # Of the capacity.


@frozen(kw_only=True)
class GuaranteeGivenBack:
    """A guarantee ended, and its amount can be guaranteed again."""

    guarantee_id: GuaranteeId


GuarantorEvent = GuarantorAssessed | GuarantorSuspended | GuaranteeTakenOn | GuaranteeGivenBack
