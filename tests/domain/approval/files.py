"""A credit file as the core hands it to those who decide: built by hand."""

from datetime import date
from typing import Any, Final

from attrs import evolve

from domain.approval import APPROVAL
from domain.approval.commands import Approve, PutMotion, Resolve, Review, Vote
from domain.approval.values import Choice, Verdict
from domain.dated import Dated
from domain.facts.application import Application, ApplicationStage
from domain.facts.approval import Condition, ConditionKind
from domain.facts.facility import Facility
from domain.facts.investigation import Investigation
from domain.facts.mandate import Mandate, Scope
from domain.facts.rating import Rating
from domain.facts.seen import Seen, SeenPart
from domain.facts.staff import Held, Licence, Post, Staff
from domain.facts.terms import CreditTerms
from domain.facts.unit import Seats, Unit, UnitKind
from domain.kinds import CustomerKind, RepaymentMethod
from domain.money import Money
from domain.party import Party, Standing
from domain.rate import Rate
from domain.terms import Terms
from tests.domain.facts.test_terms import ASKED
from tests.specs import Given, given

DAY: Final = date(2026, 3, 2)
EARLY: Final = date(2026, 1, 1)
LATE: Final = date(2026, 12, 31)
SEEN: Final = Seen((SeenPart("approval-A1", 1), SeenPart("customer-C1", 1)), "sha256:" + "5" * 64)
SIGNED: Final = "sha256:" + "6" * 64
REPORT: Final = "sha256:" + "7" * 64
MINUTES: Final = "sha256:" + "8" * 64
PROPOSED: Final[CreditTerms] = evolve(ASKED, rate_yearly=Rate.parse("6%"))


def person(name: str, post: Post, unit_id: str = "B1", **more: Any) -> Staff:
    """Return somebody with a post and a licence for the year."""
    return Staff(
        staff_id=name,
        posts=(Held(post=post, unit_id=unit_id, line=None, since=EARLY, until=LATE),),
        licences=(Licence(grade="senior", since=EARLY, until=LATE),),
        connected=more.pop("connected", ()),
        left_on=None,
    )


def unit(unit_id: str, kind: UnitKind = UnitKind.BRANCH, seats: Seats | None = None) -> Unit:
    """Return a unit that may lend, with seats from the beginning of the year."""
    return Unit(
        unit_id=unit_id,
        kind=kind,
        parent_id="HQ",
        right_to_lend=Dated[bool]().with_value(EARLY, True),
        seats=Dated[Seats]().with_value(EARLY, seats) if seats else Dated(),
    )


def mandate(number: str, most: int, parent: str | None = None, **held: Any) -> Mandate:
    """Return a mandate in force from the beginning of the year, for so many yuan."""
    return Mandate(
        mandate_id=number,
        post=held.get("post"),
        unit_id=held.get("unit_id"),
        staff_id=held.get("staff_id"),
        parent_id=parent,
        scope=Scope(amount_max=Money(100 * most)),
        in_force=Dated[bool]().with_value(EARLY, True),
    )


REVIEWER: Final = person("shen", Post.REVIEWER)
APPROVER: Final = person("pi", Post.APPROVER)
HEAD: Final = person("hang", Post.BRANCH_HEAD)
MEMBERS: Final = tuple(person(name, Post.COMMITTEE_MEMBER) for name in ("yi", "er", "san"))
SEATS: Final = Seats(members=("yi", "er", "san"), quorum=2, votes_for_percent=67)
COMMITTEE: Final = unit("K1", UnitKind.COMMITTEE, SEATS)

OWN: Final = mandate("M1", 100_000, post=Post.APPROVER, unit_id="B1")
BOARD: Final = mandate("M9", 1_000_000, unit_id="K1")
RATING: Final = Rating(
    customer_id="C1",
    grade="AA",
    scorecard="farm-household@2",
    rated_on=EARLY,
    valid_until=LATE,
    overridden=False,
)
LIMIT: Final = Facility(
    facility_id="F1",
    customer_id="C1",
    group_id=None,
    parent_id=None,
    limit=Money(10_000_000),
    reserved=Money(0),
    used=Money(0),
    since=EARLY,
    until=LATE,
    frozen=False,
)
OFFERED: Final = Terms(
    amount_min=Money(100_000),
    amount_max=Money(50_000_000),
    instalments_max=36,
    rate_min=Rate.parse("3%"),
    rate_max=Rate.parse("12%"),
    methods=(RepaymentMethod.EQUAL_INSTALMENT,),
    customer_kinds=(CustomerKind.FARM_HOUSEHOLD,),
)
FILE: Final[dict[str, Any]] = {
    "application_id": "A1",
    "application": Application(
        application_id="A1",
        customer_id="C1",
        customer_kind=CustomerKind.FARM_HOUSEHOLD,
        unit_id="B1",
        taken_by="zhao",
        applied_on=EARLY,
        stage=ApplicationStage.ADMITTED,
        terms=ASKED,
    ),
    "investigation": Investigation(
        application_id="A1",
        investigators=("qian", "sun"),
        concluded_on=EARLY,
        lend=True,
        proposed=PROPOSED,
        report=REPORT,
    ),
    "party": Party("C1", Standing.ACTIVE),
    "unit": unit("B1"),
    "policy": None,
    "seen": SEEN,
    "today": DAY,
}
DECIDING: Final[dict[str, Any]] = {
    **FILE,
    "rating": RATING,
    "related": None,
    "parent": None,
    "grandparent": None,
}


def by(staff: Staff) -> dict[str, Any]:
    """Return who acts, as the core fills it in."""
    return {"staff": staff, "actor": staff.staff_id}


REVIEW: Final = Review(
    **FILE, **by(REVIEWER), verdict=Verdict.PASS_ON, comment="sound", signed=SIGNED
)
CONDITION: Final = Condition(condition_id="1", kind=ConditionKind.PRECEDENT, says="insure the crop")
PROPOSAL: Final[dict[str, Any]] = {
    "terms": PROPOSED,
    "conditions": (CONDITION,),
    "facility_id": "F1",
    "facility": LIMIT,
    "group": None,
    "product": Dated[Terms | None]().with_value(EARLY, OFFERED),
}
APPROVE: Final = Approve(**DECIDING, **by(APPROVER), **PROPOSAL, mandate_id="M1", mandate=OWN)
MOTION: Final = PutMotion(
    **DECIDING,
    **by(REVIEWER),
    **PROPOSAL,
    mandate_id="M9",
    mandate=BOARD,
    committee_id="K1",
    committee=COMMITTEE,
)
RESOLVE: Final = Resolve(
    **DECIDING,
    **by(MEMBERS[0]),
    mandate_id="M9",
    mandate=BOARD,
    committee_id="K1",
    committee=COMMITTEE,
    minutes=MINUTES,
    facility=LIMIT,
    group=None,
    product=PROPOSAL["product"],
)


def vote(member: Staff, choice: Choice = Choice.IN_FAVOUR) -> Vote:
    """Return a member's vote."""
    return Vote(**FILE, **by(member), committee_id="K1", committee=COMMITTEE, choice=choice)


def after(*commands: Any) -> Given:
    """Return the history that commands lead to, one after the other."""
    past: list[Any] = []
    for command in commands:
        past += APPROVAL.decide(command, APPROVAL.fold(past))
    return given(APPROVAL, *past)


REVIEWED: Final = after(REVIEW)
