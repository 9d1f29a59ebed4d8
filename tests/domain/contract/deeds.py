"""A farm household's loan contract and the mortgage that secures it, as the tests tell of them."""

from datetime import date

from attrs import evolve

from domain.contract import commands as asked
from domain.contract import events as said
from domain.contract.values import CopiesWay, EndReason, Signature, SigningWay, VoidReason
from domain.contract.wording import wording
from domain.dated import Dated
from domain.facts.application import Application, ApplicationStage
from domain.facts.approval import Approval, ApprovalOutcome, Condition, ConditionKind
from domain.facts.contract import Breach, BreachTerm, Contract, ContractKind, ContractStage, Remedy
from domain.facts.forms import SHIPPED
from domain.facts.forms.form import digest_of
from domain.facts.policy import SHIPPED as SHIPPED_POLICY
from domain.facts.relationship import Relationship
from domain.facts.seal import SealKind, Specimens
from domain.facts.security import Binding, Security
from domain.facts.staff import Post
from domain.facts.terms import CreditTerms, LoanPurpose, PaymentWay, SecurityWay
from domain.facts.unit import Unit, UnitKind
from domain.kinds import CustomerKind, RepaymentMethod
from domain.money import Money
from domain.party import Party, Standing
from domain.rate import Rate
from tests.domain.staffing import member

DAY = date(2026, 3, 2)
LATER = date(2026, 3, 5)
SEAL = "sha256:" + "a" * 64
FORGED = "sha256:" + "f" * 64

ZHAO = member("zhao", Post.RELATIONSHIP_MANAGER)
QIAN = member("qian", Post.CONTRACT_OFFICER)
SUN = member("sun", Post.DISBURSEMENT_OFFICER)
LI = member("li", Post.VAULT_KEEPER)

TERMS = CreditTerms(
    product_id="P1",
    amount=Money(20_000_000),
    months=12,
    rate_yearly=Rate.parse("6%"),
    method=RepaymentMethod.EQUAL_INSTALMENT,
    loan_purpose=LoanPurpose.BREEDING,
    use="forty sows and their feed",
    security=(SecurityWay.MORTGAGE,),
    payment=PaymentWay.MIXED_PAYMENT,
)
INSURED = Condition(condition_id="1", kind=ConditionKind.PRECEDENT, says="the sows are insured")
KEPT = Condition(condition_id="2", kind=ConditionKind.NEGATIVE_COVENANT, says="no other mortgage")
APPROVAL = Approval(
    application_id="A1",
    customer_id="C1",
    outcome=ApprovalOutcome.APPROVED,
    terms=TERMS,
    conditions=(INSURED, KEPT),
    facility_id="F1",
    people=("zhou", "wu"),
    decided_on=date(2026, 2, 27),
    valid_until=date(2026, 5, 31),
)
APPLICATION = Application(
    application_id="A1",
    customer_id="C1",
    customer_kind=CustomerKind.FARM_HOUSEHOLD,
    unit_id="B1",
    taken_by="zhao",
    applied_on=date(2026, 2, 2),
    stage=ApplicationStage.ADMITTED,
    terms=TERMS,
)
UNIT = Unit(
    unit_id="B1",
    kind=UnitKind.BRANCH,
    parent_id="HQ",
    right_to_lend=Dated[bool]().with_value(date(2026, 1, 1), True),
    seats=Dated(),
)
FLAT = Security(
    stream="collateral-K1",
    way=SecurityWay.MORTGAGE,
    given_by="C2",
    contracts=("M1",),
    value=Money(40_000_000),
    counts=Money(28_000_000),
    must_register=True,
    registered_on=date(2026, 3, 4),
    must_be_held=True,
    held=True,
    released_on=None,
    bindings=(Binding("M1", Money(20_000_000)),),
)
LATE = BreachTerm(
    breach=Breach.LATE_PAYMENT,
    cure_days=10,
    remedies=(Remedy.PENALTY_INTEREST, Remedy.CALL_IN),
)
MISUSED = BreachTerm(breach=Breach.MISUSE, cure_days=0, remedies=(Remedy.PENALTY_INTEREST,))

