"""What is known of the decision on an application."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.facts.terms import CreditTerms
from domain.ids import ApplicationId, CustomerId, FacilityId, StaffId


class ApprovalOutcome(StrEnum):
    """What was decided."""

    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    LAPSED = "lapsed"  # Not used in time, or the application was withdrawn.


class ConditionKind(StrEnum):
    """What a condition asks for, and when."""

    PRECEDENT = "precedent"  # Before money is paid out (用信条件).
    POSITIVE_COVENANT = "positive_covenant"  # The borrower shall.
    NEGATIVE_COVENANT = "negative_covenant"  # The borrower shall not.


@frozen(kw_only=True)
class Condition:
    """A condition of an approval."""

    condition_id: str  # "1", "2", …, within the approval.
    kind: ConditionKind
    says: str  # Without personal data.


@frozen(kw_only=True)
class Moved:
    """What lies before a committee, as it was put last."""

    terms: CreditTerms
    facility_id: FacilityId


@frozen(kw_only=True)
class Approval:
    """The decision on an application, with its terms and conditions."""

    application_id: ApplicationId
    customer_id: CustomerId
    outcome: ApprovalOutcome
    terms: CreditTerms | None  # As approved; None where nothing is.
    conditions: tuple[Condition, ...]
    facility_id: FacilityId | None  # Whose headroom is reserved for it.
    people: tuple[StaffId, ...]  # Who reviewed, voted or decided.
    decided_on: date | None
    valid_until: date | None  # The last day that a contract may be signed on it.
    moved: Moved | None = None  # None where no motion was put to a committee.

    def holds(self, day: date) -> bool:
        """Say whether a contract may be made on it on a day."""
        valid = self.valid_until is None or day <= self.valid_until
        return self.outcome is ApprovalOutcome.APPROVED and valid
