"""One person decides under a mandate: what is refused, and what the decision holds."""

from datetime import date

from attrs import evolve

from domain.approval import APPROVAL
from domain.approval.commands import Decline
from domain.approval.events import CreditApproved, CreditDeclined
from domain.approval.rules import (
    APPROVED_NO_BETTER_FOR_INSIDERS,
    APPROVED_ON_A_RATING,
    APPROVED_PRODUCT_IS_OFFERED,
    APPROVED_SECURED_IF_INSIDER,
    APPROVED_WITHIN_OWN_LIMIT,
    APPROVED_WITHIN_PRODUCT,
    CHANGED_TERMS_HAVE_A_REASON,
    CONDITIONS_ARE_NUMBERED_ONCE,
    DECIDED_ONCE,
    DECLINED_WITH_REASONS,
    REVIEW_CAME_FIRST,
)
from domain.dated import Dated
from domain.facts.approval import ApprovalOutcome
from domain.facts.customer_group import CustomerGroup, GroupReason, Membership
from domain.facts.duty import ROLES_ARE_APART, UNIT_MAY_LEND
from domain.facts.policy import PolicyBook
from domain.facts.related import Related, RelatedCustomer, Tie
from domain.facts.staff import Post
from domain.facts.terms import SecurityWay
from domain.money import Money
from domain.rate import Rate
from domain.terms import Terms
from domain.ties import ReserveHeadroom
from tests.domain.approval.files import (
    APPROVE,
    APPROVER,
    CONDITION,
    DAY,
    DECIDING,
    EARLY,
    FILE,
    LIMIT,
    OFFERED,
    OWN,
    PROPOSED,
    RATING,
    REVIEW,
    REVIEWED,
    SEEN,
    after,
    by,
    person,
)
from tests.specs import given

DECLINE = Decline(
    **DECIDING, **by(APPROVER), mandate_id="M1", mandate=OWN, reasons=("income is not proven",)
)
INSIDER = Related(found=(RelatedCustomer("C1", Tie.INSIDER),), guarantee_ring=(), known_by=7)


def test_an_approval_holds_what_it_was_based_on():
    (approved,) = REVIEWED.when(APPROVE).outcome()
    assert isinstance(approved, CreditApproved)
    assert (approved.terms, approved.conditions) == (PROPOSED, (CONDITION,))
    assert (approved.mandate_id, approved.mandates) == ("M1", ("M1",))
    assert (approved.grade, approved.scorecard) == ("AA", "farm-household@2")
    assert (approved.decided_by, approved.decided_on) == (("pi",), DAY)
    assert approved.seen == SEEN
    assert [setting.parameter for setting in approved.settings] == [
        "insider.unsecured_loan.allowed",
        "bank.approval.valid_days",
    ]
    assert approved.valid_until == date(2026, 8, 29)


def test_an_approval_reserves_headroom_of_its_limit():
    REVIEWED.when(APPROVE).then_guards(
        ReserveHeadroom(facility_id="F1", application_id="A1", amount=PROPOSED.amount, today=DAY)
    )


def test_what_others_know_of_an_approval():
    known = APPROVAL.fact("A1", APPROVAL.fold(after(REVIEW, APPROVE).past))
    assert known.outcome is ApprovalOutcome.APPROVED
    assert (known.customer_id, known.facility_id, known.people) == ("C1", "F1", ("shen", "pi"))
    assert known.holds(date(2026, 8, 29))
    assert not known.holds(date(2026, 8, 30))
    pending = APPROVAL.fact("A1", APPROVAL.fold(REVIEWED.past))
    assert (pending.outcome, pending.terms) == (ApprovalOutcome.PENDING, None)


def test_the_same_approval_sent_again_changes_nothing_and_another_is_refused():
    approved = after(REVIEW, APPROVE)
    approved.when(APPROVE).then_nothing()
    approved.when(evolve(APPROVE, conditions=())).then_refused(DECIDED_ONCE)
    approved.when(DECLINE).then_refused(DECIDED_ONCE)


def test_nobody_decides_what_they_took_in_investigated_or_reviewed():
    for name in ("zhao", "qian", "shen"):
        own = evolve(APPROVE, **by(person(name, Post.APPROVER)))
        REVIEWED.when(own).then_refused(ROLES_ARE_APART, actor=name)


def test_a_file_is_decided_after_its_review():
    given(APPROVAL).when(APPROVE).then_refused(REVIEW_CAME_FIRST)
    anew = evolve(FILE["investigation"], report="sha256:" + "9" * 64)
    REVIEWED.when(evolve(APPROVE, investigation=anew)).then_refused(REVIEW_CAME_FIRST)


def test_a_suspended_unit_gets_nothing_approved():
    stopped = evolve(
        FILE["unit"], right_to_lend=Dated[bool]().with_value(EARLY, True).with_value(DAY, False)
    )
    REVIEWED.when(evolve(APPROVE, unit=stopped)).then_refused(UNIT_MAY_LEND)


def test_a_rating_in_force_is_needed():
    for rating in (None, evolve(RATING, valid_until=EARLY)):
        REVIEWED.when(evolve(APPROVE, rating=rating)).then_refused(APPROVED_ON_A_RATING)


