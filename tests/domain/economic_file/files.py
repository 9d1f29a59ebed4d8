"""The economic file of a farm household as the tests tell of it."""

from datetime import date
from typing import Final

from domain.economic_file.commands import RecordSections, TakeOverEconomicFile
from domain.economic_file.household import (
    Cover,
    Kinship,
    Member,
    Occupation,
    Right,
    RightKind,
    SpendingKind,
    Spent,
    VillageOpinion,
)
from domain.economic_file.values import Evidence, EvidenceKind, Sections
from domain.economic_file.wealth import (
    Asset,
    AssetKind,
    BusinessLine,
    CreditorKind,
    Debt,
    LineKind,
)
from domain.facts.economy import Opinion
from domain.kinds import CustomerKind
from domain.money import Money
from domain.origin import Origin
from domain.party import Party, Standing
from tests.domain.officers import LI, WANG

TODAY: Final = date(2026, 3, 20)
FOUND: Final = date(2026, 3, 2)
DIGEST: Final = f"sha256:{7:064x}"
HOUSEHOLD: Final = Party("C1", Standing.ACTIVE, CustomerKind.FARM_HOUSEHOLD)
FORMER: Final = Origin(system="former", reference="files.csv:1")


def yuan(amount: int) -> Money:
    """Return whole yuan."""
    return Money(100 * amount)


def planting(income: int, costs: int) -> BusinessLine:
    """Return a field of rice that earned so much last year, and is to earn a tenth more."""
    return BusinessLine(
        kind=LineKind.PLANTING,
        takings=yuan(income),
        outlay=yuan(costs),
        expected_takings=yuan(income + income // 10),
        expected_outlay=yuan(costs),
    )


def debt(balance: int, yearly: int, *, contingent: bool = False) -> Debt:
    """Return what is owed to another institution, or guaranteed for others there."""
    return Debt(
        creditor=CreditorKind.OTHER_INSTITUTION,
        balance=yuan(balance),
        yearly=yuan(yearly),
        contingent=contingent,
    )


MEMBERS: Final = (
    Member(
        kinship=Kinship.HEAD,
        name="李四",
        number="440524188001010014",
        occupation=Occupation.FARMING,
        can_work=True,
    ),
    Member(kinship=Kinship.SPOUSE, name="王五", occupation=Occupation.FARMING, can_work=True),
    Member(kinship=Kinship.CHILD, name="李小", occupation=Occupation.STUDY, can_work=False),
)
WHOLE: Final = Sections(
    members=MEMBERS,
    rights=(Right(kind=RightKind.CONTRACTED_LAND, area=850, certificate=DIGEST),),
    assets=(
        Asset(kind=AssetKind.HOUSE, value=yuan(180_000)),
        Asset(kind=AssetKind.COOPERATIVE_SHARE, value=yuan(2_000)),
    ),
    debts=(debt(20_000, 11_000), debt(50_000, 0, contingent=True)),
    business_lines=(planting(60_000, 22_000),),
    spending=(
        Spent(kind=SpendingKind.LIVING, amount=yuan(12_000)),
        Spent(kind=SpendingKind.EDUCATION, amount=yuan(4_000)),
    ),
    insurance=(Cover(insures="rice", insured=yuan(10_000)),),
    village_opinion=VillageOpinion(opinion=Opinion.GOOD, given_by="村主任"),
    evidence=tuple(
        Evidence(kind=kind, digest=DIGEST)
        for kind in (
            EvidenceKind.SIGNED_FORM,
            EvidenceKind.DWELLING_PHOTO,
            EvidenceKind.PROJECT_PHOTO,
        )
    ),
)
RECORD: Final = RecordSections(
    customer_id="C1",
    sections=WHOLE,
    since=FOUND,
    investigators=("wang", "li"),
    people=(WANG, LI),
    customer=HOUSEHOLD,
    book=None,
    actor="wang",
    staff=WANG,
    today=TODAY,
)
TAKE_OVER: Final = TakeOverEconomicFile(
    customer_id="C1",
    sections=WHOLE,
    since=FOUND,
    origin=FORMER,
    customer=HOUSEHOLD,
    book=None,
    today=TODAY,
)
