"""An admitted application of a farm household, and all that two people find about it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from attrs import evolve

from domain.facts.application import Application, ApplicationStage
from domain.facts.security import Security
from domain.facts.seen import Seen, SeenPart
from domain.facts.staff import Post
from domain.facts.terms import SecurityWay
from domain.investigation import INVESTIGATION
from domain.investigation.commands import (
    AssessFactors,
    AssessSecurity,
    CompleteForm,
    ConcludeInvestigation,
    EstimateCashFlow,
    GradeLoanRisk,
    MatchRepayment,
    OpenInvestigation,
    RecordCheck,
    RecordInterview,
    RecordVisit,
    ReopenInvestigation,
    ReplaceInvestigators,
    SignReport,
    SurveyDebts,
)
from domain.investigation.values import (
    Assessed,
    CheckItem,
    Debt,
    DebtKind,
    Factor,
    Flow,
    Rank,
    RepaymentSource,
    SurveyForm,
    Verdict,
    VisitWay,
)
from domain.kinds import CustomerKind
from domain.rate import Rate
from tests.domain.facts.test_terms import ASKED
from tests.domain.financial_statement.statements import yuan
from tests.domain.rating.files import ECONOMY, INQUIRIES
from tests.domain.staffing import member
from tests.specs import Given, given

TODAY: Final = date(2026, 3, 2)
WANG: Final = member("wang", Post.RELATIONSHIP_MANAGER)
ZHAO: Final = member("zhao", Post.INVESTIGATOR)
SUN: Final = member("sun", Post.INVESTIGATOR)
TERMS: Final = evolve(ASKED, rate_yearly=Rate.parse("6%"))  # 50,000 yuan for a year.
APPLICATION: Final = Application(
    application_id="A1",
    customer_id="C1",
    customer_kind=CustomerKind.FARM_HOUSEHOLD,
    unit_id="B1",
    taken_by="wang",
    applied_on=date(2026, 2, 25),
    stage=ApplicationStage.ADMITTED,
    terms=TERMS,
)
SEEN: Final = Seen((SeenPart("credit_application-A1", 2),), "sha256:" + "5" * 64)
PAPER: Final = "sha256:" + "7" * 64
ACTING: Final[dict[str, Any]] = {
    "application_id": "A1",
    "application": APPLICATION,
    "actor": "wang",
    "staff": WANG,
    "book": None,
    "today": TODAY,
}

OPEN: Final = OpenInvestigation(**ACTING, investigators=("wang", "zhao"), team=(WANG, ZHAO))
REPLACE: Final = ReplaceInvestigators(
    **ACTING, investigators=("wang", "sun"), reason="zhao is ill", team=(WANG, SUN)
)
VISIT: Final = RecordVisit(
    **ACTING,
    visit_id="V1",
    way=VisitWay.FIELD_VISIT,
    on=date(2026, 2, 28),
    division="330106001002",
    visitors=("wang", "zhao"),
    says="orchard of two hectares, in good order",
    photos=(PAPER,),
)
CHECKS: Final = tuple(
    RecordCheck(
        **ACTING,
        item=item,
        result=Verdict.PROVEN,
        evidence=(PAPER,),
        says="seen in the original",
        on=date(2026, 2, 27),
    )
    for item in (CheckItem.IDENTITY_GENUINE, CheckItem.APPLICATION_TRUE, CheckItem.PURPOSE_GENUINE)
)
DEBTS: Final = SurveyDebts(
    **ACTING,
    debts=(
        Debt(kind=DebtKind.BANK_DEBT, amount=yuan(20_000), each_year=yuan(6_000), declared=True),
        Debt(kind=DebtKind.PRIVATE_DEBT, amount=yuan(5_000), each_year=yuan(0), declared=False),
        Debt(kind=DebtKind.GUARANTEE_GIVEN, amount=yuan(9_000), each_year=yuan(0), declared=True),
    ),
    on=date(2026, 2, 28),
)
INTERVIEW: Final = RecordInterview(
    **ACTING, on=date(2026, 2, 28), by_video=False, evidence=PAPER, says="knows what is owed"
)
FACTORS: Final = AssessFactors(
    **ACTING,
    assessed=tuple(Assessed(factor=factor, mark=4, says="as neighbours say") for factor in Factor),
)
FORM: Final = CompleteForm(
    **ACTING,
    form=SurveyForm(
        main_business="oranges",
        years_in_business=12,
        workers=2,
        workplace="own orchard",
        suppliers="the cooperative",
        buyers="wholesale market",
        monthly_turnover=yuan(10_000),
        peak_months="10, 11",
    ),
)
CASH_FLOW: Final = EstimateCashFlow(
    **ACTING,
    incomes=(Flow(says="oranges", each_year=yuan(120_000)),),
    expenses=(
        Flow(says="living", each_year=yuan(24_000)),
        Flow(says="fertiliser", each_year=yuan(6_000)),
    ),
)
SOURCE: Final = RepaymentSource(
    rank=Rank.FIRST,
    says="sales through the year",
    amount=yuan(5_000),
    from_day=TODAY,
    times=12,
)
REPAYMENT: Final = MatchRepayment(**ACTING, sources=(SOURCE,))
COLLATERAL: Final = Security(
    stream="collateral-K1",
    way=SecurityWay.MORTGAGE,
    given_by="C1",
    contracts=(),
    value=yuan(80_000),
    counts=yuan(40_000),
    must_register=True,
    registered_on=None,
    must_be_held=True,
    held=False,
    released_on=None,
)
SECURITY: Final = AssessSecurity(
    **ACTING,
    stream="collateral-K1",
    eligible=True,
    undisputed=True,
    says="owned by the borrower",
    evidence=(PAPER,),
    on=date(2026, 2, 28),
    security=COLLATERAL,
)
RISK: Final = GradeLoanRisk(**ACTING, inquiries=INQUIRIES)
CONCLUDE: Final = ConcludeInvestigation(
    **ACTING,
    lend=True,
    proposed=TERMS,
    says="steady income, little debt",
    economy=ECONOMY,
    statements=None,
    inquiries=INQUIRIES,
    rating=None,
    seen=SEEN,
)
FOUND: Final = (
    OPEN,
    VISIT,
    *CHECKS,
    DEBTS,
    INTERVIEW,
    FACTORS,
    FORM,
    CASH_FLOW,
    REPAYMENT,
    RISK,
)
SECURED: Final = (*FOUND[:-1], SECURITY, RISK)
SIGN: Final = SignReport(**ACTING, report=PAPER)
REOPEN: Final = ReopenInvestigation(**ACTING, reason="review asks for the orchard's title")


def acting(command: Any, name: str, **changes: Any) -> Any:
    """Return a command as another member of the team sends it."""
    staff = {"wang": WANG, "zhao": ZHAO, "sun": SUN}[name]
    return evolve(command, actor=name, staff=staff, **changes)


def after(*commands: Any) -> Given:
    """Return the history that commands lead to."""
    past: list[Any] = []
    for command in commands:
        past += INVESTIGATION.decide(command, INVESTIGATION.fold(past))
    return given(INVESTIGATION, *past)


def without(*left_out: Any) -> Sequence[Any]:
    """Return all that is found but some."""
    return [command for command in FOUND if command not in left_out]


def signing(name: str, past: Given) -> SignReport:
    """Return the signature of somebody under the report that stands."""
    case = INVESTIGATION.fold(past.past)
    assert case.concluded is not None
    signed: SignReport = acting(SIGN, name, report=case.concluded.report)
    return signed
