"""Each row says which formula it comes from, and the figures that were put into it."""

from datetime import date

import pytest
from attrs import evolve

from domain.dated import Dated
from domain.kinds import RepaymentMethod
from domain.loan.plan import Counting, PlanTerms, Stage, Unpaid, formulae, make
from domain.loan.plan.formulae import Formula
from domain.loan.plan.spread import Pays
from domain.money import Money
from domain.rate import Rate

LOAN = PlanTerms(
    principal=Money(120_000_00),
    paid_out_on=date(2024, 1, 15),
    rates=Rate.parse("6%"),
    periods=6,
)
CHANGED = Dated[Rate]().with_value(date(2024, 1, 15), Rate.parse("6%"))
CHANGED = CHANGED.with_value(date(2024, 3, 1), Rate.parse("5%"))
PLANS = [
    make(evolve(LOAN, **changes))
    for changes in (
        {},
        {"counting": Counting.BY_DAYS},
        {"rates": CHANGED},
        {"compounded": 2},
        {"method": RepaymentMethod.FLAT},
        {"method": RepaymentMethod.EQUAL_PRINCIPAL, "grace_interest": 1, "grace_principal": 1},
        {"grace_interest": 2, "grace_unpaid": Unpaid.CAPITALISED, "grace_principal": 2},
        {"method": RepaymentMethod.DISCOUNT, "periods": 1},
        {
            "method": RepaymentMethod.STEPPED,
            "stages": (Stage(periods=6, pays=Pays.PRINCIPAL, amount=Money(100)),),
        },
    )
]
FORMULAE = [one for one in vars(formulae).values() if isinstance(one, Formula)]


def test_every_formula_is_that_of_some_row():
    rows = [row for plan in PLANS for row in plan.rows]
    seen = {row.by_interest for row in rows} | {row.by_principal for row in rows}
    assert seen == set(FORMULAE)


@pytest.mark.parametrize("formula", FORMULAE, ids=lambda one: one.code)
def test_a_formula_has_a_name_in_both_languages_and_a_source(formula):
    assert formula.zh and not formula.zh.isascii()
    assert formula.en.isascii() and formula.says and formula.source


def test_codes_of_formulae_are_their_own():
    assert len({formula.code for formula in FORMULAE}) == len(FORMULAE)


def test_a_row_shows_what_its_interest_is_from():
    (row,) = [row for row in PLANS[2].rows if row.by_interest is formulae.BY_PIECES]
    assert [(p.balance, str(p.rate), p.over, p.of) for p in row.pieces] == [
        (row.opening, "6.00%", 15, 360),
        (row.opening, "5.00%", 14, 360),
    ]
