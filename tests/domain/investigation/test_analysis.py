"""What is made of what was found: cash flow, repayment, marks and risk."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain.facts.terms import SecurityWay
from domain.investigation.analysis import risk_of
from domain.investigation.capacity import UNIT, dues, fits, largest
from domain.investigation.events import CashFlowEstimated, LoanRiskGraded, RepaymentMatched
from domain.investigation.rules import (
    CREDIT_RECORD_IS_KNOWN,
    DEBTS_ARE_SURVEYED,
    FACTORS_ARE_MARKED_ONCE,
    NO_PART_IS_MISSING,
    TERMS_GIVE_A_PLAN,
)
from domain.investigation.values import LoanRisk, Rank, Strength
from domain.kinds import RepaymentMethod
from domain.loan.annuity import level_payment
from domain.money import Money
from domain.rate import E8, Rate
from tests.domain.financial_statement.statements import yuan
from tests.domain.investigation.files import (
    CASH_FLOW,
    DEBTS,
    FACTORS,
    OPEN,
    REPAYMENT,
    RISK,
    SECURITY,
    SOURCE,
    TERMS,
    TODAY,
    after,
)
from tests.domain.rating.files import INQUIRIES


def estimated(**changes: Any) -> CashFlowEstimated:
    (event,) = after(OPEN, DEBTS).when(evolve(CASH_FLOW, **changes)).outcome()
    assert isinstance(event, CashFlowEstimated)
    return event


def test_what_is_disposable_is_income_less_expenses_and_debt_service():
    found = estimated().repayable
    assert found.disposable == yuan(120_000 - 30_000 - 6_000)
    assert found.monthly_most == yuan(84_000 * 70 // 100 // 12)
    assert found.enough


def test_the_affordable_amount_is_the_most_whose_instalment_can_be_paid():
    found = estimated().repayable
    rate = Rate.parse("6%")

    def instalment(amount: int) -> int:
        return int(level_payment(amount, 12, over=rate.e8, of=12 * E8))

    assert found.affordable.fen % UNIT == 0
    assert instalment(found.affordable.fen) <= found.monthly_most.fen
    assert instalment(found.affordable.fen + UNIT) > found.monthly_most.fen


def test_with_nothing_disposable_nothing_is_affordable():
    found = estimated(incomes=()).repayable
    assert found.disposable == yuan(-36_000)
    assert (found.monthly_most, found.affordable, found.enough) == (yuan(0), yuan(0), False)


def test_debts_are_surveyed_first():
    after(OPEN).when(CASH_FLOW).then_refused(DEBTS_ARE_SURVEYED)


def test_other_terms_than_those_asked_for_can_be_weighed():
    harvest = evolve(TERMS, method=RepaymentMethod.SINGLE_PAYMENT, amount=yuan(50_000))
    assert estimated(terms=harvest).repayable.affordable > estimated().repayable.affordable - yuan(
        3_000
    )
    revolving = evolve(TERMS, method=RepaymentMethod.REVOLVING)
    interest_only = evolve(TERMS, method=RepaymentMethod.INTEREST_ONLY)
    assert (
        estimated(terms=revolving).repayable.affordable
        == estimated(terms=interest_only).repayable.affordable
    )


def test_what_a_discount_keeps_back_is_not_asked_for():
    discount = evolve(TERMS, method=RepaymentMethod.DISCOUNT)
    assert dues(discount, TODAY) == [(date(2027, 3, 2), TERMS.amount.fen)]
    assert estimated(terms=discount).repayable.affordable == yuan(58_800)


def test_terms_without_a_rate_or_with_a_method_that_needs_more_give_no_plan():
    for wrong in (
        evolve(TERMS, rate_yearly=None),
        evolve(TERMS, method=RepaymentMethod.IRREGULAR),
        evolve(TERMS, method=RepaymentMethod.STEPPED),
        evolve(TERMS, method=RepaymentMethod.BALLOON),
        evolve(TERMS, method=RepaymentMethod.AS_STATED),
    ):
        after(OPEN, DEBTS).when(evolve(CASH_FLOW, terms=wrong)).then_refused(TERMS_GIVE_A_PLAN)
        after(OPEN).when(evolve(REPAYMENT, terms=wrong)).then_refused(TERMS_GIVE_A_PLAN)


@settings(max_examples=20)
@for_all(
    monthly=st.integers(0, 2_000_000),
    method=st.sampled_from(
        ["equal_instalment", "equal_principal", "interest_only", "single_payment"]
    ),
    months=st.integers(2, 60),
)
def test_the_largest_principal_fits_and_the_next_does_not(monthly, method, months):
    terms = evolve(TERMS, method=RepaymentMethod(method), months=months)
    most = largest(terms, monthly, TODAY)
    if most:
        assert fits(dues(evolve(terms, amount=Money(most)), TODAY), monthly, TODAY)
    assert not fits(dues(evolve(terms, amount=Money(most + UNIT)), TODAY), monthly, TODAY)


def matched(*sources: Any) -> RepaymentMatched:
    (event,) = after(OPEN).when(evolve(REPAYMENT, sources=sources)).outcome()
    assert isinstance(event, RepaymentMatched)
    return event


def test_sources_that_come_in_time_cover_the_plan():
    found = matched(SOURCE).covered
    assert (found.by_first, found.by_second, found.short) == (found.asked, yuan(0), yuan(0))
    assert found.short_from is None
    assert found.asked == Money(sum(amount for _, amount in dues(TERMS, TODAY)))


def test_money_that_comes_after_the_instalments_leaves_them_short():
    harvest = evolve(SOURCE, amount=yuan(60_000), from_day=date(2026, 10, 20), times=1)
    found = matched(harvest).covered
    assert found.short_from == dues(TERMS, TODAY)[0][0]
    assert found.by_first.fen + found.short.fen == found.asked.fen
    assert found.short == Money(sum(a for day, a in dues(TERMS, TODAY) if day < harvest.from_day))


def test_the_second_source_pays_what_the_first_lacks():
    less = evolve(SOURCE, amount=yuan(4_000))
    rent = evolve(SOURCE, rank=Rank.SECOND, amount=yuan(1_000), says="rent")
    found = matched(less, rent).covered
    assert found.by_first == yuan(48_000)
    assert found.by_second.fen == found.asked.fen - yuan(48_000).fen
    assert found.short == yuan(0)


def test_nothing_comes_in_from_no_source():
    found = matched().covered
    assert (found.by_first, found.short) == (yuan(0), found.asked)


def test_a_source_far_in_the_future_covers_nothing():
    never = evolve(SOURCE, from_day=date(9999, 12, 1), times=480, months_apart=480)
    assert matched(never).covered.by_first == yuan(0)


@pytest.mark.parametrize("command", [FACTORS, CASH_FLOW, REPAYMENT])
def test_the_same_again_is_nothing_new(command):
    after(OPEN, DEBTS, command).when(command).then_nothing()


def test_factors_are_marked_once_at_a_time():
    for wrong in ((), FACTORS.assessed[:1] * 2):
        after(OPEN).when(evolve(FACTORS, assessed=wrong)).then_refused(FACTORS_ARE_MARKED_ONCE)


def graded(*before: Any, **changes: Any) -> LoanRiskGraded:
    (event,) = after(OPEN, DEBTS, *before).when(evolve(RISK, **changes)).outcome()
    assert isinstance(event, LoanRiskGraded)
    return event


def test_a_loan_is_graded_by_record_ability_and_security():
    event = graded(CASH_FLOW)
    assert (event.record, event.ability, event.cover) == (
        Strength.STRONG,
        Strength.ADEQUATE,
        Strength.ADEQUATE,
    )
    assert event.risk is LoanRisk.MODERATE
    after(OPEN, DEBTS, CASH_FLOW, RISK).when(RISK).then_nothing()


def test_security_is_strong_adequate_or_weak_by_what_it_counts_for():
    for amount, cover in ((40_000, "strong"), (80_000, "adequate"), (80_001, "weak")):
        terms = evolve(TERMS, amount=yuan(amount), security=(SecurityWay.MORTGAGE,))
        assert graded(SECURITY, evolve(CASH_FLOW, terms=terms)).cover == cover
    disputed = evolve(SECURITY, undisputed=False)
    terms = evolve(TERMS, security=(SecurityWay.MORTGAGE,))
    assert graded(disputed, evolve(CASH_FLOW, terms=terms)).cover is Strength.WEAK


def test_a_record_with_what_is_overdue_is_weaker():
    assert INQUIRIES.report is not None
    for overdue, record in ((1, Strength.ADEQUATE), (2, Strength.WEAK)):
        report = evolve(INQUIRIES.report, overdue_loans=overdue)
        assert graded(CASH_FLOW, inquiries=evolve(INQUIRIES, report=report)).record is record


def test_ability_is_weak_where_the_loan_cannot_be_repaid_and_strong_with_half_more():
    dear = evolve(TERMS, amount=yuan(80_000))
    assert graded(evolve(CASH_FLOW, terms=dear)).ability is Strength.WEAK
    cheap = evolve(TERMS, amount=yuan(30_000))
    assert graded(evolve(CASH_FLOW, terms=cheap)).ability is Strength.STRONG


def test_risk_grows_with_each_weak_side():
    strong, adequate, weak = Strength.STRONG, Strength.ADEQUATE, Strength.WEAK
    assert risk_of(strong, strong, strong) is LoanRisk.LOW
    assert risk_of(strong, adequate, strong) is LoanRisk.MODERATE
    assert risk_of(strong, weak, strong) is LoanRisk.ELEVATED
    assert risk_of(weak, weak, strong) is LoanRisk.SEVERE


def test_a_loan_is_not_graded_without_cash_flow_or_a_credit_report():
    after(OPEN).when(RISK).then_refused(NO_PART_IS_MISSING, missing="cash_flow")
    after(OPEN).when(evolve(RISK, inquiries=None)).then_refused(CREDIT_RECORD_IS_KNOWN)
