"""What may be asked of an approval: the contract with callers.

No command has a date by which it could be dated back: what is decided counts from today.
"""

from datetime import date

from attrs import frozen

from domain.approval.values import Advice, Choice, Delivery, Verdict
from domain.calendar import WorkingCalendar
from domain.dated import Dated
from domain.facts.application import Application
from domain.facts.approval import Approval, Condition
from domain.facts.customer_group import CustomerGroup
from domain.facts.facility import Facility
from domain.facts.investigation import Investigation
from domain.facts.mandate import Mandate
from domain.facts.policy import PolicyBook
from domain.facts.rating import Rating
from domain.facts.related import Related
from domain.facts.seen import Seen
from domain.facts.staff import Staff
from domain.facts.terms import CreditTerms
from domain.facts.unit import Unit
from domain.fields import CALENDAR, RELATED, SEEN, looked_up, stamped
from domain.ids import ApplicationId, Digest, FacilityId, MandateId, StaffId, UnitId
from domain.party import Party
from domain.terms import Terms
from domain.ties import EndApproval, TakeUpApproval


@frozen(kw_only=True)
class OnFile:
    """What every act on a credit file looks up."""

    application_id: ApplicationId
    application: Application | None = looked_up("credit_application", by="application_id")
    investigation: Investigation | None = looked_up("investigation", by="application_id")
    party: Party | None = looked_up("customer", by="application.customer_id")
    unit: Unit | None = looked_up("unit", by="application.unit_id")
    staff: Staff | None = looked_up("staff", by="actor")
    policy: PolicyBook | None = looked_up("policy", of="book")
    seen: Seen | None = looked_up(SEEN, by="application.file, investigation.securities")
    read: Digest | None = None  # Of the file that was read; None: the actor does not say.
    actor: StaffId = stamped("actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class Review(OnFile):
    """Review an investigated application: pass it on, or return it to the investigators."""

    verdict: Verdict
    problems: tuple[str, ...] = ()  # What was found; without personal data.
    comment: str  # The reviewer's opinion; without personal data.
    signed: Digest  # Of the opinion as it was signed.


@frozen(kw_only=True)
class UnderMandate(OnFile):
    """What every decision under a mandate looks up besides."""

    mandate_id: MandateId
    mandate: Mandate | None = looked_up("mandate", by="mandate_id")
    parent: Mandate | None = looked_up("mandate", by="mandate.parent_id")
    grandparent: Mandate | None = looked_up("mandate", by="parent.parent_id")
    rating: Rating | None = looked_up("rating", by="application.customer_id")
    related: Related | None = looked_up(RELATED, by="application.customer_id")
    maximum: Facility | None = looked_up(
        "facility", by="application.customer_id", default=None
    )  # Of the customer: what is reserved and used of it counts towards the mandate.


@frozen(kw_only=True)
class Proposal(UnderMandate):
    """What is to be approved, and what that is judged by."""

    terms: CreditTerms
    conditions: tuple[Condition, ...] = ()
    facility_id: FacilityId
    facility: Facility | None = looked_up("facility", by="facility_id")
    group: CustomerGroup | None = looked_up("customer_group", by="facility.group_id")
    product: Dated[Terms | None] | None = looked_up("product", by="terms.product_id")
    reason: str | None = None  # Why the terms are not those proposed; without personal data.
    comparison: Digest | None = None  # For an insider: like credit to others, compared.


@frozen(kw_only=True)
class Approve(Proposal):
    """Approve a credit alone, under a mandate that one holds."""


@frozen(kw_only=True)
class Decline(UnderMandate):
    """Decline an application alone, under a mandate that one holds."""

    reasons: tuple[str, ...]  # Without personal data.


@frozen(kw_only=True)
class PutMotion(Proposal):
    """Put an application to a committee, or put it again with other terms and conditions."""

    committee_id: UnitId
    committee: Unit | None = looked_up("unit", by="committee_id")


@frozen(kw_only=True)
class Vote(OnFile):
    """Vote on the motion that lies before a committee."""

    committee_id: UnitId
    committee: Unit | None = looked_up("unit", by="committee_id")
    choice: Choice
    comment: str | None = None  # Without personal data.


@frozen(kw_only=True)
class Resolve(UnderMandate):
    """Count the votes on a motion, which approves or declines the credit."""

    committee_id: UnitId
    committee: Unit | None = looked_up("unit", by="committee_id")
    minutes: Digest
    reasons: tuple[str, ...] = ()  # Why it is declined, where it is; without personal data.
    approval: Approval | None = looked_up("approval", by="application_id", default=None)
    facility: Facility | None = looked_up("facility", by="approval.moved.facility_id", default=None)
    group: CustomerGroup | None = looked_up("customer_group", by="facility.group_id", default=None)
    product: Dated[Terms | None] | None = looked_up(
        "product", by="approval.moved.terms.product_id", default=None
    )


@frozen(kw_only=True)
class Escalate(UnderMandate):
    """Take a file up to a higher mandate; nobody below it decides any more."""

    reason: str  # Without personal data.


@frozen(kw_only=True)
class GrantFastTrack(OnFile):
    """Let a file be decided before it is reviewed (特事特办); the review follows."""

    reason: str  # Without personal data.
    calendar: WorkingCalendar | None = looked_up(CALENDAR, default=None)


@frozen(kw_only=True)
class AttachExpertOpinion(OnFile):
    """Attach what an expert says; it binds nobody."""

    expert: str  # The firm or the field of knowledge; without personal data.
    advice: Advice
    document_digest: Digest
    dated: date


@frozen(kw_only=True)
class NotifyCustomer(OnFile):
    """Record that the customer was told of the decision."""

    letter: Digest
    delivery: Delivery
    on: date


@frozen(kw_only=True)
class Lapse(OnFile):
    """Let an approval lapse that was not used in time."""


@frozen(kw_only=True)
class Revoke(UnderMandate):
    """Revoke an approval on which no contract stands."""

    reason: str  # Without personal data.


ApprovalCommand = (
    Review
    | Approve
    | Decline
    | PutMotion
    | Vote
    | Resolve
    | Escalate
    | GrantFastTrack
    | AttachExpertOpinion
    | NotifyCustomer
    | Lapse
    | Revoke
    | TakeUpApproval
    | EndApproval
)
