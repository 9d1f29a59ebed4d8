"""What the calculator of accruals says of one claim is what a serviced loan owes of it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import DayCount
from domain.dated import Dated
from domain.kinds import CompoundRule, GraceReading, RepaymentMethod
from domain.loan.accrual import AccrueTerms, accrue
from domain.loan.contract import Contract
from domain.loan.facts import Fact, InterestPaused, RateSet
from domain.loan.servicing import owed
from domain.loan.settle import settle
from domain.loan.values import Instalment
from domain.money import Money
from domain.rate import Rate

DUE = date(2024, 3, 1)
counts = st.sampled_from((DayCount.A_360, DayCount.A_365, DayCount.A_A_ISDA, DayCount.E30_360))
yearly = st.builds(Rate, st.integers(1, 24_000_000))


def due_once(principal, interest, rate, **switches):
    """Return a loan that asks for all on one day."""
    asked = Instalment(no=1, due_date=DUE, principal=principal, interest=interest, fee=Money(0))
    return Contract(
        amount=principal,
        rate_yearly=rate,
        method=RepaymentMethod.INTEREST_ONLY,
        instalments=1,
        due_day=DUE.day,
        paid_out_on=date(2024, 2, 1),
        plan=(asked,),
        **switches,
    )


@given(
    owed_fen=st.tuples(st.integers(1, 10**10), st.integers(1, 10**8)),
    rates=st.tuples(yearly, yearly),
    days=st.tuples(st.integers(1, 300), st.integers(1, 900)),
    count=counts,
    compound=st.sampled_from(CompoundRule),
    grace=st.sampled_from(GraceReading),
    grace_days=st.integers(0, 15),
    percent=st.integers(100, 200),
)
def test_penalty_and_compound_interest_of_a_loan_are_those_of_the_calculator(
    owed_fen, rates, days, *, count, compound, grace, grace_days, percent
):
    principal, interest = map(Money, owed_fen)
    changes, until = DUE + timedelta(days[0]), DUE + timedelta(days[1])
    pause = (changes + timedelta(7), changes + timedelta(20))
    switches = {
        "day_count": count,
        "compound": compound,
        "grace": grace,
        "grace_days": grace_days,
        "penalty_percent": percent,
    }
    loan = due_once(principal, interest, rates[0], **switches)
    facts: list[Fact] = [
        RateSet(reference="P1", rate_yearly=rates[1], value_date=changes),
        InterestPaused(reference="S1", value_date=pause[0], until=pause[1]),
    ]
    debt = settle(loan, [fact for fact in facts if fact.value_date <= until]).on(until)
    dated = Dated[Rate]().with_value(DUE, rates[0]).with_value(changes, rates[1])
    found = accrue(
        AccrueTerms(
            start=DUE,
            until=until,
            rates=dated,
            pauses=(pause,),
            overdue=principal,
            unpaid_interest=interest,
            maturity=DUE,
            **switches,
        )
    )
    assert Money(owed.penalty(debt)) == found.penalty
    assert Money(owed.compound(debt)) == found.compound
