"""A committee votes on a motion: seats, quorum, share of votes, minutes, changed terms."""

from attrs import evolve

from domain.approval import APPROVAL
from domain.approval.events import CreditApproved, CreditDeclined
from domain.approval.rules import (
    DECLINED_WITH_REASONS,
    MANDATE_IS_THE_COMMITTEES,
    MEMBER_VOTES,
    MOTION_LIES_BEFORE_IT,
    QUORUM_IS_MET,
    VOTED_IN_A_COMMITTEE,
    VOTES_ONCE,
)
from domain.approval.values import Choice
from domain.facts.approval import Condition, ConditionKind
from domain.facts.duty import CONNECTED_STAY_OUT, ROLES_ARE_APART
from domain.facts.staff import Post
from domain.facts.unit import UnitKind
from domain.money import Money
from domain.ties import ReserveHeadroom
from tests.domain.approval.files import (
    COMMITTEE,
    DAY,
    MEMBERS,
    MINUTES,
    MOTION,
    OWN,
    PROPOSED,
    RESOLVE,
    REVIEW,
    REVIEWED,
    after,
    by,
    person,
    unit,
    vote,
)

YI, ER, SAN = MEMBERS
LESS = evolve(
    MOTION,
    terms=evolve(PROPOSED, amount=Money(3_000_000)),
    conditions=(
        Condition(condition_id="1", kind=ConditionKind.NEGATIVE_COVENANT, says="no new debts"),
        Condition(condition_id="2", kind=ConditionKind.POSITIVE_COVENANT, says="settle here"),
    ),
    reason="the second field is leased out",
)


def test_a_committee_approves_with_enough_votes():
    past = after(REVIEW, MOTION, vote(YI), vote(ER), vote(SAN, Choice.AGAINST))
    past.when(RESOLVE).then_refused(DECLINED_WITH_REASONS)
    (approved,) = after(REVIEW, MOTION, vote(YI), vote(ER)).when(RESOLVE).outcome()
    assert isinstance(approved, CreditApproved)
    assert approved.ballot
    assert approved.ballot.in_favour == ("yi", "er")
    assert approved.ballot.absent == ("san",)
    assert (approved.decided_by, approved.ballot.minutes) == (("yi", "er"), MINUTES)
    assert (approved.terms, approved.decided_on) == (PROPOSED, DAY)


def test_too_few_votes_in_favour_decline_with_reasons():
    past = after(REVIEW, MOTION, vote(YI), vote(ER, Choice.AGAINST))
    (declined,) = past.when(evolve(RESOLVE, reasons=("price of pork",))).outcome()
    assert isinstance(declined, CreditDeclined)
    assert declined.ballot
    assert declined.ballot.against == ("er",)


def test_who_abstains_counts_for_the_quorum_and_not_in_favour():
    past = after(REVIEW, MOTION, vote(YI), vote(ER, Choice.ABSTAIN))
    (declined,) = past.when(evolve(RESOLVE, reasons=("no majority",))).outcome()
    assert declined.ballot.abstained == ("er",)


def test_a_committee_without_a_quorum_decides_nothing():
    after(REVIEW, MOTION, vote(YI)).when(RESOLVE).then_refused(QUORUM_IS_MET, votes=1, quorum=2)


def test_a_connected_member_stays_out_and_is_absent():
    tied = person("er", Post.COMMITTEE_MEMBER, connected=("C1",))
    after(REVIEW, MOTION).when(vote(tied)).then_refused(CONNECTED_STAY_OUT)
    (approved,) = after(REVIEW, MOTION, vote(YI), vote(SAN)).when(RESOLVE).outcome()
    assert approved.ballot.absent == ("er",)


def test_members_vote_once_and_nobody_else_votes():
    past = after(REVIEW, MOTION, vote(YI))
    past.when(vote(YI)).then_nothing()
    past.when(vote(YI, Choice.AGAINST)).then_refused(VOTES_ONCE)
    stranger = person("wu", Post.COMMITTEE_MEMBER)
    past.when(vote(stranger)).then_refused(MEMBER_VOTES)
    past.when(evolve(RESOLVE, **by(stranger))).then_refused(MEMBER_VOTES)


def test_a_member_who_investigated_or_reviewed_does_not_vote():
    for name in ("qian", "shen"):
        own = person(name, Post.COMMITTEE_MEMBER)
        after(REVIEW, MOTION).when(vote(own)).then_refused(ROLES_ARE_APART)


def test_a_vote_belongs_to_the_motion_before_that_committee():
    REVIEWED.when(vote(YI)).then_refused(MOTION_LIES_BEFORE_IT)
    other = evolve(vote(YI), committee_id="K2", committee=evolve(COMMITTEE, unit_id="K2"))
    after(REVIEW, MOTION).when(other).then_refused(MOTION_LIES_BEFORE_IT)


def test_votes_are_cast_in_a_committee_under_its_own_mandate():
    branch = evolve(MOTION, committee=unit("K1", UnitKind.BRANCH))
    REVIEWED.when(branch).then_refused(VOTED_IN_A_COMMITTEE)
    REVIEWED.when(evolve(MOTION, mandate=OWN)).then_refused(MANDATE_IS_THE_COMMITTEES)


def test_a_committee_changes_terms_and_votes_anew():
    past = after(REVIEW, MOTION, vote(YI), LESS)
    past.when(RESOLVE).then_refused(QUORUM_IS_MET, votes=0)
    past = after(REVIEW, MOTION, vote(YI), LESS, vote(YI), vote(ER))
    (approved,) = past.when(RESOLVE).outcome()
    assert approved.conditions == LESS.conditions
    assert [each.item for each in approved.differences] == ["amount"]
    past.when(RESOLVE).then_guards(
        ReserveHeadroom(facility_id="F1", application_id="A1", amount=Money(3_000_000), today=DAY)
    )


def test_the_same_motion_and_the_same_minutes_count_once():
    after(REVIEW, MOTION).when(MOTION).then_nothing()
    after(REVIEW, MOTION, vote(YI), vote(ER), RESOLVE).when(RESOLVE).then_nothing()


def test_who_left_the_committee_before_the_count_does_not_count():
    fewer = evolve(COMMITTEE.seats.values[0].value, members=("yi", "san"), quorum=1)
    smaller = evolve(COMMITTEE, seats=COMMITTEE.seats.with_value(DAY, fewer))
    past = after(REVIEW, MOTION, vote(YI), vote(ER))
    (approved,) = past.when(evolve(RESOLVE, committee=smaller)).outcome()
    assert approved.decided_by == ("yi",)
    assert APPROVAL.fold(past.past).deciders == ("yi", "er")
