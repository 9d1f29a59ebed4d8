"""A guarantor and a guarantee, as the tests tell of them."""

from datetime import date

from attrs import evolve

from domain.facts.contract import ContractKind
from domain.facts.policy import SHIPPED
from domain.guarantee import commands as asked
from domain.guarantee import events as said
from domain.guarantee.commands import GuaranteeMode, PeriodClause
from domain.guarantor.commands import AssessGuarantor, GuarantorKind
from domain.guarantor.events import GuarantorAssessed
from domain.money import Money
from domain.party import Party, Standing
from tests.domain.collateral.flat import MORTGAGE, PAPER
from tests.domain.staff_of_the_bank import DAY, ZHAO

ASSESS = AssessGuarantor(
    guarantor_id="C7",
    kind=GuarantorKind.NATURAL_PERSON,
    of_age=True,
    net_assets=Money(30_000_000),
    yearly_income=Money(8_000_000),
    capacity=Money(20_000_000),
    valid_until=date(2026, 12, 31),
    evidence=PAPER,
    guarantor=Party("C7", Standing.ACTIVE),
    actor="zhao",
    staff=ZHAO,
    today=DAY,
)
ASSESSED = GuarantorAssessed(
    kind=GuarantorKind.NATURAL_PERSON,
    net_assets=Money(30_000_000),
    yearly_income=Money(8_000_000),
    capacity=Money(20_000_000),
    valid_until=date(2026, 12, 31),
    evidence=PAPER,
    assessed_by="zhao",
)
GIVE = asked.GiveGuarantee(
    guarantee_id="G1",
    guarantor_id="C7",
    borrower_id="C1",
    amount=Money(15_000_000),
    mode=GuaranteeMode.JOINT,
    clause=PeriodClause.AGREED_PERIOD,
    period_months=36,
    guarantor=Party("C7", Standing.ACTIVE),
    borrower=Party("C1", Standing.ACTIVE),
    policy=SHIPPED,
    actor="zhao",
    staff=ZHAO,
    today=DAY,
)
GIVEN = said.GuaranteeGiven(
    guarantor_id="C7",
    borrower_id="C1",
    amount=Money(15_000_000),
    mode=GuaranteeMode.JOINT,
    clause=PeriodClause.AGREED_PERIOD,
    period_months=36,
    by_company=False,
    settings=(),
    findings=(),
)
CONTRACT = evolve(
    MORTGAGE, contract_id="B1", kind=ContractKind.GUARANTEE, securities=("guarantee-G1",)
)
BIND = asked.BindGuarantee(
    guarantee_id="G1", contract_id="B1", contract=CONTRACT, actor="zhao", staff=ZHAO, today=DAY
)
BOUND = said.GuaranteeBound(contract_id="B1")
