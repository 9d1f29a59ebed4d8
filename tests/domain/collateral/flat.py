"""A flat that a farm household offers, as the tests tell of it."""

from datetime import date

from attrs import evolve

from domain.collateral import commands as asked
from domain.collateral import events as said
from domain.collateral.values import (
    Appraiser,
    CollateralKind,
    HandoverItem,
    HandoverItemKind,
    Title,
    ValuationMethod,
    VaultReason,
)
from domain.facts.contract import Contract, ContractKind, ContractStage
from domain.facts.policy import SHIPPED
from domain.facts.terms import SecurityWay
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.staff_of_the_bank import DAY, LI, QIAN, SUN, ZHAO

SEAL = "sha256:" + "a" * 64
PAPER = "sha256:" + "b" * 64
OWNER = Party("C1", Standing.ACTIVE)

REGISTER = asked.RegisterCollateral(
    collateral_id="K1",
    kind=CollateralKind.RESIDENTIAL_PROPERTY,
    owner_id="C1",
    title=Title.CLEAR,
    says="two rooms, 86 square metres, county town",
    owner=OWNER,
    actor="zhao",
    staff=ZHAO,
    today=DAY,
)
TAKEN = said.CollateralRegistered(
    kind=CollateralKind.RESIDENTIAL_PROPERTY,
    way=SecurityWay.MORTGAGE,
    owner_id="C1",
    title=Title.CLEAR,
    consents=(),
    says=REGISTER.says,
    registered_by="zhao",
)
VALUE = asked.RecordValuation(
    collateral_id="K1",
    valuation_no="V1",
    appraiser=Appraiser.INTERNAL,
    method=ValuationMethod.MARKET,
    valuation=Money(50_000_001),
    valued_on=date(2026, 2, 28),
    report=PAPER,
    policy=None,
    actor="qian",
    staff=QIAN,
    today=DAY,
)
SHARE = SHIPPED.on("collateral.ltv_max_default.residential_property", DAY)
MONTHS = SHIPPED.on("collateral.revaluation.months_max", DAY)
VALUED = said.ValuationRecorded(
    valuation_no="V1",
    appraiser=Appraiser.INTERNAL,
    method=ValuationMethod.MARKET,
    valuation=Money(50_000_001),
    valued_on=date(2026, 2, 28),
    report=PAPER,
    counts=Money(35_000_000),  # 70 %, rounded down: 35,000,000.7 fen.
    shortfall=Money(0),
    due_again=date(2027, 2, 28),
    settings=(SHARE, MONTHS),
    valued_by="qian",
)
MORTGAGE = Contract(
    contract_id="M1",
    kind=ContractKind.MORTGAGE,
    stage=ContractStage.SIGNED,
    customer_id="C1",
    application_id="A1",
    facility_id=None,
    terms=None,
    due_day=None,
    conditions=(),
    securities=("collateral-K1",),
    secures_up_to=None,
    signed_on=DAY,
    drawn=None,
    people=(),
)
BIND = asked.BindCollateral(
    collateral_id="K1",
    contract_id="M1",
    amount=Money(35_000_000),
    contract=MORTGAGE,
    actor="zhao",
    staff=ZHAO,
    today=DAY,
)
BOUND = said.CollateralBound(contract_id="M1", amount=Money(35_000_000))
RECORD_RIGHT = asked.RecordRegistration(
    collateral_id="K1",
    certificate_no="2026-0017",
    authority="county real-estate registry",
    lien_rank=1,
    registered_on=DAY,
    digest=PAPER,
    actor="zhao",
    staff=ZHAO,
    today=DAY,
)
RIGHT = said.RegistrationRecorded(
    certificate_no="2026-0017",
    authority="county real-estate registry",
    lien_rank=1,
    registered_on=DAY,
    expires_on=None,
    digest=PAPER,
)
ITEMS = (
    HandoverItem(kind=HandoverItemKind.MORTGAGE_CERTIFICATE, number="2026-0017", digest=PAPER),
)
PUT_IN = asked.PutInVault(
    collateral_id="K1",
    list_no="H1",
    items=ITEMS,
    signed_list=SEAL,
    second_id="li",
    second=LI,
    actor="sun",
    staff=SUN,
    today=DAY,
)
INSIDE = said.VaultEntered(
    list_no="H1",
    items=ITEMS,
    signed_list=SEAL,
    keepers=("sun", "li"),
    counts=Money(50_000_001),
)
LEND_OUT = asked.TakeFromVault(
    collateral_id="K1",
    list_no="H1",
    reason=VaultReason.LENT,
    approved_by="zhou",
    due_back=date(2026, 3, 9),
    signed_receipt=SEAL,
    second_id="li",
    second=LI,
    actor="sun",
    staff=SUN,
    today=DAY,
)
LENT_OUT = said.VaultLeft(
    list_no="H1",
    reason=VaultReason.LENT,
    approved_by="zhou",
    due_back=date(2026, 3, 9),
    signed_receipt=SEAL,
    keepers=("sun", "li"),
    counts=Money(50_000_001),
)
REALISE = asked.RealiseCollateral(
    collateral_id="K1",
    contract_id="M1",
    proceeds=Money(40_000_000),
    costs=Money(1_000_000),
    debt=Money(35_000_000),
    realised_on=DAY,
    digest=PAPER,
    approved_by="zhou",
    actor="zhao",
    staff=ZHAO,
    today=DAY,
)
REALISED = said.CollateralRealised(
    contract_id="M1",
    proceeds=Money(40_000_000),
    costs=Money(1_000_000),
    debt=Money(35_000_000),
    surplus=Money(4_000_000),
    unpaid=Money(0),
    realised_on=DAY,
    digest=PAPER,
    approved_by="zhou",
)
RELEASE = asked.ReleaseCollateral(
    collateral_id="K1",
    cancellation=PAPER,
    contract_ids=("M1",),
    contracts=(evolve(MORTGAGE, stage=ContractStage.ENDED),),
    actor="zhao",
    staff=ZHAO,
    today=DAY,
)
RELEASED = said.CollateralReleased(cancellation=PAPER, on=DAY)
