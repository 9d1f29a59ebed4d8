"""What has happened to an approval: the contract with history.

A decision stores what it was based on: file, parameters, mandates, rating, who hangs together.
"""

from datetime import date

from attrs import frozen

from domain.approval.values import Advice, Ballot, Choice, Delivery, Ending, Verdict
from domain.calendar import CalendarUsed
from domain.facts.approval import Condition
from domain.facts.policy import Setting
from domain.facts.related import Related
from domain.facts.seen import Seen
from domain.facts.staff import Post
from domain.facts.terms import CreditTerms, Difference
from domain.ids import ContractId, CustomerId, Digest, FacilityId, MandateId, StaffId, UnitId
from domain.money import Money


@frozen(kw_only=True)
class ApplicationReviewed:
    """A reviewer passed a file on, or returned it to the investigators."""

    customer_id: CustomerId
    unit_id: UnitId  # That the application was made at.
    verdict: Verdict
    problems: tuple[str, ...]
    comment: str
    signed: Digest
    report: Digest | None  # Of the investigation that was reviewed.
    reviewed_by: StaffId
    reviewed_on: date
    afterwards: bool  # The credit had been decided on a fast track.
    seen: Seen


@frozen(kw_only=True)
class FastTrackGranted:
    """The file may be decided before it is reviewed."""

    customer_id: CustomerId
    unit_id: UnitId
    reason: str
    granted_by: StaffId
    review_due_on: date  # The last day of the review that follows.
    settings: tuple[Setting, ...]
    seen: Seen
    calendar: CalendarUsed | None = None  # By which that day was counted.


@frozen(kw_only=True)
class Escalated:
    """The file went up: only these mandates still decide."""

    customer_id: CustomerId
    unit_id: UnitId
    mandate_id: MandateId
    mandates: tuple[MandateId, ...]  # It and those that it was delegated from.
    amount_max: Money
    to_unit: UnitId | None  # Where the mandate is held; None for a person's.
    to_person: StaffId | None
    reason: str
    escalated_by: StaffId
    seen: Seen
    to_post: Post | None = None  # Whose holders at that unit decide; None: a committee or a person.


@frozen(kw_only=True)
class MotionPut:
    """A committee is to vote on these terms and conditions; votes on earlier ones are void."""

    customer_id: CustomerId
    unit_id: UnitId
    committee_id: UnitId
    mandate_id: MandateId
    terms: CreditTerms
    conditions: tuple[Condition, ...]
    facility_id: FacilityId
    differences: tuple[Difference, ...]  # From what the investigation proposed.
    reason: str | None
    comparison: Digest | None
    put_by: StaffId
    seen: Seen
    report: Digest | None = None  # Of the investigation.


@frozen(kw_only=True)
class VoteCast:
    """A member voted."""

    committee_id: UnitId
    member: StaffId
    choice: Choice
    comment: str | None
    voted_on: date
    seen: Seen


@frozen(kw_only=True)
class Decided:
    """What every decision on a credit holds."""

    customer_id: CustomerId
    unit_id: UnitId
    mandate_id: MandateId
    mandates: tuple[MandateId, ...]  # It and those that it was delegated from.
    decided_by: tuple[StaffId, ...]  # Who decided alone, or voted.
    ballot: Ballot | None  # None where one person decided alone.
    related: Related | None
    settings: tuple[Setting, ...]
    seen: Seen
    decided_on: date
    besides: Money | None = None  # What the customer owed or might draw beside this credit.


@frozen(kw_only=True)
class CreditApproved(Decided):
    """A credit was approved, by one person or by a committee."""

    terms: CreditTerms
    conditions: tuple[Condition, ...]
    facility_id: FacilityId
    differences: tuple[Difference, ...]  # From what the investigation proposed.
    reason: str | None
    comparison: Digest | None
    grade: str
    scorecard: str
    valid_until: date  # The last day that a contract may be signed on it.


@frozen(kw_only=True)
class CreditDeclined(Decided):
    """An application was declined."""

    reasons: tuple[str, ...]
    grade: str | None
    scorecard: str | None


@frozen(kw_only=True)
class ExpertOpinionAttached:
    """What an expert says is on file."""

    customer_id: CustomerId
    expert: str
    advice: Advice
    document_digest: Digest
    dated: date
    attached_by: StaffId


@frozen(kw_only=True)
class CustomerNotified:
    """The customer was told of the decision."""

    letter: Digest
    delivery: Delivery
    on: date
    told_by: StaffId


@frozen(kw_only=True)
class ApprovalTakenUp:
    """A contract was signed on the approval."""

    contract_id: ContractId


@frozen(kw_only=True)
class ApprovalEnded:
    """The approval holds no more, or the file is decided no more."""

    ending: Ending
    reason: str | None
    ended_by: StaffId | None  # None where the withdrawal of the application ended it.
    mandate_id: MandateId | None = None
    seen: Seen | None = None  # Of who revoked it; None where nobody judged.


ApprovalEvent = (
    ApplicationReviewed
    | FastTrackGranted
    | Escalated
    | MotionPut
    | VoteCast
    | CreditApproved
    | CreditDeclined
    | ExpertOpinionAttached
    | CustomerNotified
    | ApprovalTakenUp
    | ApprovalEnded
)
