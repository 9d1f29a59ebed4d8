"""A limit is granted under a mandate that is in force, held and wide enough."""

from attrs import evolve

from domain.facility import FACILITY
from domain.facility.rules import (
    GRANTED_IN_A_MEETING,
    GRANTING_MANDATE_COVERS,
    GRANTING_MANDATE_IS_HELD,
    GRANTING_MANDATE_IS_IN_FORCE,
)
from domain.facts.duty import ACTOR_HOLDS_THE_POST
from domain.facts.mandate import Scope
from domain.facts.staff import Post
from domain.facts.unit import UnitKind
from tests.department import DIGEST as MINUTES
from tests.department import unit
from tests.domain.facility.limits import (
    GROUP_LIMIT,
    MANDATE,
    MAXIMUM,
    PART,
    TODAY,
    granted,
    yuan,
)
from tests.domain.staffing import member
from tests.specs import given


def on_nothing(command):
    return given(FACILITY).when(command)


def test_who_grants_holds_a_post_and_a_mandate_that_is_in_force_up_to_the_first():
    clerk = member("zhou", Post.LOBBY_MANAGER)
    on_nothing(evolve(MAXIMUM, staff=clerk)).then_refused(ACTOR_HOLDS_THE_POST)
    on_nothing(evolve(MAXIMUM, mandate=None)).then_refused(GRANTING_MANDATE_IS_IN_FORCE)
    suspended = evolve(MANDATE, in_force=MANDATE.in_force.with_value(TODAY, False))
    on_nothing(evolve(MAXIMUM, mandate=suspended)).then_refused(GRANTING_MANDATE_IS_IN_FORCE)
    delegated = evolve(MANDATE, mandate_id="M2", parent_id="M1")
    below = evolve(MAXIMUM, mandate=delegated)
    assert granted(evolve(below, mandate_above=MANDATE))
    on_nothing(below).then_refused(GRANTING_MANDATE_IS_IN_FORCE)
    on_nothing(evolve(below, mandate_above=suspended)).then_refused(GRANTING_MANDATE_IS_IN_FORCE)
    deep = evolve(below, mandate_above=delegated, mandate_on_top=delegated)
    on_nothing(deep).then_refused(GRANTING_MANDATE_IS_IN_FORCE)


def test_a_mandate_is_held_in_person_by_post_or_by_seat():
    other = evolve(MANDATE, unit_id="B2")
    on_nothing(evolve(MAXIMUM, mandate=other)).then_refused(GRANTING_MANDATE_IS_HELD)
    personal = evolve(MANDATE, post=None, unit_id=None, staff_id="zhou")
    assert granted(evolve(MAXIMUM, mandate=personal))


def test_what_a_committee_may_grant_no_member_grants_alone():
    seated = member("zhou", Post.COMMITTEE_MEMBER)
    alone = evolve(MAXIMUM, staff=seated, mandate=evolve(MANDATE, post=None))
    met = unit("B1", UnitKind.COMMITTEE, minutes=(MINUTES,))
    for command in (alone, evolve(alone, committee=met), evolve(alone, minutes=MINUTES)):
        on_nothing(command).then_refused(GRANTED_IN_A_MEETING)
    assert granted(evolve(alone, committee=met, minutes=MINUTES))


def test_a_mandate_for_some_grades_covers_nobody_who_has_none():
    some = evolve(MANDATE, scope=Scope(amount_max=yuan(900_000), grades=("AA",)))
    on_nothing(evolve(GROUP_LIMIT, mandate=some)).then_refused(GRANTING_MANDATE_COVERS, grade=None)
    on_nothing(evolve(PART, mandate=some, rating=None)).then_refused(GRANTING_MANDATE_COVERS)


def test_a_mandate_covers_the_amount_the_grade_and_the_products():
    for scope in (
        Scope(amount_max=yuan(299_999)),
        Scope(amount_max=yuan(300_000), grades=("AAA",)),
        Scope(amount_max=yuan(300_000), products=("P1",)),
    ):
        command = evolve(MAXIMUM, mandate=evolve(MANDATE, scope=scope))
        on_nothing(command).then_refused(GRANTING_MANDATE_COVERS)
    narrow = evolve(MANDATE, scope=Scope(amount_max=yuan(200_000), products=("P1",)))
    assert granted(evolve(PART, products=("P1",), mandate=narrow))
