"""A committee votes on a motion: seats, quorum, share of votes, minutes, changed terms."""

import pytest
from attrs import evolve

from domain.approval import APPROVAL
from domain.approval.events import CreditApproved, CreditDeclined
from domain.approval.rules import (
    APPROVED_NO_BETTER_FOR_INSIDERS,
    APPROVED_ON_A_RATING,
    APPROVED_PRODUCT_IS_OFFERED,
    APPROVED_WITHIN_OWN_LIMIT,
    APPROVED_WITHIN_PRODUCT,
    DECIDED_WITHIN_MANDATE,
    DECLINED_WITH_REASONS,
    MANDATE_IS_THE_COMMITTEES,
    MEMBER_VOTES,
    MOTION_LIES_BEFORE_IT,
    QUORUM_IS_MET,
    VOTED_IN_A_COMMITTEE,
    VOTES_ONCE,
)
from domain.approval.values import Choice
from domain.facts.approval import Condition, ConditionKind, Moved
from domain.facts.duty import CONNECTED_STAY_OUT, ROLES_ARE_APART
from domain.facts.mandate import Scope
from domain.facts.related import Related, RelatedCustomer, Tie
from domain.facts.staff import Post
from domain.facts.terms import SecurityWay
from domain.facts.unit import UnitKind
from domain.money import Money
from domain.ties import ReserveHeadroom
from tests.domain.approval.files import (
    BOARD,
    COMMITTEE,
    DAY,
    EARLY,
    FILE,
    LIMIT,
    MEMBERS,
    MINUTES,
    MOTION,
    OFFERED,
    OWN,
    PROPOSED,
    RATING,
    RESOLVE,
    REVIEW,
    REVIEWED,
    SIGNED,
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
    past.when(evolve(vote(YI), comment="and in writing")).then_refused(VOTES_ONCE)
    past.when(vote(YI, Choice.AGAINST)).then_refused(VOTES_ONCE)
    stranger = person("wu", Post.COMMITTEE_MEMBER)
    past.when(vote(stranger)).then_refused(MEMBER_VOTES)
    past.when(evolve(RESOLVE, **by(stranger))).then_refused(MEMBER_VOTES)


def test_votes_on_an_earlier_report_do_not_count():
    anew = {"investigation": evolve(FILE["investigation"], report="sha256:" + "9" * 64)}
    past = after(REVIEW, MOTION, vote(YI), vote(ER), evolve(REVIEW, **anew, signed=MINUTES))
    past.when(evolve(RESOLVE, **anew)).then_refused(MOTION_LIES_BEFORE_IT)
    past.when(evolve(vote(SAN), **anew)).then_refused(MOTION_LIES_BEFORE_IT)
    assert past.when(evolve(MOTION, **anew)).outcome()


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


VOTED = after(REVIEW, MOTION, vote(YI), vote(ER))


@pytest.mark.parametrize(
    "scope",
    [
        {"amount_max": Money(3_000_000)},
        {"products": ("P9",)},
        {"grades": ("AAA",)},
        {"units": ("B9",)},
        {"securities": (SecurityWay.MORTGAGE,)},
    ],
)
def test_the_mandate_covers_what_is_decided_on_the_day_that_votes_are_counted(scope):
    narrower = evolve(BOARD, scope=evolve(BOARD.scope, **scope))
    VOTED.when(evolve(RESOLVE, mandate=narrower)).then_refused(DECIDED_WITHIN_MANDATE)
    own = evolve(BOARD, parent_id="M99")
    above = evolve(narrower, mandate_id="M99")
    VOTED.when(evolve(RESOLVE, mandate=own, parent=above)).then_refused(
        DECIDED_WITHIN_MANDATE, mandate_id="M99"
    )


def test_the_mandate_covers_what_was_put_last_not_what_was_applied_for():
    """30,000.00 are within a mandate that the 50,000.00 applied for were not."""
    small = evolve(BOARD, scope=Scope(amount_max=LESS.terms.amount))
    assert FILE["application"].terms.amount > small.scope.amount_max
    past = after(REVIEW, MOTION, evolve(LESS, mandate=small), vote(YI), vote(ER))
    (approved,) = past.when(evolve(RESOLVE, mandate=small)).outcome()
    assert approved.terms == LESS.terms
    VOTED.when(evolve(RESOLVE, mandate=small)).then_refused(DECIDED_WITHIN_MANDATE)


def test_a_product_withdrawn_or_changed_before_the_count_is_not_approved():
    assert MOTION.product
    withdrawn = MOTION.product.with_value(DAY, None)
    smaller = MOTION.product.with_value(DAY, evolve(OFFERED, amount_max=Money(100_000)))
    VOTED.when(evolve(RESOLVE, product=withdrawn)).then_refused(APPROVED_PRODUCT_IS_OFFERED)
    VOTED.when(evolve(RESOLVE, product=smaller)).then_refused(
        APPROVED_WITHIN_PRODUCT, items="amount"
    )
    declined = after(REVIEW, MOTION, vote(YI), vote(ER, Choice.AGAINST))
    no = evolve(RESOLVE, product=withdrawn, reasons=("no majority",))
    assert isinstance(declined.when(no).outcome()[0], CreditDeclined)


def test_the_rating_and_the_limit_hold_on_the_day_of_the_count():
    VOTED.when(evolve(RESOLVE, rating=evolve(RATING, valid_until=EARLY))).then_refused(
        APPROVED_ON_A_RATING
    )
    for facility in (None, evolve(LIMIT, customer_id="C9")):
        VOTED.when(evolve(RESOLVE, facility=facility)).then_refused(APPROVED_WITHIN_OWN_LIMIT)


def test_who_is_found_an_insider_after_the_motion_is_lent_nothing_better():
    found = Related(found=(RelatedCustomer("C1", Tie.INSIDER),), guarantee_ring=(), known_by=1)
    secured = evolve(PROPOSED, security=(SecurityWay.MORTGAGE,))
    investigated = evolve(FILE["investigation"], proposed=secured)
    put = evolve(MOTION, terms=secured, investigation=investigated)
    counting = evolve(RESOLVE, related=found, investigation=investigated)
    past = after(REVIEW, put, vote(YI), vote(ER))
    past.when(counting).then_refused(APPROVED_NO_BETTER_FOR_INSIDERS)
    compared = after(REVIEW, evolve(put, comparison=SIGNED), vote(YI), vote(ER))
    assert compared.when(counting).outcome()[0].related == found


def test_the_core_finds_what_lies_before_a_committee():
    moved = APPROVAL.fact("A1", APPROVAL.fold(after(REVIEW, MOTION).past)).moved
    assert moved == Moved(terms=PROPOSED, facility_id="F1")
    assert APPROVAL.fact("A1", APPROVAL.fold(REVIEWED.past)).moved is None
