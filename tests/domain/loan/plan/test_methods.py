"""Each repayment method asks for what its name says."""

from datetime import date

import pytest
from attrs import evolve

from domain.calendar import Cycle, DayCount, SettlementRule, Unit
from domain.claim import Policy, Rounding
from domain.kinds import RepaymentMethod
from domain.loan.plan import (
    Counting,
    Draw,
    PlanTerms,
    Stage,
    Unpaid,
    make,
)
from domain.loan.plan.spread import Pays
from domain.money import Money
from domain.rate import Rate

DAY = date(2024, 1, 15)
LOAN = PlanTerms(principal=Money(100_000_00), paid_out_on=DAY, rates=Rate.parse("6%"), periods=12)


def yuan(text):
    return Money.parse(text)


def plan(**changes):
    return make(evolve(LOAN, **changes))


def figures(made, name):
    return [getattr(row, name).number for row in made.rows]


def test_equal_instalments_differ_in_the_last_alone():
    made = plan(periods=24)
    assert set(figures(made, "instalment")[:-1]) == {made.payment.number}
    assert made.rows[-1].instalment == made.payment + made.residue


def test_equal_principal_leaves_the_residue_to_the_last():
    made = plan(method=RepaymentMethod.EQUAL_PRINCIPAL, periods=7)
    assert figures(made, "principal") == [*["14285.71"] * 6, "14285.74"]
    assert made.residue == yuan("0.03")


def test_interest_alone_is_asked_for_until_the_last():
    made = plan(method=RepaymentMethod.INTEREST_ONLY)
    assert figures(made, "instalment") == [*["500.00"] * 11, "100500.00"]


def test_interest_first_then_equal_instalments():
    made = plan(method=RepaymentMethod.INTEREST_FIRST, grace_principal=4)
    assert figures(made, "instalment")[:4] == ["500.00"] * 4
    assert len(set(figures(made, "instalment")[4:-1])) == 1
    assert made.rows[3].closing == LOAN.principal


def test_a_single_payment_counts_whole_months():
    made = plan(method=RepaymentMethod.SINGLE_PAYMENT)
    (row,) = made.rows
    assert (row.due_date, row.interest) == (date(2025, 1, 15), yuan("6000"))


def test_a_single_payment_counts_days_where_that_is_agreed():
    made = plan(method=RepaymentMethod.SINGLE_PAYMENT, counting=Counting.BY_DAYS)
    assert made.rows[0].interest == yuan("6100")  # 366 days on 360.


def test_a_single_payment_of_months_and_odd_days():
    made = plan(
        method=RepaymentMethod.SINGLE_PAYMENT,
        periods=None,
        maturity=date(2024, 7, 25),
        day_count=DayCount.MONTHS_AND_DAYS,
        counting=Counting.BY_DAYS,
    )
    assert made.rows[0].interest == yuan("3166.67")  # Six months and ten days.


def test_a_balloon_is_shown_apart_from_the_last_instalment():
    made = plan(method=RepaymentMethod.BALLOON, amortised_over=120)
    last = made.rows[-1]
    assert last.principal + last.interest - last.balloon == made.payment
    assert last.balloon > yuan("90000")
    assert last.closing == yuan("0")


def test_a_balloon_over_true_periods_is_solved_over_the_longer_loan():
    made = plan(method=RepaymentMethod.BALLOON, amortised_over=24, counting=Counting.BY_DAYS)
    longer = plan(periods=24, counting=Counting.BY_DAYS)
    assert made.payment == longer.payment
    assert made.rows[-1].balloon == longer.rows[11].closing


def test_stages_ask_each_in_their_own_way():
    stages = (
        Stage(periods=4, amount=yuan("2000")),
        Stage(periods=2, pays=Pays.NOTHING),
        Stage(periods=3, pays=Pays.PRINCIPAL, amount=yuan("10000")),
        Stage(periods=3),
    )
    made = plan(method=RepaymentMethod.STEPPED, stages=stages)
    assert figures(made, "instalment")[:4] == ["2000.00"] * 4
    assert figures(made, "principal")[4:9] == ["0.00"] * 2 + ["10000.00"] * 3
    assert len(set(figures(made, "instalment")[9:11])) == 1
    assert made.rows[-1].closing == yuan("0")


def test_principal_as_agreed_one_by_one():
    sums = tuple(yuan(text) for text in ("0", "30000", "0", "60000", "0"))
    made = plan(method=RepaymentMethod.IRREGULAR, periods=5, principals=sums)
    assert figures(made, "principal") == ["0.00", "30000.00", "0.00", "60000.00", "10000.00"]


def test_instalments_as_agreed_one_by_one():
    sums = tuple(yuan(text) for text in ("500", "30000", "500", "600"))
    made = plan(method=RepaymentMethod.IRREGULAR, periods=4, instalments=sums)
    assert figures(made, "instalment")[:3] == ["500.00", "30000.00", "500.00"]
    assert made.rows[-1].closing == yuan("0")


def test_flat_interest_is_on_the_principal_as_it_was():
    made = plan(method=RepaymentMethod.FLAT)
    assert set(figures(made, "interest")) == {"500.00"}
    assert made.interest == yuan("6000")


