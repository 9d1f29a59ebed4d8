"""Loans hang on a customer while they are open, and their files a while longer."""

from datetime import date

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.rules import (
    CUSTOMER_IS_KNOWN,
    CUSTOMER_IS_NOT_MERGED,
    KIND_MAY_BORROW,
    LOAN_IS_TIED,
    REPLACED_LOAN_IS_THEIR_OWN,
)
from domain.kinds import CustomerKind
from tests.domain.customer.people import (
    MERGED,
    REGISTERED,
    RELEASE,
    RELEASED,
    TIE,
    TIED,
    known,
)
from tests.specs import given


def test_a_loan_is_tied_to_its_borrower():
    given(CUSTOMER, REGISTERED).when(TIE).then(TIED)


def test_a_loan_is_tied_once():
    given(CUSTOMER, REGISTERED, TIED).when(TIE).then_nothing()
    given(CUSTOMER, REGISTERED, TIED, MERGED).when(TIE).then_nothing()


def test_a_product_is_lent_to_kinds_of_customer():
    firms = evolve(TIE, kind_required=(CustomerKind.ENTERPRISE, CustomerKind.SOLE_TRADER))
    given(CUSTOMER, REGISTERED).when(firms).then_refused(
        KIND_MAY_BORROW, kind=CustomerKind.NATURAL_PERSON, allowed="enterprise, sole_trader"
    )
    given(CUSTOMER, REGISTERED).when(evolve(TIE, kind_required=())).then(TIED)


def test_an_unknown_customer_does_not_borrow():
    given(CUSTOMER).when(TIE).then_refused(CUSTOMER_IS_KNOWN)
    given(CUSTOMER).when(RELEASE).then_refused(CUSTOMER_IS_KNOWN)


def test_a_merged_duplicate_names_the_customer_who_borrows():
    given(CUSTOMER, REGISTERED, MERGED).when(TIE).then_refused(
        CUSTOMER_IS_NOT_MERGED, merged_into="C2"
    )


def test_a_loan_that_is_reopened_is_tied_again_also_to_a_duplicate():
    given(CUSTOMER, REGISTERED, TIED, RELEASED).when(TIE).then(TIED)
    given(CUSTOMER, REGISTERED, TIED, RELEASED, MERGED).when(TIE).then(TIED)
    reopened = known(REGISTERED, TIED, RELEASED, TIED)
    assert (reopened.open_loans, reopened.retained_until) == (("L1",), None)


def test_a_loan_is_released_when_it_ended():
    given(CUSTOMER, REGISTERED, TIED).when(RELEASE).then(RELEASED)


def test_a_loan_agreed_before_the_merger_is_released_on_the_duplicate():
    given(CUSTOMER, REGISTERED, TIED, MERGED).when(RELEASE).then(RELEASED)


@pytest.mark.parametrize(
    ("ended_on", "kept_until"),
    [
        (date(2024, 12, 31), date(2029, 12, 31)),
        (date(2025, 1, 1), date(2035, 1, 1)),
    ],
)
def test_a_file_is_kept_by_the_law_of_the_day_the_loan_ended(ended_on, kept_until):
    given(CUSTOMER, REGISTERED, TIED).when(evolve(RELEASE, ended_on=ended_on)).then(
        evolve(RELEASED, ended_on=ended_on, retained_until=kept_until)
    )


def test_a_loan_is_released_once():
    given(CUSTOMER, REGISTERED, TIED, RELEASED).when(RELEASE).then_nothing()
    given(CUSTOMER, REGISTERED, TIED, RELEASED).when(
        evolve(RELEASE, ended_on=date(2020, 5, 7))
    ).then_refused(LOAN_IS_TIED, loan_id="L1")


def test_only_a_tied_loan_is_released():
    given(CUSTOMER, REGISTERED).when(RELEASE).then_refused(LOAN_IS_TIED, loan_id="L1")


def test_the_longest_term_counts_of_several_loans():
    second = evolve(
        RELEASED, loan_id="L2", ended_on=date(2025, 3, 4), retained_until=date(2035, 3, 4)
    )
    customer = known(REGISTERED, TIED, evolve(TIED, loan_id="L2"), second, RELEASED)
    assert customer.retained_until == date(2035, 3, 4)


def test_a_loan_pays_off_another_of_the_same_borrower():
    replacing = evolve(TIE, loan_id="L9", replaces="L1")
    tied = evolve(TIED, loan_id="L9")
    given(CUSTOMER, REGISTERED, TIED).when(replacing).then(tied)
    given(CUSTOMER, REGISTERED, TIED, RELEASED).when(replacing).then(tied)
    other = evolve(replacing, replaces="L2")
    given(CUSTOMER, REGISTERED, TIED).when(other).then_refused(
        REPLACED_LOAN_IS_THEIR_OWN, replaces="L2"
    )
