"""How long loans may be extended, by the measures of the day."""

from datetime import date

import pytest

from domain.kinds import LoanClass
from domain.measures import GENERAL, extension_longest, measure_on

NOW = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("loan_class", "months", "longest"),
    [
        (None, 12, 12),
        (None, 13, 6),
        (None, 60, 30),
        (None, 61, 36),
        (LoanClass.WORKING_CAPITAL, 12, 12),
        (LoanClass.WORKING_CAPITAL, 36, 18),
        (LoanClass.FIXED_ASSET, 120, 60),
        (LoanClass.PERSONAL_BUSINESS, 6, 6),
        (LoanClass.PERSONAL_BUSINESS, 36, 84),
        (LoanClass.PERSONAL_CONSUMPTION, 60, 60),
    ],
)
def test_a_short_loan_is_extended_by_its_own_term_and_a_longer_one_by_less(
    loan_class, months, longest
):
    assert extension_longest(measure_on(loan_class, NOW), months, 120) == longest


def test_a_product_that_is_lent_for_no_longer_is_not_extended():
    personal = measure_on(LoanClass.PERSONAL_CONSUMPTION, NOW)
    assert extension_longest(personal, 60, 60) == 0


def test_before_the_measures_came_the_general_rules_held():
    assert measure_on(LoanClass.WORKING_CAPITAL, date(2024, 6, 30)) is GENERAL
    assert measure_on(LoanClass.WORKING_CAPITAL, date(2024, 7, 1)) is not GENERAL
