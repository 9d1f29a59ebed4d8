"""What has happened to an investigation: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.application import Application
from domain.facts.policy import Setting
from domain.facts.seen import Seen
from domain.facts.terms import CreditTerms
from domain.facts.waiver import Waiver
from domain.ids import CallerName, CustomerId, Digest, DocumentId, SecurityStream, StaffId, UnitId
from domain.investigation.basis import Basis
from domain.investigation.capacity import Capacity
from domain.investigation.repayment import Covered
from domain.investigation.values import (
    Assessed,
    CheckItem,
    Debt,
    Division,
    Flow,
    LoanRisk,
    RepaymentSource,
    Strength,
    SurveyForm,
    Verdict,
    VisitWay,
)
from domain.money import Money
from domain.origin import Finding


@frozen(kw_only=True)
class InvestigationOpened:
    """An admitted application is investigated."""

    application: Application  # As it stood.
    investigators: tuple[StaffId, ...]
    simplified: bool
    settings: tuple[Setting, ...]


@frozen(kw_only=True)
class InvestigatorsReplaced:
    """Others go on with the investigation."""

    investigators: tuple[StaffId, ...]
    reason: str
    settings: tuple[Setting, ...]


@frozen(kw_only=True)
class VisitRecorded:
    """Something was looked into on a day."""

    visit_id: DocumentId
    way: VisitWay
    on: date
    division: Division | None
    visitors: tuple[StaffId, ...]
    says: str
    photos: tuple[Digest, ...]


@frozen(kw_only=True)
class CheckRecorded:
    """A check came to a result."""

    item: CheckItem
    result: Verdict
    evidence: tuple[Digest, ...]
    says: str
    on: date
    checked_by: CallerName


@frozen(kw_only=True)
class DebtsSurveyed:
    """What is owed in all was found."""

    debts: tuple[Debt, ...]
    on: date


@frozen(kw_only=True)
class InterviewRecorded:
    """The borrower was interviewed."""

    on: date
    by_video: bool
    evidence: Digest
    says: str
    handler: CallerName


@frozen(kw_only=True)
class FactorsAssessed:
    """Factors have marks."""

    assessed: tuple[Assessed, ...]


@frozen(kw_only=True)
class FormCompleted:
    """The investigation form was entered."""

    form: SurveyForm


@frozen(kw_only=True)
class CashFlowEstimated:
    """What is disposable, and how much may be lent on it."""

    incomes: tuple[Flow, ...]
    expenses: tuple[Flow, ...]
    terms: CreditTerms
    repayable: Capacity
    settings: tuple[Setting, ...]


@frozen(kw_only=True)
class RepaymentMatched:
    """How sources of repayment cover the instalments."""

    sources: tuple[RepaymentSource, ...]
    terms: CreditTerms
    covered: Covered


@frozen(kw_only=True)
class SecurityAssessed:
    """A security was looked into."""

    stream: SecurityStream
    eligible: bool
    undisputed: bool
    value: Money
    counts: Money
    says: str
    evidence: tuple[Digest, ...]
    on: date


@frozen(kw_only=True)
class LoanRiskGraded:
    """The loan has a risk grade as it begins, by its three sides."""

    record: Strength
    ability: Strength
    cover: Strength
    risk: LoanRisk
    settings: tuple[Setting, ...]
    seen: Seen | None = None  # None in records of old.


@frozen(kw_only=True)
class InvestigationConcluded:
    """The investigators recommend; the report says why."""

    lend: bool
    proposed: CreditTerms | None
    says: str
    waiver: Waiver | None
    grounds: Basis  # What was looked up for the report.
    findings: tuple[Finding, ...]
    text: str  # The report, word for word.
    report: Digest  # Of the text in UTF-8.
    decided_by: CallerName
    decided_on: date
    seen: Seen
    settings: tuple[Setting, ...]
    investigators: tuple[StaffId, ...] = ()  # Who have to sign.


@frozen(kw_only=True)
class ReportSigned:
    """An investigator stands for the report."""

    report: Digest
    signer: CallerName
    says: str  # The statement that was signed.
    signed_on: date
    customer_id: CustomerId | None = None
    unit_id: UnitId | None = None  # That the application was made at.
    completes: bool = False  # All who investigated have signed.


@frozen(kw_only=True)
class InvestigationReopened:
    """The investigation goes on."""

    reason: str


Opening = InvestigationOpened | InvestigatorsReplaced | InvestigationReopened
FieldWork = VisitRecorded | CheckRecorded | InterviewRecorded | DebtsSurveyed | FormCompleted
Judgement = FactorsAssessed | CashFlowEstimated | RepaymentMatched | SecurityAssessed
Analysis = Judgement | LoanRiskGraded
InvestigationEvent = Opening | FieldWork | Analysis | InvestigationConcluded | ReportSigned
