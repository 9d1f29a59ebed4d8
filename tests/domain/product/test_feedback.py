"""Suggestions about a product: tied to its terms, answered, and closed by a version."""

from datetime import date

from attrs import evolve

from domain.facts.duty import ACTOR_HOLDS_THE_POST, ACTOR_IS_STAFF
from domain.facts.staff import Post
from domain.product import PRODUCT
from domain.product.commands import AnswerProductFeedback, GiveProductFeedback
from domain.product.events import ProductFeedbackAnswered, ProductFeedbackGiven
from domain.product.rules import (
    FEEDBACK_IS_ABOUT_TERMS,
    FEEDBACK_IS_OPEN,
    ONE_FEEDBACK_A_NUMBER,
)
from tests.domain.product.catalogue import BEGIN, CHANGE, DEFINED, LATER, WITHDRAWN
from tests.domain.staffing import member
from tests.specs import given

TODAY = date(2026, 3, 2)
GIVE = GiveProductFeedback(
    product_id="P1",
    feedback_id="F1",
    says="Longer terms for orchards.",
    actor="wang",
    staff=member("wang", Post.RELATIONSHIP_MANAGER),
    today=TODAY,
)
ANSWER = AnswerProductFeedback(
    product_id="P1",
    feedback_id="F1",
    accepted=True,
    says="With the next version.",
    actor="li",
    staff=member("li", Post.PRODUCT_MANAGER),
    today=TODAY,
)
GIVEN = ProductFeedbackGiven(
    feedback_id="F1",
    says="Longer terms for orchards.",
    channel=None,
    version_since=BEGIN,
    given_by="wang",
    on=TODAY,
)
ANSWERED = ProductFeedbackAnswered(
    feedback_id="F1", accepted=True, says="With the next version.", answered_by="li", on=TODAY
)
CLOSING = evolve(CHANGE, closes=("F1",))


def test_a_suggestion_is_tied_to_the_terms_of_its_day():
    given(PRODUCT, DEFINED).when(GIVE).then(GIVEN)
    given(PRODUCT, DEFINED, GIVEN).when(GIVE).then_nothing()
    other = evolve(GIVE, says="Lower rates.")
    given(PRODUCT, DEFINED, GIVEN).when(other).then_refused(ONE_FEEDBACK_A_NUMBER)


def test_a_suggestion_is_about_what_is_lent():
    given(PRODUCT).when(GIVE).then_refused(FEEDBACK_IS_ABOUT_TERMS)
    given(PRODUCT, DEFINED, WITHDRAWN).when(GIVE).then_refused(FEEDBACK_IS_ABOUT_TERMS)
    given(PRODUCT, DEFINED).when(evolve(GIVE, staff=None)).then_refused(ACTOR_IS_STAFF)


def test_it_is_answered_once_by_who_answers_for_products():
    given(PRODUCT, DEFINED, GIVEN).when(ANSWER).then(ANSWERED)
    given(PRODUCT, DEFINED, GIVEN, ANSWERED).when(ANSWER).then_nothing()
    no = evolve(ANSWER, accepted=False)
    given(PRODUCT, DEFINED, GIVEN, ANSWERED).when(no).then_refused(FEEDBACK_IS_OPEN)
    given(PRODUCT, DEFINED).when(ANSWER).then_refused(FEEDBACK_IS_OPEN)
    low = evolve(ANSWER, staff=GIVE.staff)
    given(PRODUCT, DEFINED, GIVEN).when(low).then_refused(ACTOR_HOLDS_THE_POST)


def test_what_was_accepted_is_closed_by_a_version_of_the_terms():
    (changed,) = given(PRODUCT, DEFINED, GIVEN, ANSWERED).when(CLOSING).outcome()
    product = PRODUCT.fold([DEFINED, GIVEN, ANSWERED, changed])
    assert product.feedback["F1"].closed_since == LATER
    given(PRODUCT, DEFINED, GIVEN, ANSWERED, changed).when(CLOSING).then_nothing()


def test_what_was_not_accepted_is_not_closed():
    given(PRODUCT, DEFINED, GIVEN).when(CLOSING).then_refused(FEEDBACK_IS_OPEN, feedback_id="F1")
    declined = evolve(ANSWERED, accepted=False)
    given(PRODUCT, DEFINED, GIVEN, declined).when(CLOSING).then_refused(FEEDBACK_IS_OPEN)