DRAFT = asked.DraftLoanContract(
    contract_id="L1",
    application_id="A1",
    terms=TERMS,
    due_day=20,
    breach_terms=(LATE, MISUSED),
    securities=("collateral-K1",),
    secured_by=("M1",),
    approval=APPROVAL,
    application=APPLICATION,
    unit=UNIT,
    backing=(FLAT,),
    actor="zhao",
    staff=ZHAO,
    today=DAY,
)
DRAFTED = said.ContractDrafted(
    kind=ContractKind.LOAN,
    customer_id="C1",
    application_id="A1",
    facility_id="F1",
    terms=TERMS,
    approved=TERMS,
    due_day=20,
    conditions=(INSURED, KEPT),
    breach_terms=(LATE, MISUSED),
    securities=("collateral-K1",),
    secured_by=("M1",),
    secures=(),
    givers=(),
    secures_up_to=None,
    debts_since=None,
    debts_until=None,
    provisions=(),
    drafted_by="zhao",
    unit_id="B1",
)
LOAN_CONTRACT = Contract(
    contract_id="L1",
    kind=ContractKind.LOAN,
    stage=ContractStage.DRAFTED,
    customer_id="C1",
    application_id="A1",
    facility_id="F1",
    terms=TERMS,
    due_day=20,
    conditions=(INSURED, KEPT),
    securities=("collateral-K1",),
    secures_up_to=None,
    signed_on=None,
    drawn=Money(0),
    people=("zhao",),
    secured_by=("M1",),
    breach_terms=(LATE, MISUSED),
)
DRAFT_MORTGAGE = asked.DraftSecurityContract(
    contract_id="M1",
    application_id="A1",
    kind=ContractKind.MORTGAGE,
    securities=("collateral-K1",),
    breach_terms=(LATE,),
    secures=("L1",),
    approval=APPROVAL,
    application=APPLICATION,
    unit=UNIT,
    secured=(LOAN_CONTRACT,),
    backing=(FLAT,),
    actor="zhao",
    staff=ZHAO,
    today=DAY,
)
MORTGAGE_DRAFTED = evolve(
    DRAFTED,
    kind=ContractKind.MORTGAGE,
    terms=None,
    due_day=None,
    conditions=(),
    breach_terms=(LATE,),
    secured_by=(),
    secures=("L1",),
    givers=("C2",),
)
CHECK = asked.CheckContract(
    contract_id="L1",
    contract=LOAN_CONTRACT,
    approval=APPROVAL,
    actor="qian",
    staff=QIAN,
    today=DAY,
)
CHECKED = said.ContractChecked(checked_by="qian", unit_id="B1")
PRINT = asked.PrintContract(
    contract_id="L1",
    copies=3,
    contract=LOAN_CONTRACT,
    approval=APPROVAL,
    forms=None,
    actor="qian",
    staff=QIAN,
    today=DAY,
)


def printed(contract_id: str, drafted: said.ContractDrafted) -> said.ContractPrinted:
    """Return a contract printed on the form that ships."""
    form = SHIPPED[drafted.kind]
    lines = wording(contract_id, drafted, form)
    return said.ContractPrinted(
        form_digest=form.digest,
        form_source="",
        lines=lines,
        digest=digest_of(lines),
        copies=3,
        printed_by="qian",
        printed_on=DAY,
    )


PRINTED = printed("L1", DRAFTED)
MORTGAGE_PRINTED = printed("M1", MORTGAGE_DRAFTED)
KEPT_SEAL = Dated[str | None]().with_value(date(2026, 1, 1), SEAL)
KNOWN = Relationship(
    customer_id="C1",
    specimens=Specimens({SealKind.FINGERPRINT: KEPT_SEAL}),
    settles_here=True,
    accepts_supervision=True,
    tier=None,
    priority_until=None,
    blacklisted=False,
)
SIGN = asked.SignContract(
    contract_id="L1",
    signed_on=DAY,
    text_digest=PRINTED.digest,
    way=SigningWay.IN_PRESENCE,
    signatures=(Signature(customer_id="C1", kind=SealKind.FINGERPRINT, shown=SEAL),),
    witnesses=("qian",),
    contract=LOAN_CONTRACT,
    approval=APPROVAL,
    signatories=(Party("C1", Standing.ACTIVE, CustomerKind.FARM_HOUSEHOLD),),
    relationships=(KNOWN,),
    present=(QIAN,),
    product=None,
    book=None,
    actor="zhao",
    staff=ZHAO,
    today=LATER,
)
SIGNED = said.ContractSigned(
    signed_on=DAY,
    way=SigningWay.IN_PRESENCE,
    signatures=SIGN.signatures,
    witnesses=("qian",),
    digest=PRINTED.digest,
    settings=(SHIPPED_POLICY.on("bank.contract.witnesses_min", DAY),),
    recorded_by="zhao",
)
MORTGAGE_SIGNED = evolve(
    SIGNED,
    signatures=(Signature(customer_id="C2", kind=SealKind.SIGNATURE, shown=SEAL),),
    digest=MORTGAGE_PRINTED.digest,
)
SIGNED_LOAN = (DRAFTED, CHECKED, PRINTED, SIGNED)
SIGNED_MORTGAGE = (MORTGAGE_DRAFTED, CHECKED, MORTGAGE_PRINTED, MORTGAGE_SIGNED)

VOID = asked.VoidContract(
    contract_id="L1", reason=VoidReason.TERMS_CHANGED, actor="zhao", staff=ZHAO, today=LATER
)
END = asked.EndContract(
    contract_id="L1",
    reason=EndReason.PERFORMED,
    on=LATER,
    contract=LOAN_CONTRACT,
    secured=(),
    actor="zhao",
    staff=ZHAO,
    today=LATER,
)
ENDED = said.ContractEnded(reason=EndReason.PERFORMED, on=LATER)
STORE = asked.MoveCopies(
    contract_id="L1",
    reference="REG-1",
    way=CopiesWay.INTO_CUSTODY,
    copies=2,
    place="vault 1, shelf 3",
    on=LATER,
    actor="li",
    staff=LI,
    today=LATER,
)
STORED = said.CopiesMoved(
    reference="REG-1",
    way=CopiesWay.INTO_CUSTODY,
    copies=2,
    place="vault 1, shelf 3",
    on=LATER,
    moved_by="li",
)
