"""Nothing is lent on a product from its withdrawal on."""

from datetime import date

from attrs import evolve

from domain.product import PRODUCT
from domain.product.rules import NOT_BEFORE_DEFINITION, PRODUCT_IS_DEFINED
from tests.domain.product.catalogue import (
    BEGIN,
    CHANGED,
    DEFINED,
    LATER,
    TERMS,
    WITHDRAW,
    WITHDRAWN,
)
from tests.specs import given


def test_a_product_is_withdrawn():
    given(PRODUCT, DEFINED).when(WITHDRAW).then(WITHDRAWN)
    terms = PRODUCT.fact("P1", PRODUCT.fold([DEFINED, WITHDRAWN]))
    assert terms.on(date(2025, 12, 31)) == TERMS
    assert terms.on(LATER) is None


def test_a_withdrawal_ends_terms_that_were_to_follow():
    early = evolve(WITHDRAWN, since=date(2025, 6, 1))
    assert PRODUCT.fold([DEFINED, CHANGED, early]).terms.on(LATER) is None


def test_withdrawing_what_is_withdrawn_by_then_changes_nothing():
    given(PRODUCT, DEFINED, WITHDRAWN).when(WITHDRAW).then_nothing()
    given(PRODUCT, DEFINED, WITHDRAWN).when(evolve(WITHDRAW, since=date(2027, 1, 1))).then_nothing()


def test_a_product_is_withdrawn_earlier_than_was_said_first():
    earlier = evolve(WITHDRAW, since=BEGIN)
    given(PRODUCT, DEFINED, WITHDRAWN).when(earlier).then(evolve(WITHDRAWN, since=BEGIN))


def test_only_a_defined_product_is_withdrawn():
    given(PRODUCT).when(WITHDRAW).then_refused(PRODUCT_IS_DEFINED, product_id="P1")


def test_a_product_is_not_withdrawn_before_it_begins():
    early = evolve(WITHDRAW, since=date(2024, 12, 31))
    given(PRODUCT, DEFINED).when(early).then_refused(NOT_BEFORE_DEFINITION, begins=BEGIN)
