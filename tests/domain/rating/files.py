"""A farm household with an economic file, and who rates it."""

from datetime import date
from typing import Final

from domain.facts.economy import Economy, Opinion
from domain.facts.inquiry import Inquiries, Report
from domain.facts.scoring import Judged
from domain.facts.seen import Seen, SeenPart
from domain.facts.staff import Post
from domain.kinds import CustomerKind
from domain.money import Money
from domain.party import Party, Standing
from domain.rating.commands import OverrideGrade, RateCustomer
from tests.domain.staffing import member

TODAY: Final = date(2026, 3, 2)
OFFICER: Final = member("wang", Post.RELATIONSHIP_MANAGER)
HEAD: Final = member("hang", Post.CREDIT_HEAD)
HOUSEHOLD: Final = Party("C1", Standing.ACTIVE, CustomerKind.FARM_HOUSEHOLD)
SEEN: Final = Seen((SeenPart("economic_file-C1", 3),), "sha256:" + "5" * 64)
ECONOMY: Final = Economy(
    customer_id="C1",
    kind=CustomerKind.FARM_HOUSEHOLD,
    household_size=4,
    labour=2,
    assets=Money(30_000_000),
    debts=Money(4_000_000),
    shares=Money(100_000),
    net_income=Money(8_000_000),
    expected_income=Money(9_000_000),
    spending=Money(3_000_000),
    disposable=Money(5_000_000),
    opinion=Opinion.GOOD,
    complete=True,
    missing_items=(),
    refreshed_on=date(2026, 2, 1),
)
INQUIRIES: Final = Inquiries(
    customer_id="C1",
    asked_on=date(2026, 2, 20),
    report=Report(
        digest="sha256:" + "3" * 64,
        reported_on=date(2026, 2, 20),
        open_loans=1,
        owed=Money(2_000_000),
        overdue_loans=0,
        overdue_amount=Money(0),
        guarantees=0,
        guaranteed=Money(0),
    ),
    consent_until=date(2026, 12, 31),
)
RATE: Final = RateCustomer(
    customer_id="C1",
    scorecard_id="farm-household",
    judged=(Judged("overall", 24, "hard-working, keeps their word"),),
    party=HOUSEHOLD,
    economy=ECONOMY,
    statements=None,
    inquiries=INQUIRIES,
    card=None,
    seen=SEEN,
    actor="wang",
    staff=OFFICER,
    book=None,
    today=TODAY,
)
OVERRIDE: Final = OverrideGrade(
    customer_id="C1",
    grade="AA",
    reason="the orchard bears for the first time this year",
    digest="sha256:" + "4" * 64,
    actor="hang",
    staff=HEAD,
    book=None,
    today=TODAY,
)
