"""What may be asked of an investigation: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.approval import Approval
from domain.facts.economy import Economy
from domain.facts.rating import Rating
from domain.facts.security import Security
from domain.facts.statement import Statements
from domain.facts.terms import CreditTerms
from domain.facts.waiver import Waiver
from domain.fields import looked_up
from domain.ids import Digest, DocumentId, SecurityStream, StaffId
from domain.investigation.step import OnFindings, Step, Team
from domain.investigation.values import (
    Assessed,
    CheckItem,
    Debt,
    Division,
    Flow,
    RepaymentSource,
    SurveyForm,
    Verdict,
    VisitWay,
)


@frozen(kw_only=True)
class OpenInvestigation(Team):
    """Open the investigation of an admitted application, and name who investigates."""

    simplified: bool = False  # One person is enough, where the policy says so.


@frozen(kw_only=True)
class ReplaceInvestigators(Team):
    """Let others go on with an investigation; what was found so far stands."""

    reason: str  # Without personal data.
    approval: Approval | None = looked_up("approval", by="application_id", default=None)


@frozen(kw_only=True)
class RecordVisit(Step):
    """Record a visit in the field or a check at the desk: who, when, where, what was found."""

    visit_id: DocumentId
    way: VisitWay
    on: date
    division: Division | None = None  # Of the place that was visited, by its code.
    visitors: tuple[StaffId, ...]
    says: str  # What was found, without personal data.
    photos: tuple[Digest, ...] = ()


@frozen(kw_only=True)
class RecordCheck(Step):
    """Record what a check came to, and by what evidence; the last one of an item stands."""

    item: CheckItem
    result: Verdict
    evidence: tuple[Digest, ...]
    says: str  # Without personal data.
    on: date


@frozen(kw_only=True)
class SurveyDebts(Step):
    """Record what is owed in all, declared or found, and what may come to be owed."""

    debts: tuple[Debt, ...]
    on: date


@frozen(kw_only=True)
class RecordInterview(Step):
    """Record the interview with the borrower of a personal loan."""

    on: date
    by_video: bool
    evidence: Digest  # Of the signed record, or of the recording.
    says: str  # Without personal data.


@frozen(kw_only=True)
class AssessFactors(Step):
    """Record marks for what is judged; the last mark of a factor stands."""

    assessed: tuple[Assessed, ...]


@frozen(kw_only=True)
class CompleteForm(Step):
    """Enter the investigation form; the last one stands."""

    form: SurveyForm


@frozen(kw_only=True)
class EstimateCashFlow(Step):
    """Estimate what is disposable in a year, and from it how much may be lent."""

    incomes: tuple[Flow, ...]
    expenses: tuple[Flow, ...]  # Without debt service: that is what the survey of debts says.
    terms: CreditTerms | None = None  # What is weighed; None: what was asked for.


@frozen(kw_only=True)
class MatchRepayment(Step):
    """Match sources of repayment with the instalments of the plan, day by day."""

    sources: tuple[RepaymentSource, ...]
    terms: CreditTerms | None = None


@frozen(kw_only=True)
class AssessSecurity(Step):
    """Record whether a security is eligible and its title clear; its value is looked up."""

    stream: SecurityStream  # "collateral-K1": the security on record.
    eligible: bool
    undisputed: bool  # Owned by who gives it, and free of dispute.
    says: str  # Without personal data.
    evidence: tuple[Digest, ...]
    on: date
    security: Security | None = looked_up("", by="stream")


@frozen(kw_only=True)
class GradeLoanRisk(OnFindings):
    """Grade the risk of the loan by record, ability to repay, and value of security."""


@frozen(kw_only=True)
class ConcludeInvestigation(OnFindings):
    """Conclude with a recommendation; the report is made of what is on record."""

    lend: bool
    proposed: CreditTerms | None  # None where nothing is to be lent.
    says: str  # Why, without personal data.
    waiver: Waiver | None = None
    read: Digest | None = None  # Of the file as it was read.
    economy: Economy | None = looked_up("economic_file", by="application.customer_id")
    statements: Statements | None = looked_up("financial_statement", by="application.customer_id")
    rating: Rating | None = looked_up("rating", by="application.customer_id")
    securities: tuple[Security, ...] | None = looked_up("", by="found.securities", default=None)


@frozen(kw_only=True)
class SignReport(Step):
    """Sign the report, and that it is true and complete: each investigator as themselves."""

    report: Digest  # Of the report that is signed.


@frozen(kw_only=True)
class ReopenInvestigation(Step):
    """Open a concluded investigation again; its report stays on record."""

    reason: str  # Without personal data.


Opening = OpenInvestigation | ReplaceInvestigators | ReopenInvestigation
FieldWork = RecordVisit | RecordCheck | RecordInterview | SurveyDebts | CompleteForm
Analysis = AssessFactors | EstimateCashFlow | MatchRepayment | AssessSecurity | GradeLoanRisk
InvestigationCommand = Opening | FieldWork | Analysis | ConcludeInvestigation | SignReport
