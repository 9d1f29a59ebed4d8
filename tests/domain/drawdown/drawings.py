"""A drawdown of a farm household, partly to who sells it the sows, as the tests tell of it."""

from datetime import date

from attrs import evolve

from domain.calendar import CalendarUsed
from domain.dated import Dated
from domain.drawdown import commands as asked
from domain.drawdown import events as said
from domain.drawdown.values import CancelReason, Payee, PayeeKind, UndoReason
from domain.facts.contract import ContractKind, ContractStage
from domain.facts.drawdown import Drawdown
from domain.facts.policy import SHIPPED
from domain.facts.terms import PaymentWay
from domain.kinds import CustomerKind
from domain.money import Money
from domain.party import Party, Standing
from domain.terms import Terms
from tests.domain.contract.deeds import (
    APPLICATION,
    DAY,
    FLAT,
    INSURED,
    LATER,
    LOAN_CONTRACT,
    SEAL,
    SUN,
    UNIT,
    ZHAO,
)
from tests.domain.loan.loans import TERMS as PRODUCT_TERMS

PAPER = "sha256:" + "b" * 64
INVOICE = "sha256:" + "c" * 64
CONTRACT = evolve(LOAN_CONTRACT, stage=ContractStage.SIGNED, signed_on=DAY)
MORTGAGE = evolve(
    CONTRACT,
    contract_id="M1",
    kind=ContractKind.MORTGAGE,
    terms=None,
    secured_by=(),
    secures=("L1",),
    givers=("C2",),
)
SELLER = Payee(
    payee_id="1",
    kind=PayeeKind.COUNTERPARTY,
    amount=Money(12_000_000),
    trade=INVOICE,
    name="清河种猪场",
    account_no="6228480000000000001",
    bank_no="103100000026",
    bank_name="农业银行清河支行",
)
REQUEST = asked.RequestDrawdown(
    drawdown_id="D1",
    contract_id="L1",
    loan_id="N1",
    amount=Money(15_000_000),
    payment=PaymentWay.MIXED_PAYMENT,
    payees=(SELLER,),
    evidence=PAPER,
    contract=CONTRACT,
    application=APPLICATION,
    unit=UNIT,
    customer=Party("C1", Standing.ACTIVE, CustomerKind.FARM_HOUSEHOLD),
    product=Dated[Terms | None]().with_value(date(2025, 1, 1), PRODUCT_TERMS, "Decision 2025-1"),
    book=None,
    actor="zhao",
    staff=ZHAO,
    today=LATER,
)
WEIGHED = SHIPPED.on("farm_loan.self_payment.business_max", LATER)
REQUESTED = said.DrawdownRequested(
    customer_id="C1",
    contract_id="L1",
    application_id="A1",
    facility_id="F1",
    loan_id="N1",
    amount=Money(15_000_000),
    payment=PaymentWay.MIXED_PAYMENT,
    payees=(SELLER,),
    evidence=PAPER,
    months=12,
    conditions=(INSURED,),
    waivers=(),
    settings=(WEIGHED,),
    findings=(),
    requested_by="zhao",
    unit_id="B1",
)
MEET = asked.MeetCondition(
    drawdown_id="D1", condition_id="1", evidence=SEAL, actor="zhao", staff=ZHAO, today=LATER
)
MET = said.ConditionMet(condition_id="1", evidence=SEAL, met_by="zhao")
KNOWN = Drawdown(drawdown_id="D1", contract_id="L1", customer_id="C1", loan_id="N1")
CHECK = asked.CheckDrawdown(
    drawdown_id="D1",
    drawdown=KNOWN,
    contract=CONTRACT,
    security_contracts=(MORTGAGE,),
    securities=(FLAT,),
    actor="sun",
    staff=SUN,
    today=LATER,
)
CHECKED = said.DrawdownChecked(
    checked_by="sun", checked_on=LATER, securities=("collateral-K1",), unit_id="B1"
)
RELEASE = asked.ReleaseDrawdown(
    drawdown_id="D1",
    value_date=date(2026, 3, 6),
    reference="PAY-1",
    drawdown=KNOWN,
    contract=CONTRACT,
    security_contracts=(MORTGAGE,),
    securities=(FLAT,),
    application=APPLICATION,
    unit=UNIT,
    product=REQUEST.product,
    book=None,
    actor="sun",
    staff=SUN,
    today=date(2026, 3, 9),
)
IN_TIME = SHIPPED.on("entrusted_payment.completion.working_days", RELEASE.value_date)
RELEASED = said.DrawdownReleased(
    amount=Money(15_000_000),
    value_date=date(2026, 3, 6),
    reference="PAY-1",
    complete_by=date(2026, 3, 13),
    settings=(IN_TIME,),
    released_by="sun",
    recorded_on=date(2026, 3, 9),
    calendar=CalendarUsed(name="Monday to Friday", version="", announced=True),
)
READY = (REQUESTED, MET, CHECKED)
PAID = (*READY, RELEASED)
TODAY = date(2026, 3, 20)
CANCEL = asked.CancelDrawdown(
    drawdown_id="D1",
    reason=CancelReason.BORROWER_WITHDREW,
    actor="zhao",
    staff=ZHAO,
    today=LATER,
)
REVERSE = asked.ReverseDrawdown(
    drawdown_id="D1", reason=UndoReason.KEYED_WRONG, actor="sun", staff=SUN, today=TODAY
)
DELAY = asked.DelayPayment(
    drawdown_id="D1",
    payee_id="1",
    reason="the borrower named a closed account",
    book=None,
    actor="sun",
    staff=SUN,
    today=TODAY,
)
ARRIVE = asked.ConfirmArrival(
    drawdown_id="D1",
    payee_id="1",
    on=date(2026, 3, 10),
    evidence=PAPER,
    actor="sun",
    staff=SUN,
    today=TODAY,
)
ARRIVED = said.FundsArrived(payee_id="1", on=date(2026, 3, 10), evidence=PAPER)
USE = asked.RecordUse(
    drawdown_id="D1",
    reference="U1",
    on=date(2026, 3, 16),
    amount=Money(12_000_000),
    use="forty sows",
    as_agreed=True,
    evidence=INVOICE,
    drawdown=KNOWN,
    contract=CONTRACT,
    actor="zhao",
    staff=ZHAO,
    today=TODAY,
)
USED = said.UseRecorded(
    reference="U1",
    on=date(2026, 3, 16),
    amount=Money(12_000_000),
    use="forty sows",
    as_agreed=True,
    evidence=INVOICE,
    findings=(),
)
