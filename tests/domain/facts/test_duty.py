"""Who may act on a credit file."""

from datetime import date

from attrs import evolve

from domain.dated import Dated
from domain.facts.duty import (
    ACTOR_HOLDS_THE_POST,
    ACTOR_IS_LICENSED,
    ACTOR_IS_STAFF,
    CONNECTED_STAY_OUT,
    ROLES_ARE_APART,
    UNIT_MAY_LEND,
    require_apart,
    require_duty,
    require_lending_unit,
)
from domain.facts.staff import Held, Licence, Post, Staff
from domain.facts.unit import Unit, UnitKind
from tests.specs import Requiring, requiring

DAY = date(2026, 3, 2)
WANG = Staff(
    staff_id="wang",
    posts=(
        Held(
            post=Post.REVIEWER,
            unit_id="B1",
            line=None,
            since=date(2026, 1, 1),
            until=date(2026, 6, 30),
        ),
    ),
    licences=(Licence(grade="middle", since=date(2026, 1, 1), until=date(2026, 12, 31)),),
    connected=("C9",),
    left_on=None,
)


def acting(staff: Staff | None, day: date, posts: tuple[Post, ...], customer: str) -> Requiring:
    return requiring(lambda: require_duty(staff, day, posts, customer))


def test_who_holds_the_post_and_a_licence_acts():
    assert require_duty(WANG, DAY, (Post.REVIEWER, Post.APPROVER), "C1") is WANG
    assert require_duty(WANG, date(2026, 6, 30), (Post.REVIEWER,), None) is WANG


def test_nobody_acts_without_being_on_the_staff():
    acting(None, DAY, (Post.REVIEWER,), "C1").then_refused(ACTOR_IS_STAFF)


def test_a_post_counts_while_it_is_held():
    acting(WANG, DAY, (Post.APPROVER,), "C1").then_refused(ACTOR_HOLDS_THE_POST)
    acting(WANG, date(2026, 7, 1), (Post.REVIEWER,), "C1").then_refused(ACTOR_HOLDS_THE_POST)
    left = evolve(WANG, left_on=date(2026, 3, 1))
    acting(left, DAY, (Post.REVIEWER,), "C1").then_refused(ACTOR_HOLDS_THE_POST)


def test_a_licence_that_ran_out_keeps_its_holder_out():
    spent = evolve(WANG, licences=())
    acting(spent, DAY, (Post.REVIEWER,), "C1").then_refused(ACTOR_IS_LICENSED)


def test_nobody_acts_on_the_credit_of_who_is_connected_with_them():
    acting(WANG, DAY, (Post.REVIEWER,), "C9").then_refused(CONNECTED_STAY_OUT)


def test_roles_on_one_file_are_apart():
    require_apart("wang", ("zhao", "qian"), "investigator")
    twice = requiring(lambda: require_apart("wang", ("zhao", "wang"), "investigator"))
    twice.then_refused(ROLES_ARE_APART, actor="wang")


def test_a_suspended_unit_does_not_lend():
    lends = Dated[bool]().with_value(date(2026, 1, 1), True).with_value(DAY, False)
    unit = Unit(
        unit_id="B1",
        kind=UnitKind.BRANCH,
        parent_id="HQ",
        right_to_lend=lends,
        seats=Dated(),
    )
    require_lending_unit(unit, date(2026, 3, 1))
    requiring(lambda: require_lending_unit(unit, DAY)).then_refused(UNIT_MAY_LEND)
    requiring(lambda: require_lending_unit(None, DAY)).then_refused(UNIT_MAY_LEND)
