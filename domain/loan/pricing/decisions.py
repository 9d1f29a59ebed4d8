"""Decisions: change a loan's rate, let it follow its benchmark, and pause its interest."""

from collections.abc import Sequence
from typing import assert_never

from domain.loan.events import LoanEvent
from domain.loan.facts import InterestPaused, RateSet
from domain.loan.known import fact_from
from domain.loan.outcome import entered, outcome
from domain.loan.pricing import events
from domain.loan.pricing.commands import (
    ChangeRate,
    EndPause,
    PauseInterest,
    PricingCommand,
    RepriceLoan,
)
from domain.loan.pricing.repricing import rates_by_rule
from domain.loan.pricing.rules import (
    LOAN_IS_PRICED_BY_BENCHMARK,
    RATE_RISES_WITHIN_TERMS,
    SPELLS_DO_NOT_OVERLAP,
)
from domain.loan.spells import end_spell, require_ends_after
from domain.loan.standing import (
    is_recorded,
    on_our_plan,
    require_not_ahead,
    require_owed,
)
from domain.loan.state import Loan, with_rates
from domain.loan.values import FactKind
from domain.rate import Rate


def decide(command: PricingCommand, loan: Loan | None) -> Sequence[LoanEvent]:
    """Return what follows from a command on the price of a loan."""
    match command:
        case ChangeRate():
            return change_rate(command, loan)
        case RepriceLoan():
            return reprice_loan(command, loan)
        case PauseInterest():
            return pause_interest(command, loan)
        case EndPause():
            key = (FactKind.PAUSE, command.reference)
            return end_spell(on_our_plan(loan), key, command.until, events.PauseEnded)
    assert_never(command)


def change_rate(command: ChangeRate, loan: Loan | None) -> Sequence[LoanEvent]:
    """Let another rate hold from a day on; () where the same was recorded."""
    known = on_our_plan(loan)
    fact = RateSet(
        reference=command.reference,
        rate_yearly=command.rate_yearly,
        value_date=command.value_date,
    )
    if is_recorded(known, fact):
        return ()
    require_not_ahead(command.value_date, command.today)
    require_owed(known, command.value_date)
    require_rate_within(known, command.rate_yearly)
    return entered(known, fact, events.RateChanged)


def require_rate_within(loan: Loan, rate: Rate | None) -> None:
    """Raise Refused where an agreed rate is higher than the product may ask."""
    highest = loan.agreed.terms.rate_max
    RATE_RISES_WITHIN_TERMS.require(rate is None or rate <= highest, rate=rate, highest=highest)


def reprice_loan(command: RepriceLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Record the rates of all repricing days up to today; () where they are recorded.

    Quotes that became known, or were corrected, since lead to the rates that would have held.
    """
    known = on_our_plan(loan)
    pricing = known.agreed.pricing
    LOAN_IS_PRICED_BY_BENCHMARK.require(
        pricing is not None and pricing.benchmark_id == command.benchmark_id,
        benchmark_id=command.benchmark_id,
    )
    assert pricing is not None
    until = min(known.settled_on or command.today, command.today)
    rates = rates_by_rule(pricing, known, command.quotes, until)
    before = known.repriced
    if rates == before:
        return ()
    differs = min(set(rates) ^ set(before), key=lambda rate: rate.value_date)
    found = outcome(known, with_rates(known, rates))
    repriced = events.LoanRepriced(
        rates=rates,
        value_date=differs.value_date,
        restated=found.restated,
        plan=found.plan,
    )
    return (repriced, *found.turns)


def pause_interest(command: PauseInterest, loan: Loan | None) -> Sequence[LoanEvent]:
    """Let days bear no interest; () where the same pause was recorded."""
    known, fact = on_our_plan(loan), fact_from(InterestPaused, command)
    if is_recorded(known, fact):
        return ()
    require_not_ahead(command.value_date, command.today)
    require_ends_after(command.value_date, command.until)
    require_owed(known, command.value_date)
    for other in known.standing(InterestPaused):
        apart = (command.until is not None and command.until <= other.value_date) or (
            other.until is not None and other.until <= command.value_date
        )
        SPELLS_DO_NOT_OVERLAP.require(
            apart, reference=other.reference, value_date=other.value_date, until=other.until
        )
    return entered(known, fact, events.InterestPaused)
