"""An application as its tests tell of it: a farm household asks for 50,000 to plant rice."""

from datetime import date
from typing import Any

from domain.credit_application.commands import (
    AdmitCreditApplication,
    ResubmitCreditApplication,
    ReturnCreditApplication,
    SubmitCreditApplication,
    WithdrawCreditApplication,
)
from domain.credit_application.events import CreditApplicationSubmitted
from domain.credit_application.values import ReturnReason, Stated, WithdrawalReason
from domain.dated import Dated
from domain.facts.application import Application, ApplicationStage
from domain.facts.channel import Channel
from domain.facts.papers import Paper
from domain.facts.seen import Seen, SeenPart
from domain.facts.staff import Post
from domain.facts.terms import CreditTerms, LoanPurpose, PaymentWay, SecurityWay
from domain.facts.unit import Unit, UnitKind
from domain.kinds import CustomerKind, DocumentKind, RepaymentMethod
from domain.money import Money
from domain.party import Party, Standing
from domain.rate import Rate
from domain.terms import Terms
from tests.domain.staffing import member

TODAY = date(2026, 3, 2)
DIGEST = f"sha256:{'a1' * 32}"
WANG = member("wang", Post.RELATIONSHIP_MANAGER, connected=("C9",))
HEAD = member("sun", Post.CREDIT_HEAD)
ACTIVE = Party("C1", Standing.ACTIVE, CustomerKind.FARM_HOUSEHOLD)
OFFERED = Terms(
    amount_min=Money.parse("1000"),
    amount_max=Money.parse("300000"),
    instalments_max=36,
    rate_min=Rate.parse("3%"),
    rate_max=Rate.parse("9%"),
    methods=(RepaymentMethod.EQUAL_INSTALMENT,),
    customer_kinds=tuple(CustomerKind),
    application_documents=(DocumentKind.LAND_CONTRACT,),
)
PRODUCT = Dated[Terms | None]().with_value(date(2025, 1, 1), OFFERED, "Committee 2025-1")
CHECKLIST = Dated[tuple[DocumentKind, ...]]().with_value(
    date(2025, 1, 1), (DocumentKind.IDENTITY_DOCUMENT, DocumentKind.HOUSEHOLD_REGISTER), "Manual"
)
ASKED = CreditTerms(
    product_id="P1",
    amount=Money.parse("50000"),
    months=12,
    rate_yearly=None,
    method=RepaymentMethod.EQUAL_INSTALMENT,
    loan_purpose=LoanPurpose.PLANTING,
    use="Seed and fertiliser for 30 mu of rice",
    security=(SecurityWay.UNSECURED,),
    payment=PaymentWay.SELF_PAYMENT,
)
UNIT = Unit(
    unit_id="B1",
    kind=UnitKind.SUB_BRANCH,
    parent_id=None,
    right_to_lend=Dated[bool]().with_value(date(2026, 1, 1), True),
    seats=Dated(),
)
SUBMIT = SubmitCreditApplication(
    application_id="A1",
    customer_id="C1",
    unit_id="B1",
    channel=Channel.VISIT,
    applied_on=date(2026, 3, 1),
    terms=ASKED,
    industry="A0111",
    actor="wang",
    today=TODAY,
    staff=WANG,
    unit=UNIT,
    customer=ACTIVE,
    product=PRODUCT,
)
SUBMITTED = CreditApplicationSubmitted(
    customer_id="C1",
    customer_kind=CustomerKind.FARM_HOUSEHOLD,
    unit_id="B1",
    channel=Channel.VISIT,
    applied_on=date(2026, 3, 1),
    terms=ASKED,
    industry="A0111",
    declared_insider=False,
    taken_by="wang",
)
APPLICATION = Application(
    application_id="A1",
    customer_id="C1",
    customer_kind=CustomerKind.FARM_HOUSEHOLD,
    unit_id="B1",
    taken_by="wang",
    applied_on=date(2026, 3, 1),
    stage=ApplicationStage.RECEIVED,
    terms=ASKED,
    industry="A0111",
)


def paper(kind: DocumentKind, valid_until: date | None = None, number: str = "") -> Paper:
    """Return a paper of this year."""
    return Paper(
        document_id=number or kind.value,
        kind=kind,
        digest=DIGEST,
        dated=date(2026, 1, 5),
        valid_until=valid_until,
    )


ALL_PAPERS = (
    (
        paper(DocumentKind.LOAN_APPLICATION),
        paper(DocumentKind.LAND_CONTRACT, date(2027, 1, 1)),
        paper(DocumentKind.HOUSEHOLD_REGISTER),
    ),
    (paper(DocumentKind.IDENTITY_DOCUMENT, date(2030, 1, 1)),),
)
_FILE: dict[str, Any] = {
    "application_id": "A1",
    "actor": "wang",
    "staff": WANG,
    "today": TODAY,
}
_PAPERS: dict[str, Any] = {
    "application": APPLICATION,
    "checklist": CHECKLIST,
    "product": PRODUCT,
    "papers": ALL_PAPERS,
}
RETURN = ReturnCreditApplication(
    reasons=(ReturnReason.PAPERS_MISSING,),
    says="Bring the household register.",
    **_FILE,
    **{**_PAPERS, "papers": (ALL_PAPERS[0][:2], ALL_PAPERS[1])},
)
RESUBMIT = ResubmitCreditApplication(offered=None, **_FILE, **_PAPERS)
WITHDRAW = WithdrawCreditApplication(
    reason=WithdrawalReason.NO_LONGER_NEEDED, approval=None, **_FILE
)
STATED = Stated(
    lawful=True,
    income_months=36,
    income_yearly=Money.parse("60000"),
    spending_yearly=Money.parse("20000"),
    debt_service_yearly=Money.parse("5000"),
    overdue_now=Money.zero(),
    evidence=DIGEST,
)
ADMIT = AdmitCreditApplication(
    stated=STATED,
    customer=ACTIVE,
    economy=None,
    inquiries=None,
    dealings=None,
    related=None,
    guarantors=(),
    guarantor_dealings=(),
    policy=None,
    seen=Seen((SeenPart("credit_application-A1", 1),), DIGEST),
    **_FILE,
    **_PAPERS,
)