def test_the_terms_lie_within_the_product_of_the_day():
    REVIEWED.when(evolve(APPROVE, product=None)).then_refused(APPROVED_PRODUCT_IS_OFFERED)
    for outside in (
        evolve(PROPOSED, months=48),
        evolve(PROPOSED, rate_yearly=Rate.parse("2%")),
        evolve(PROPOSED, rate_yearly=None),
        evolve(PROPOSED, amount=Money(100)),
    ):
        odd = evolve(APPROVE, terms=outside, reason="as agreed")
        REVIEWED.when(odd).then_refused(APPROVED_WITHIN_PRODUCT)
    narrow = evolve(OFFERED, securities=(SecurityWay.PLEDGE,))
    lent_on = Dated[Terms | None]().with_value(DAY, narrow, "Committee 2")
    REVIEWED.when(evolve(APPROVE, product=lent_on)).then_refused(
        APPROVED_WITHIN_PRODUCT, items="purpose and security"
    )


def test_other_terms_than_proposed_need_a_reason_and_are_told():
    more = evolve(APPROVE, terms=evolve(PROPOSED, amount=Money(6_000_000)))
    REVIEWED.when(more).then_refused(CHANGED_TERMS_HAVE_A_REASON, items="amount")
    (approved,) = REVIEWED.when(evolve(more, reason="second harvest is insured")).outcome()
    assert [each.item for each in approved.differences] == ["amount"]


def test_an_approval_against_the_advice_needs_a_reason():
    against = evolve(FILE["investigation"], lend=False)
    REVIEWED.when(evolve(APPROVE, investigation=against)).then_refused(CHANGED_TERMS_HAVE_A_REASON)


def test_conditions_have_numbers_of_their_own():
    twice = evolve(APPROVE, conditions=(CONDITION, CONDITION))
    REVIEWED.when(twice).then_refused(CONDITIONS_ARE_NUMBERED_ONCE)


def test_the_limit_is_the_customers_or_the_groups():
    of_another = evolve(APPROVE, facility=evolve(LIMIT, customer_id="C2"))
    REVIEWED.when(of_another).then_refused(APPROVED_WITHIN_OWN_LIMIT)
    REVIEWED.when(evolve(APPROVE, facility=None)).then_refused(APPROVED_WITHIN_OWN_LIMIT)
    shared = evolve(LIMIT, customer_id=None, group_id="G1")
    group = CustomerGroup(
        group_id="G1",
        why=GroupReason.CONTROL,
        members=(Membership(customer_id="C1", since=EARLY),),
    )
    assert REVIEWED.when(evolve(APPROVE, facility=shared, group=group)).outcome()
    left = evolve(group, members=(Membership(customer_id="C1", since=EARLY, until=EARLY),))
    REVIEWED.when(evolve(APPROVE, facility=shared, group=left)).then_refused(
        APPROVED_WITHIN_OWN_LIMIT
    )


def test_an_insider_is_lent_nothing_without_security():
    insider = evolve(APPROVE, related=INSIDER, comparison=SEEN.digest)
    REVIEWED.when(insider).then_refused(APPROVED_SECURED_IF_INSIDER)


def test_who_was_found_to_be_an_insider_at_admission_is_one():
    declared = evolve(APPROVE, application=evolve(FILE["application"], insider=True))
    REVIEWED.when(declared).then_refused(APPROVED_SECURED_IF_INSIDER)


def test_a_bank_cannot_be_told_otherwise_but_by_its_own_policy():
    book = PolicyBook({"insider.unsecured_loan.allowed": Dated[str]().with_value(EARLY, "true")})
    allowed = evolve(APPROVE, related=INSIDER, comparison=SEEN.digest, policy=book)
    (approved,) = REVIEWED.when(allowed).outcome()
    assert approved.settings[0].setting == "true"


def test_an_insiders_terms_are_compared_and_no_better_than_proposed():
    secured = evolve(PROPOSED, security=(SecurityWay.MORTGAGE,))
    found = evolve(FILE["investigation"], proposed=secured)
    insider = evolve(APPROVE, related=INSIDER, terms=secured, investigation=found)
    REVIEWED.when(insider).then_refused(APPROVED_NO_BETTER_FOR_INSIDERS)
    compared = evolve(insider, comparison=SEEN.digest)
    assert REVIEWED.when(compared).outcome()[0].related == INSIDER
    cheaper = evolve(compared, terms=evolve(secured, rate_yearly=Rate.parse("5%")), reason="kin")
    REVIEWED.when(cheaper).then_refused(APPROVED_NO_BETTER_FOR_INSIDERS)


def test_an_application_is_declined_with_reasons():
    (declined,) = REVIEWED.when(DECLINE).outcome()
    assert isinstance(declined, CreditDeclined)
    assert declined.reasons == ("income is not proven",)
    REVIEWED.when(DECLINE).then_guards()
    REVIEWED.when(evolve(DECLINE, reasons=())).then_refused(DECLINED_WITH_REASONS)
    past = after(REVIEW, DECLINE)
    past.when(DECLINE).then_nothing()
    past.when(evolve(DECLINE, reasons=("another",))).then_refused(DECIDED_ONCE)
    known = APPROVAL.fact("A1", APPROVAL.fold(past.past))
    assert known.outcome is ApprovalOutcome.DECLINED
