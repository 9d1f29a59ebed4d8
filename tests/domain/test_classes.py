"""Classes that follow from what a loan is: its term, and the form in which it comes back."""

from datetime import date

import pytest

from domain.classes import (
    RepaymentForm,
    TermClass,
    repayment_form,
    term_class,
    term_class_between,
)
from domain.kinds import RepaymentMethod


@pytest.mark.parametrize(
    ("months", "kind"),
    [(1, "short"), (12, "short"), (13, "medium"), (60, "medium"), (61, "long"), (480, "long")],
)
def test_a_term_is_short_up_to_a_year_medium_up_to_five_and_long_above(months, kind):
    assert term_class(months) is TermClass(kind)


@pytest.mark.parametrize(
    ("maturity", "kind"),
    [
        (date(2027, 1, 31), "short"),
        (date(2027, 2, 1), "medium"),
        (date(2031, 1, 31), "medium"),
        (date(2031, 2, 1), "long"),
    ],
)
def test_a_loan_that_runs_from_day_to_day_counts_whole_months(maturity, kind):
    assert term_class_between(date(2026, 1, 31), maturity) is TermClass(kind)


def test_the_form_follows_from_the_method():
    forms = {method: repayment_form(method) for method in RepaymentMethod}
    assert forms[RepaymentMethod.EQUAL_INSTALMENT] is RepaymentForm.INSTALMENT
    assert forms[RepaymentMethod.SINGLE_PAYMENT] is RepaymentForm.SINGLE
    assert forms[RepaymentMethod.REVOLVING] is RepaymentForm.OVERDRAFT
    assert forms[RepaymentMethod.AS_STATED] is None
    assert {*forms.values()} == {*RepaymentForm, None}
