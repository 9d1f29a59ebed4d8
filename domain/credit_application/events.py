"""What has happened to an application for credit: the contract with history."""

from datetime import date

from attrs import frozen

from domain.credit_application.admission.verdicts import Inputs, Outcome, UsedStandard, Verdict
from domain.credit_application.values import ReturnReason, WithdrawalReason
from domain.facts.channel import Channel
from domain.facts.entrusting import Entrusting
from domain.facts.policy import Setting
from domain.facts.pricing import Priced, PricedOn
from domain.facts.seen import Seen
from domain.facts.terms import CreditTerms
from domain.facts.waiver import Waiver
from domain.ids import CustomerId, IndustryCode, StaffId, UnitId
from domain.kinds import CustomerKind, DocumentKind


@frozen(kw_only=True)
class CreditApplicationSubmitted:
    """An application was taken in."""

    customer_id: CustomerId
    customer_kind: CustomerKind
    unit_id: UnitId
    channel: Channel
    applied_on: date
    terms: CreditTerms
    industry: IndustryCode | None
    declared_insider: bool
    taken_by: StaffId
    entrusting: Entrusting | None = None


@frozen(kw_only=True)
class CreditApplicationReturned:
    """An application went back to the customer for completion."""

    reasons: tuple[ReturnReason, ...]
    says: str
    lacking: tuple[DocumentKind, ...]  # By the checklist of that day.
    returned_by: StaffId
    on: date


@frozen(kw_only=True)
class CreditApplicationResubmitted:
    """An application came back, and is judged anew."""

    terms: CreditTerms
    industry: IndustryCode | None
    on: date
    customer_id: CustomerId | None = None
    unit_id: UnitId | None = None  # That takes it in.


@frozen(kw_only=True)
class CreditApplicationWithdrawn:
    """The customer withdrew the application."""

    reason: WithdrawalReason
    says: str | None
    on: date


@frozen(kw_only=True)
class AdmissionJudged:
    """An application goes on, goes on with care, or stops; with all that this rests on."""

    outcome: Outcome
    verdicts: tuple[Verdict, ...]
    inputs: Inputs
    settings: tuple[Setting, ...]
    standards: tuple[UsedStandard, ...]
    waivers: tuple[Waiver, ...]
    seen: Seen
    judged_by: StaffId
    on: date
    customer_id: CustomerId | None = None
    unit_id: UnitId | None = None  # That took it in.

    @property
    def findings(self) -> tuple[Verdict, ...]:
        """The criteria that are not plainly met."""
        return tuple(one for one in self.verdicts if one.outcome is not Outcome.ADMITTED)


@frozen(kw_only=True)
class CreditApplicationPriced:
    """The rate that the pricing table of the day gives, and what it was found from."""

    inputs: PricedOn
    priced: Priced
    scorecard: str | None  # Number and version of what the grade was made with.
    table_since: date
    source: str  # Of the table.
    priced_by: StaffId
    on: date


CreditApplicationEvent = (
    CreditApplicationSubmitted
    | CreditApplicationReturned
    | CreditApplicationResubmitted
    | CreditApplicationWithdrawn
    | AdmissionJudged
    | CreditApplicationPriced
)
