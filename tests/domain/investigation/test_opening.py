"""Opening an investigation: an admitted application, and people who may."""

from typing import Any

from attrs import evolve

from domain.dated import Dated
from domain.facts.application import ApplicationStage
from domain.facts.approval import Approval, ApprovalOutcome
from domain.facts.duty import (
    ACTOR_HOLDS_THE_POST,
    ACTOR_IS_LICENSED,
    CONNECTED_STAY_OUT,
    ROLES_ARE_APART,
)
from domain.facts.policy import PolicyBook
from domain.facts.staff import Post
from domain.investigation import INVESTIGATION
from domain.investigation.events import InvestigationOpened, InvestigatorsReplaced
from domain.investigation.rules import (
    APPLICATION_GOES_ON,
    INVESTIGATED_ONCE,
    INVESTIGATION_IS_OPEN,
    INVESTIGATORS_ARE_ENOUGH,
    INVESTIGATORS_ARE_STAFF,
)
from tests.domain.investigation.files import APPLICATION, OPEN, REPLACE, TODAY, WANG, ZHAO, after
from tests.domain.staffing import member
from tests.specs import When, given

CAUTIONED = evolve(APPLICATION, stage=ApplicationStage.CAUTIONED)


def opening(**changes: Any) -> When:
    return given(INVESTIGATION).when(evolve(OPEN, **changes))


def test_an_admitted_application_is_investigated_by_two():
    (opened,) = opening().outcome()
    assert isinstance(opened, InvestigationOpened)
    assert opened.investigators == ("wang", "zhao")
    assert [(s.parameter, s.setting) for s in opened.settings] == [("dual_investigators.min", "2")]
    opening(application=CAUTIONED).outcome()


def test_who_took_an_application_in_may_investigate_it():
    assert APPLICATION.taken_by == "wang"
    opening().outcome()


def test_an_application_that_was_not_admitted_is_not_investigated():
    opening(application=None).then_refused(APPLICATION_GOES_ON, stage=None)
    for stage in (
        ApplicationStage.RECEIVED,
        ApplicationStage.RETURNED,
        ApplicationStage.PROHIBITED,
        ApplicationStage.WITHDRAWN,
    ):
        refused = opening(application=evolve(APPLICATION, stage=stage))
        refused.then_refused(APPLICATION_GOES_ON, stage=stage)


def test_one_alone_or_the_same_twice_does_not_investigate():
    opening(investigators=("wang",), team=(WANG,)).then_refused(INVESTIGATORS_ARE_ENOUGH)
    opening(investigators=("wang", "wang")).then_refused(INVESTIGATORS_ARE_ENOUGH)


def test_a_small_credit_is_simplified_where_the_policy_says_so():
    alone = {"investigators": ("wang",), "team": (WANG,), "simplified": True}
    opening(**alone).then_refused(INVESTIGATORS_ARE_ENOUGH, amount_max="0")
    name = "bank.investigation.simplified.amount_max"
    book = PolicyBook({name: Dated[str]().with_value(TODAY, "50000", "Board 2026-2")})
    (opened,) = opening(**alone, book=book).outcome()
    assert opened.settings[1].source == "Board 2026-2"
    less = PolicyBook({name: Dated[str]().with_value(TODAY, "49999", "Board 2026-2")})
    opening(**alone, book=less).then_refused(INVESTIGATORS_ARE_ENOUGH)


def test_a_stricter_policy_asks_for_three():
    book = PolicyBook({"dual_investigators.min": Dated[str]().with_value(TODAY, "3", "Board")})
    opening(book=book).then_refused(INVESTIGATORS_ARE_ENOUGH, at_least="3")


def test_investigators_are_staff_with_a_post_and_a_licence_and_no_tie_to_the_customer():
    opening(team=(WANG,)).then_refused(INVESTIGATORS_ARE_STAFF, investigator="zhao")
    reviewer = member("zhao", Post.REVIEWER)
    opening(team=(WANG, reviewer)).then_refused(ACTOR_HOLDS_THE_POST, actor="zhao")
    unlicensed = evolve(ZHAO, licences=())
    opening(team=(WANG, unlicensed)).then_refused(ACTOR_IS_LICENSED)
    kin = member("zhao", Post.INVESTIGATOR, connected=("C1",))
    opening(team=(WANG, kin)).then_refused(CONNECTED_STAY_OUT, actor="zhao")


def test_an_application_is_investigated_once():
    after(OPEN).when(OPEN).then_nothing()
    after(OPEN).when(evolve(OPEN, investigators=("zhao", "wang"), team=(ZHAO, WANG))).then_refused(
        INVESTIGATED_ONCE
    )


def test_others_go_on_with_what_was_found():
    (replaced,) = after(OPEN).when(REPLACE).outcome()
    assert isinstance(replaced, InvestigatorsReplaced)
    assert replaced.investigators == ("wang", "sun")
    after(OPEN, REPLACE).when(REPLACE).then_nothing()


def test_who_investigated_first_stays_known_as_one_who_did():
    case = INVESTIGATION.fold(after(OPEN, REPLACE).past)
    fact = INVESTIGATION.fact("A1", case)
    assert fact.former == ("zhao",)
    assert set(fact.people) == {"wang", "sun", "zhao"}


def test_nobody_investigates_anew_who_reviewed_or_decided():
    returned = Approval(
        application_id="A1",
        customer_id="C1",
        outcome=ApprovalOutcome.PENDING,
        terms=None,
        conditions=(),
        facility_id=None,
        people=("sun",),
        decided_on=None,
        valid_until=None,
    )
    after(OPEN).when(evolve(REPLACE, approval=returned)).then_refused(
        ROLES_ARE_APART, actor="sun", role="decider"
    )


def test_what_was_not_opened_is_not_handed_on():
    given(INVESTIGATION).when(REPLACE).then_refused(INVESTIGATION_IS_OPEN)
    alone = evolve(REPLACE, investigators=("sun",))
    after(OPEN).when(alone).then_refused(INVESTIGATORS_ARE_ENOUGH)