def test_a_discount_keeps_its_interest_back():
    made = plan(
        method=RepaymentMethod.DISCOUNT, periods=None, maturity=date(2024, 7, 13), transit_days=3
    )
    assert made.deducted == yuan("3050")  # 183 days on 360.
    assert [(row.due_date, row.instalment) for row in made.rows] == [
        (DAY, yuan("3050")),
        (date(2024, 7, 16), yuan("100000")),  # Where the acceptor is, money travels three days.
    ]


def test_a_revolving_loan_settles_the_products_of_its_days():
    made = make(
        PlanTerms(
            principal=yuan("200000"),
            paid_out_on=date(2024, 5, 8),
            rates=Rate.parse("6.12%"),
            method=RepaymentMethod.REVOLVING,
            maturity=date(2025, 5, 8),
            settled=SettlementRule(),
            draws=(Draw(value_date=date(2024, 5, 28), amount=yuan("100000")),),
            repayments=(Draw(value_date=date(2024, 6, 10), amount=yuan("150000")),),
        )
    )
    repaid, settled = made.rows[:2]
    assert (repaid.due_date, repaid.principal) == (date(2024, 6, 10), yuan("150000"))
    assert (repaid.interest, repaid.pieces) == (yuan("0"), ())
    assert (settled.due_date, settled.interest) == (date(2024, 6, 21), yuan("1623.50"))
    products = sum(p.balance.fen * (p.end - p.start).days for p in settled.pieces)
    assert products == 9_550_000_00
    assert made.rows[-1].principal == yuan("150000")


def test_a_second_drawing_fixes_the_payment_anew():
    made = make(
        PlanTerms(
            principal=yuan("100"),
            paid_out_on=date(2024, 1, 1),
            rates=Rate.parse("9.4822%"),
            periods=6,
            draws=(Draw(value_date=date(2024, 3, 1), amount=yuan("100")),),
        )
    )
    assert figures(made, "instalment")[:2] == ["17.13"] * 2
    assert len(set(figures(made, "instalment")[2:5])) == 1
    assert made.rows[2].opening + made.rows[2].drawn == yuan("167.19")
    assert sum(row.principal.fen for row in made.rows) == 200_00


def test_what_is_drawn_within_a_period_bears_interest_for_its_own_days():
    made = plan(draws=(Draw(value_date=date(2024, 1, 25), amount=yuan("36000")),))
    first, second = made.rows[:2]
    assert first.interest == yuan("626")  # A month on 100,000 and 21 days on 36,000.
    assert first.closing == LOAN.principal - first.principal + yuan("36000")
    assert second.instalment > first.instalment


def test_interest_of_grace_is_asked_for_after_it_and_bears_none():
    made = plan(grace_principal=3, grace_interest=3)
    assert figures(made, "instalment")[:3] == ["0.00"] * 3
    assert made.rows[3].interest == yuan("2000")
    assert len(made.rows[3].pieces) == 4


def test_interest_of_grace_joins_the_principal_where_that_is_agreed():
    made = plan(grace_principal=3, grace_interest=3, grace_unpaid=Unpaid.CAPITALISED)
    assert figures(made, "closing")[:3] == ["100500.00", "101002.50", "101507.51"]
    assert sum(row.principal.fen for row in made.rows) == LOAN.principal.fen


def test_principal_may_come_in_a_slower_rhythm_than_interest():
    made = plan(method=RepaymentMethod.EQUAL_PRINCIPAL, principal_every=6)
    assert [row.no for row in made.rows if row.principal.fen] == [6, 12]
    assert set(figures(made, "interest")) == {"500.00", "250.00"}


def test_interest_may_come_in_a_slower_rhythm_than_principal():
    made = plan(method=RepaymentMethod.EQUAL_PRINCIPAL, periods=4, interest_every=2)
    assert figures(made, "interest") == ["0.00", "875.00", "0.00", "375.00"]


@pytest.mark.parametrize(
    ("cycle", "last"),
    [
        (Cycle(1, Unit.WEEK), date(2024, 2, 12)),
        (Cycle(2, Unit.WEEK), date(2024, 3, 11)),
        (Cycle(10, Unit.DAY), date(2024, 2, 24)),
        (Cycle(1, Unit.QUARTER), date(2025, 1, 15)),
        (Cycle(1, Unit.HALF_YEAR), date(2026, 1, 15)),
        (Cycle(1, Unit.YEAR), date(2028, 1, 15)),
    ],
)
def test_periods_of_any_length(cycle, last):
    made = plan(periods=4, cycle=cycle)
    assert made.maturity == last
    assert len(set(figures(made, "instalment")[:-1])) == 1
    assert abs(made.residue.fen) <= 4


def test_a_payment_in_whole_yuan_shows_its_residue():
    made = plan(policy=Policy(payment=Rounding.UP, payment_unit=100))
    assert set(figures(made, "instalment")[:-1]) == {"8607.00"}
    assert made.residue < yuan("0")
    assert made.rows[-1].instalment == made.payment + made.residue


def test_payments_in_advance_begin_on_the_first_day():
    made = plan(principal=yuan("10000"), rates=Rate.parse("8%"), periods=10, in_advance=True)
    assert made.payment == yuan("1030.16")
    assert (made.rows[0].due_date, made.rows[0].interest) == (DAY, yuan("0"))
    assert len(made.rows) == 10


def test_fees_come_with_each_instalment_and_on_paying_out():
    made = plan(fee_each=yuan("12"), fee_up_front=yuan("300"))
    assert made.deducted == yuan("300")
    assert made.total == LOAN.principal + made.interest + yuan("144")
