"""Laws of servicing, over generated loans and facts, and a naive accountant's second opinion."""

from datetime import timedelta
from fractions import Fraction

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.kinds import Component, RepaymentMethod
from domain.loan.facts import (
    Drawn,
    Extended,
    InterestCapitalised,
    Received,
    Waived,
)
from domain.loan.movements import in_order
from domain.loan.servicing import owed
from domain.loan.servicing.changes import apply
from domain.loan.servicing.opening import open_debt
from domain.loan.servicing.replan import plan_again
from domain.loan.servicing.sweep import sweep
from domain.loan.settle import settle
from domain.money import Money
from domain.rate import Rate
from tests.domain.loan.accountant import Accountant
from tests.domain.loan.servicing_facts import facts_of, last_of, serviced
from tests.domain.loan.strategies import LOAN, half_up, later


def fen(split):
    return {
        "fee": split.fee.fen,
        "penalty": split.penalty.fen,
        "interest": split.interest.fen,
        "principal": split.principal.fen,
    }


def figures(account, day):
    return fen(account.due(day)), fen(account.payoff(day)), account.plan, account.settled_on


@settings(max_examples=800)
@given(serviced(), st.data())
def test_a_naive_accountant_who_walks_every_night_agrees_to_the_fen(contract, data):
    facts = data.draw(facts_of(contract, new_days=False))
    day = last_of(contract, facts) + timedelta(data.draw(st.integers(0, 70)))
    account, books = settle(contract, facts), Accountant(contract, facts).until(day)
    splits = {no: fen(s) | {"excess": s.excess.fen} for no, s in account.splits.items()}
    assert splits == books.splits
    assert fen(account.due(day)) == books.owed(all_of_it=False)
    assert fen(account.payoff(day)) == books.owed(all_of_it=True)
    assert account.debt.excess - account.debt.refunded == books.excess
    written_off = account.debt.written_off
    assert (fen(written_off) if written_off else None) == books.written_off


@settings(max_examples=250)
@given(serviced(), st.data())
def test_any_order_of_knowing_gives_the_account_that_stood_in_time(contract, data):
    facts = data.draw(facts_of(contract))
    shuffled = data.draw(st.permutations(facts))
    day = last_of(contract, facts) + timedelta(30)
    known, in_time = settle(contract, shuffled), settle(contract, in_order(facts))
    assert figures(known, day) == figures(in_time, day)
    assert list(known.effects.items()) == list(in_time.effects.items())


@settings(max_examples=250)
@given(serviced(), st.data())
def test_no_fen_is_lost_and_no_balance_is_ever_negative(contract, data):
    facts = data.draw(facts_of(contract))
    account, day = settle(contract, facts), last_of(contract, facts)
    lent = contract.amount.fen
    for fact, moved in account.effects.items():
        match fact:
            case Received():
                assert moved.total == fact.amount
                lent -= moved.principal.fen
            case Drawn():
                lent += moved.principal.fen
            case InterestCapitalised():
                lent += moved.interest.fen
            case Waived():
                assert moved.total <= fact.amount
                lent -= moved.principal.fen
        assert all(part.fen >= 0 for part in moved.parts)
    debt, owed_then = account.debt, account.payoff(day)
    assert all(part.fen >= 0 for part in (*owed_then.parts, *account.due(day).parts))
    assert min(debt.ahead, debt.in_grace, debt.late, debt.excess, debt.carried) >= 0
    capitalised = owed_then.principal.fen - lent  # By spreading arrears with their interest.
    assert capitalised >= 0
    ahead = sum(c.unpaid_of(Component.PRINCIPAL) for c in debt.claims[debt.fallen :])
    assert ahead == debt.ahead


@settings(max_examples=250)
@given(serviced(), st.data())
def test_stopping_anywhere_in_between_changes_nothing(contract, data):
    """Splitting an accrual, and replaying in any batches, give the account of one go."""
    facts = in_order(data.draw(facts_of(contract)))
    debt = open_debt(
        contract,
        min((f.value_date for f in facts if isinstance(f, Drawn)), default=contract.paid_out_on),
    )
    for fact in facts:
        stop = fact.value_date - timedelta(data.draw(st.integers(0, 40)))
        sweep(debt, stop)
        if data.draw(st.booleans()):
            plan_again(debt)
        debt = debt.copy()
        sweep(debt, fact.value_date)
        apply(debt, fact)
    account, day = settle(contract, facts), last_of(contract, facts)
    for days in sorted(data.draw(st.lists(st.integers(0, 90), max_size=4))):
        sweep(debt, day + timedelta(days))
        once = account.on(day + timedelta(days))
        assert (owed.due(debt), owed.payoff(debt)) == (owed.due(once), owed.payoff(once))


@settings(max_examples=150)
@given(serviced(), st.data())
def test_a_receipt_of_nothing_changes_nothing(contract, data):
    facts = data.draw(facts_of(contract))
    day = last_of(contract, facts) + timedelta(10)
    nothing = Received(receipt_no="zero", amount=Money(0), value_date=day - timedelta(11))
    before = figures(settle(contract, facts), day)
    assert figures(settle(contract, [*facts, nothing]), day) == before


@given(st.integers(1, 10**9), st.integers(1, 24_000_000), st.integers(1, 400))
def test_penalty_at_the_contract_rate_is_the_interest_of_an_extension(amount, e8, days):
    loan = evolve(
        LOAN,
        amount=Money(amount),
        rate_yearly=Rate(e8),
        method=RepaymentMethod.INTEREST_ONLY,
        penalty_percent=100,
        plan=(evolve(LOAN.plan[0], principal=Money(amount), interest=Money(0)),),
    )
    old = loan.plan[0].due_date
    extended = Extended(
        reference="X1", value_date=old, old_maturity=old, new_maturity=later(401, old)
    )
    day = later(days, old)
    late, longer = settle(loan, []).due(day), settle(loan, [extended])
    assert late.penalty == longer.payoff(day).interest
    assert late.penalty.fen == half_up(Fraction(amount * e8 * days, 360 * 10**8))
    assert longer.due(day).total == Money(0)
