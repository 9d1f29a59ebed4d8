"""Limits as the tests tell of them: a village bank with a net capital of ten million yuan."""

from datetime import date
from typing import Any, Final

from attrs import evolve

from domain.dated import Dated
from domain.facility import FACILITY
from domain.facility.commands import (
    CutLimit,
    FreezeFacility,
    GrantGroupLimit,
    GrantMaximum,
    GrantRelatedPartiesLimit,
    GrantSubLimit,
    RecordReview,
    UnfreezeFacility,
)
from domain.facility.events import FacilityGranted
from domain.facility.state import fact
from domain.facility.values import FreezeReason, ReviewOutcome
from domain.facts.customer_group import CustomerGroup, GroupReason, Membership
from domain.facts.economy import Economy
from domain.facts.facility import Facility
from domain.facts.mandate import Mandate, Scope
from domain.facts.policy import Capital, PolicyBook
from domain.facts.rating import Rating
from domain.facts.related import Related, RelatedCustomer, Tie
from domain.facts.staff import Post
from domain.kinds import CustomerKind
from domain.money import Money
from domain.party import Party, Standing
from domain.ties import ReserveHeadroom, RestoreHeadroom, UseHeadroom
from tests.domain.staffing import member
from tests.specs import given

TODAY: Final = date(2026, 3, 2)
UNTIL: Final = date(2028, 3, 1)
DIGEST: Final = f"sha256:{'a1' * 32}"


def yuan(amount: int) -> Money:
    """Return whole yuan."""
    return Money(100 * amount)


APPROVER: Final = member("zhou", Post.APPROVER)
HEAD: Final = member("sun", Post.CREDIT_HEAD)
_BY: Final[dict[str, Any]] = {"actor": "zhou", "staff": APPROVER, "today": TODAY}
_HEAD: Final[dict[str, Any]] = {"actor": "sun", "staff": HEAD, "today": TODAY}

CAPITAL: Final = Capital(net_capital=yuan(10_000_000), net_tier1=yuan(8_000_000))
BOOK: Final = PolicyBook(capital=Dated[Capital]().with_value(date(2025, 12, 31), CAPITAL, "Q4"))
MANDATE: Final = Mandate(
    mandate_id="M1",
    post=Post.APPROVER,
    unit_id="B1",
    staff_id=None,
    parent_id=None,
    scope=Scope(amount_max=yuan(20_000_000)),
    in_force=Dated[bool]().with_value(date(2026, 1, 1), True),
)
RATING: Final = Rating(
    customer_id="C1",
    grade="A",
    scorecard="farm-household@2",
    rated_on=date(2026, 2, 1),
    valid_until=date(2027, 1, 31),
    overridden=False,
)
ECONOMY: Final = Economy(
    customer_id="C1",
    kind=CustomerKind.FARM_HOUSEHOLD,
    household_size=4,
    labour=2,
    assets=yuan(900_000),
    debts=yuan(100_000),
    shares=None,
    net_income=yuan(300_000),
    expected_income=None,
    spending=yuan(80_000),
    disposable=yuan(220_000),
    opinion=None,
    complete=True,
    missing_items=(),
    refreshed_on=date(2026, 2, 1),
)
ALONE: Final = Related(found=(), guarantee_ring=(), known_by=17)
IN_A_GROUP: Final = evolve(ALONE, found=(RelatedCustomer("C2", Tie.GROUP),))
INSIDER: Final = evolve(ALONE, found=(RelatedCustomer("C1", Tie.INSIDER),))
GROUP: Final = CustomerGroup(
    group_id="G1",
    why=GroupReason.CONTROL,
    members=(
        Membership(customer_id="C1", since=date(2026, 1, 1)),
        Membership(customer_id="C2", since=date(2026, 1, 1)),
    ),
)

_GRANT: Final[dict[str, Any]] = {
    "since": TODAY,
    "until": UNTIL,
    "mandate_id": "M1",
    "mandate": MANDATE,
    "mandate_above": None,
    "mandate_on_top": None,
    "book": BOOK,
    **_BY,
}
# N = 800,000, r = 0.6: 800,000 * 1.5 - 100,000 = 1,100,000; S = 220,000 * 0.6 * 3 = 396,000.
MAXIMUM: Final = GrantMaximum(
    facility_id="C1",
    limit=yuan(300_000),
    customer=Party("C1", Standing.ACTIVE),
    rating=RATING,
    economy=ECONOMY,
    statements=None,
    related=ALONE,
    limit_above=None,
    group=None,
    **_GRANT,
)
SUB_LIMIT: Final = GrantSubLimit(
    facility_id="F1",
    parent_id="C1",
    limit=yuan(200_000),
    limit_above=None,
    rating=RATING,
    **_GRANT,
)
GROUP_LIMIT: Final = GrantGroupLimit(
    facility_id="G1",
    limit=yuan(1_000_000),
    group=GROUP,
    related=(ALONE, ALONE),
    limit_above=None,
    **_GRANT,
)
ALL_RELATED: Final = GrantRelatedPartiesLimit(
    facility_id="related-parties", limit=yuan(5_000_000), **_GRANT
)
CUT: Final = CutLimit(facility_id="C1", limit=yuan(50_000), reason="Flood", **_HEAD)
FREEZE: Final = FreezeFacility(facility_id="C1", reason=FreezeReason.EARLY_WARNING, **_HEAD)
UNFREEZE: Final = UnfreezeFacility(facility_id="C1", **_BY)
REVIEW: Final = RecordReview(
    facility_id="C1", outcome=ReviewOutcome.KEEP, report=DIGEST, book=BOOK, **_HEAD
)

RESERVE: Final = ReserveHeadroom(
    facility_id="C1", application_id="A1", amount=yuan(100_000), today=TODAY, application=None
)
USE: Final = UseHeadroom(
    facility_id="C1", application_id="A1", loan_id="L1", amount=yuan(60_000), today=TODAY
)
RESTORE: Final = RestoreHeadroom(facility_id="C1", loan_id="L1", amount=yuan(60_000))


def granted(command: Any = MAXIMUM, *past: Any) -> FacilityGranted:
    """Return what a grant leads to."""
    (event,) = given(FACILITY, *past).when(command).outcome()
    assert isinstance(event, FacilityGranted)
    return event


def after(*commands: Any) -> list[Any]:
    """Return the history that commands lead to, one after another."""
    past: list[Any] = []
    for command in commands:
        past += given(FACILITY, *past).when(command).outcome()
    return past


def standing(facility_id: str, *past: Any) -> Facility:
    """Return what others may know of a limit after events."""
    known = fact(facility_id, FACILITY.fold(past))
    assert known is not None
    return known


GROUP_FACT: Final = standing("G1", granted(GROUP_LIMIT))
RELATED_FACT: Final = standing("related-parties", granted(ALL_RELATED))
MAXIMUM_FACT: Final = standing("C1", granted())
UNDER_GROUP: Final = evolve(MAXIMUM, parent_id="G1", limit_above=GROUP_FACT, group=GROUP)
PART: Final = evolve(SUB_LIMIT, limit_above=MAXIMUM_FACT)
