"""The terms of a product change from a day on."""

from datetime import date

from attrs import evolve

from domain.product import PRODUCT
from domain.product.rules import (
    GRACE_IS_BOUNDED,
    NOT_BEFORE_DEFINITION,
    PRODUCT_IS_DEFINED,
    PRODUCT_IS_NOT_WITHDRAWN,
)
from tests.domain.product.catalogue import (
    BEGIN,
    CHANGE,
    CHANGED,
    DEARER,
    DEFINED,
    LATER,
    TERMS,
    WITHDRAWN,
)
from tests.specs import given


def test_terms_change_from_a_day_on():
    given(PRODUCT, DEFINED).when(CHANGE).then(CHANGED)
    terms = PRODUCT.fold([DEFINED, CHANGED]).terms
    assert terms.on(date(2025, 12, 31)) == TERMS
    assert terms.on(LATER) == DEARER


def test_the_same_terms_for_the_same_day_change_nothing():
    given(PRODUCT, DEFINED, CHANGED).when(CHANGE).then_nothing()


def test_terms_are_corrected_for_the_day_they_were_set_for():
    given(PRODUCT, DEFINED, CHANGED).when(evolve(CHANGE, terms=TERMS)).then(
        evolve(CHANGED, terms=TERMS)
    )


def test_terms_known_later_for_an_earlier_day_fall_in_order():
    between = evolve(CHANGED, since=date(2025, 7, 1), terms=evolve(TERMS, grace_days=3))
    terms = PRODUCT.fold([DEFINED, CHANGED, between]).terms
    assert terms.on(date(2025, 7, 1)) == between.terms
    assert terms.on(LATER) == DEARER


def test_a_product_that_is_not_defined_has_no_terms():
    given(PRODUCT).when(CHANGE).then_refused(PRODUCT_IS_DEFINED, product_id="P1")


def test_terms_do_not_begin_before_the_product():
    early = evolve(CHANGE, since=date(2024, 12, 31))
    given(PRODUCT, DEFINED).when(early).then_refused(NOT_BEFORE_DEFINITION, begins=BEGIN)
    given(PRODUCT, DEFINED).when(evolve(CHANGE, since=BEGIN)).then(evolve(CHANGED, since=BEGIN))


def test_changed_terms_are_checked_like_the_first():
    unsound = evolve(CHANGE, terms=evolve(DEARER, grace_days=31))
    given(PRODUCT, DEFINED).when(unsound).then_refused(GRACE_IS_BOUNDED, grace_days=31)


def test_a_withdrawn_product_has_no_new_terms():
    given(PRODUCT, DEFINED, WITHDRAWN).when(CHANGE).then_refused(PRODUCT_IS_NOT_WITHDRAWN)
    before = evolve(CHANGE, since=date(2025, 12, 31))
    given(PRODUCT, DEFINED, WITHDRAWN).when(before).then(evolve(CHANGED, since=date(2025, 12, 31)))
