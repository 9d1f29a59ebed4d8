"""Pricing an application: from the table of the day, with what it was found from."""

from datetime import date

from attrs import evolve

from domain.credit_application import CREDIT_APPLICATION
from domain.credit_application.commands import PriceCreditApplication
from domain.credit_application.rules import PRICED_BY_A_TABLE, STEP_FOLLOWS_ITS_STAGE
from domain.dated import Dated
from domain.facts.policy import PolicyBook
from domain.facts.pricing import PricingTable
from domain.facts.rating import Rating
from domain.rate import Rate
from tests.domain.credit_application.files import APPLICATION, SUBMITTED, TODAY, WANG
from tests.domain.credit_application.judging import GOOD, judged
from tests.domain.facts.test_pricing import TABLE
from tests.specs import given

BOOK = PolicyBook(
    pricing={"P1": Dated[PricingTable]().with_value(date(2026, 1, 1), TABLE, "Minutes 2026-1")}
)
RATED = Rating(
    customer_id="C1",
    grade="AA",
    scorecard="farm-household@2",
    rated_on=date(2026, 1, 1),
    valid_until=date(2026, 12, 31),
    overridden=False,
)
PRICE = PriceCreditApplication(
    application_id="A1",
    actor="wang",
    today=TODAY,
    staff=WANG,
    application=APPLICATION,
    rating=RATED,
    dealings=None,
    policy=BOOK,
)
ADMITTED = judged(GOOD)


def test_an_admitted_application_is_priced_and_what_it_was_found_from_is_stored():
    (event,) = given(CREDIT_APPLICATION, SUBMITTED, ADMITTED).when(PRICE).outcome()
    assert event.priced.rate_yearly == Rate.parse("5.05%")  # 4.35 - 0.30 + 1.00, unsecured.
    assert (event.inputs.grade, event.scorecard) == ("AA", "farm-household@2")
    assert (event.table_since, event.source) == (date(2026, 1, 1), "Minutes 2026-1")
    given(CREDIT_APPLICATION, SUBMITTED, ADMITTED, event).when(PRICE).then_nothing()


def test_a_rating_that_ran_out_counts_as_none():
    old = evolve(PRICE, rating=evolve(RATED, valid_until=date(2026, 3, 1)))
    (event,) = given(CREDIT_APPLICATION, SUBMITTED, ADMITTED).when(old).outcome()
    assert (event.inputs.grade, event.scorecard) == (None, None)
    assert event.priced.rate_yearly == Rate.parse("5.95%")


def test_without_a_table_nothing_is_priced():
    none = evolve(PRICE, policy=None)
    given(CREDIT_APPLICATION, SUBMITTED, ADMITTED).when(none).then_refused(PRICED_BY_A_TABLE)


def test_what_was_not_admitted_is_not_priced():
    given(CREDIT_APPLICATION, SUBMITTED).when(PRICE).then_refused(STEP_FOLLOWS_ITS_STAGE)
