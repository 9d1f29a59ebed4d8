"""Plans of every method and day count are serviced as they were made."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Cycle, DayCount, Unit
from domain.kinds import RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.facts import Drawn, RateSet, Received
from domain.loan.plan import Counting, Draw, PlanTerms, Stage, Unpaid, make
from domain.loan.plan.spread import Pays
from domain.loan.settle import settle
from domain.loan.values import Purpose
from domain.money import Money
from domain.rate import Rate

PAID_OUT = date(2024, 1, 15)
MONTHLY: dict[str, Any] = {"periods": 12}
PLANS: dict[str, dict[str, Any]] = {
    "equal instalments by days": {
        "method": RepaymentMethod.EQUAL_INSTALMENT,
        "day_count": DayCount.A_365,
        "counting": Counting.BY_DAYS,
        **MONTHLY,
    },
    "equal principal by quarters": {
        "method": RepaymentMethod.EQUAL_PRINCIPAL,
        "cycle": Cycle(3, Unit.MONTH),
        "periods": 8,
    },
    "interest by actual days of the year": {
        "method": RepaymentMethod.INTEREST_ONLY,
        "day_count": DayCount.A_A_ISDA,
        "counting": Counting.BY_DAYS,
        **MONTHLY,
    },
    "all at the end": {"method": RepaymentMethod.SINGLE_PAYMENT, **MONTHLY},
    "a balloon": {"method": RepaymentMethod.BALLOON, "amortised_over": 60, **MONTHLY},
    "interest first": {
        "method": RepaymentMethod.INTEREST_FIRST,
        "grace_principal": 4,
        **MONTHLY,
    },
    "interest left for later": {
        "method": RepaymentMethod.EQUAL_PRINCIPAL,
        "grace_interest": 3,
        **MONTHLY,
    },
    "interest that joins the principal": {
        "method": RepaymentMethod.EQUAL_INSTALMENT,
        "grace_principal": 3,
        "grace_interest": 3,
        "grace_unpaid": Unpaid.CAPITALISED,
        **MONTHLY,
    },
    "stages": {
        "method": RepaymentMethod.STEPPED,
        "stages": (
            Stage(periods=6, pays=Pays.PRINCIPAL, amount=Money(500_00)),
            Stage(periods=6, pays=Pays.LEVEL),
        ),
        **MONTHLY,
    },
    "the same interest throughout": {"method": RepaymentMethod.FLAT, **MONTHLY},
    "fees with every instalment": {
        "method": RepaymentMethod.EQUAL_INSTALMENT,
        "fee_each": Money(3_00),
        **MONTHLY,
    },
}


def serviced(name):
    """Return a loan with the plan of these terms."""
    terms = PlanTerms(
        principal=Money(36_000_00), paid_out_on=PAID_OUT, rates=Rate.parse("6%"), **PLANS[name]
    )
    by_days = terms.counting is Counting.BY_DAYS
    return Contract(
        amount=terms.principal,
        rate_yearly=Rate.parse("6%"),
        method=terms.method,
        instalments=len(make(terms).rows),
        due_day=PAID_OUT.day,
        paid_out_on=PAID_OUT,
        plan=make(terms).instalments(),
        day_count=terms.day_count if by_days else DayCount.MONTHS_AND_DAYS,
    )


def asked_of(row):
    return (row.principal + row.interest + row.fee).fen


@pytest.mark.parametrize("name", PLANS)
def test_paying_each_instalment_on_its_day_pays_the_plan_as_it_was_made(name):
    loan = serviced(name)
    paid = [
        Received(receipt_no=f"R{row.no}", amount=Money(asked_of(row)), value_date=row.due_date)
        for row in loan.plan
        if asked_of(row) > 0
    ]
    account = settle(loan, paid)
    assert account.plan == loan.plan
    assert account.settled_on == loan.plan[-1].due_date
    assert sum(split.excess.fen for split in account.splits.values()) == 0


@pytest.mark.parametrize("name", PLANS)
@given(days=st.integers(1, 300), fen=st.integers(1, 30_000_00), purpose=st.sampled_from(Purpose))
def test_prepaying_any_plan_leaves_one_that_pays_the_rest_back(name, days, fen, purpose):
    loan = serviced(name)
    day = PAID_OUT + timedelta(days)
    owed = settle(loan, []).due(day).total.fen
    early = Received(receipt_no="R1", amount=Money(owed + fen), value_date=day, purpose=purpose)
    account = settle(loan, [early])
    last = max((row.due_date for row in account.plan), default=day)
    debt = account.on(max(last, day))
    assert debt.ahead == 0
    paid = account.splits["R1"]
    whole = Received(
        receipt_no="R2",
        amount=account.payoff(day + timedelta(40)).total,
        value_date=day + timedelta(40),
    )
    assert settle(loan, [early, whole]).settled_on is not None
    assert paid.total == early.amount


@given(days=st.integers(0, 360), fen=st.integers(100_00, 30_000_00))
def test_a_level_loan_by_days_is_solved_anew_over_days(days, fen):
    loan = serviced("equal instalments by days")
    day = PAID_OUT + timedelta(days)
    owed = settle(loan, []).due(day).total.fen
    early = Received(
        receipt_no="R1",
        amount=Money(owed + fen),
        value_date=day,
        purpose=Purpose.PREPAY_KEEP_TERM,
    )
    rows = [row for row in settle(loan, [early]).plan if row.due_date > day][1:-1]
    payments = {(row.principal + row.interest).fen for row in rows}
    assert len(payments) <= 1
    before = (loan.plan[0].principal + loan.plan[0].interest).fen
    assert all(payment <= before for payment in payments)


def test_interest_that_joins_the_principal_does_so_at_the_rate_that_holds():
    loan = serviced("interest that joins the principal")
    raised = RateSet(
        reference="P1", rate_yearly=Rate.parse("12%"), value_date=loan.plan[0].due_date
    )
    account = settle(loan, [raised])
    first, second, third, *rest = account.plan
    assert first == loan.plan[0]
    assert second.interest == Money(361_80) == -second.principal  # 36,180.00 at 1 % a month.
    assert third.interest == Money(365_42)
    owed = account.payoff(third.due_date)
    assert owed.principal == Money(36_180_00 + 361_80 + 365_42)
    assert owed.interest == account.due(third.due_date).total == Money(0)
    assert sum((row.principal for row in rest), Money(0)) == owed.principal


each_method = pytest.mark.parametrize(
    "method",
    [
        RepaymentMethod.EQUAL_INSTALMENT,
        RepaymentMethod.EQUAL_PRINCIPAL,
        RepaymentMethod.INTEREST_ONLY,
    ],
)


def planned(method):
    """Return the terms of a plan, and a loan with it."""
    terms = PlanTerms(
        principal=Money(36_000_00),
        paid_out_on=PAID_OUT,
        rates=Rate.parse("6%"),
        method=method,
        **MONTHLY,
    )
    loan = Contract(
        amount=terms.principal,
        rate_yearly=Rate.parse("6%"),
        method=method,
        instalments=12,
        due_day=PAID_OUT.day,
        paid_out_on=PAID_OUT,
        plan=make(terms).instalments(),
    )
    return terms, loan


@each_method
@pytest.mark.parametrize("day", [date(2024, 1, 20), date(2024, 4, 15), date(2024, 7, 1)])
def test_a_rate_that_becomes_known_later_leads_to_the_plan_that_foresaw_it(method, day):
    terms, loan = planned(method)
    after = Rate.parse("7.5%")
    foreseen = evolve(terms, rates=terms.rates.with_value(day, after))
    changed = RateSet(reference="P1", rate_yearly=after, value_date=day)
    assert settle(loan, [changed]).plan == make(foreseen).instalments()


@each_method
@pytest.mark.parametrize("day", [date(2024, 4, 15), date(2024, 7, 1)])
def test_money_that_is_drawn_later_leads_to_the_plan_that_foresaw_it(method, day):
    """In months of 30 days: a month that is broken counts its days, all of them."""
    terms, loan = planned(method)
    more = Money(9_000_00)
    foreseen = evolve(terms, draws=(Draw(value_date=day, amount=more),))
    drawn = Drawn(reference="D2", amount=more, value_date=day)
    assert settle(loan, [drawn]).plan == make(foreseen).instalments()
