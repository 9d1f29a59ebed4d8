"""What may be asked of how a customer is served: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.policy import PolicyBook
from domain.facts.relationship import Tier
from domain.facts.staff import Staff
from domain.fields import looked_up, personal
from domain.ids import (
    Months,
    StaffId,
    SurveyId,
)
from domain.kinds import RepaymentMethod
from domain.relationship.step import Step
from domain.relationship.values import (
    Channel,
    LifeStage,
    RateType,
    Score,
    TierReason,
)


@frozen(kw_only=True)
class SetPreferences(Step):
    """Set how a customer would borrow and be reached."""

    rate_type: RateType | None = None
    months: Months | None = None
    method: RepaymentMethod | None = None
    channel: Channel | None = None
    since: date


@frozen(kw_only=True)
class SetTier(Step):
    """Put a customer in a tier, with a reason by each criterion."""

    tier: Tier
    reasons: tuple[TierReason, ...]
    since: date


@frozen(kw_only=True)
class SetStage(Step):
    """Set the stage that a customer has come to."""

    life_stage: LifeStage
    reason: str  # Without personal data.
    since: date
    book: PolicyBook | None = looked_up("policy", of="book")


@frozen(kw_only=True)
class GrantPriority(Step):
    """Grant a customer to be served first until a day, as somebody else proposed."""

    proposed_by: StaffId
    proposer: Staff | None = looked_up("staff", by="proposed_by")
    reason: str  # Without personal data.
    until: date
    book: PolicyBook | None = looked_up("policy", of="book")


@frozen(kw_only=True)
class EndPriority(Step):
    """End a priority before its time."""

    reason: str  # Without personal data.


@frozen(kw_only=True)
class RecordSurvey(Step):
    """Record how satisfied a customer is, from 0 to 10."""

    survey_id: SurveyId
    score: Score
    remarks: str | None = personal(default=None)
    on: date
    book: PolicyBook | None = looked_up("policy", of="book")


@frozen(kw_only=True)
class FollowUpSurvey(Step):
    """Follow up a survey with what was done about it."""

    survey_id: SurveyId
    remarks: str = personal()
    on: date


ServiceCommand = (
    SetPreferences
    | SetTier
    | SetStage
    | GrantPriority
    | EndPriority
    | RecordSurvey
    | FollowUpSurvey
)
