"""Decisions: extend or restructure a loan, spread its arrears anew, capitalise its interest."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from domain.calendar import months_after
from domain.loan import facts
from domain.loan.events import LoanEvent
from domain.loan.known import fact_from
from domain.loan.outcome import entered
from domain.loan.pricing.decisions import require_rate_within
from domain.loan.rescheduling import events
from domain.loan.rescheduling.commands import (
    CapitaliseInterest,
    ExtendLoan,
    ReschedulingCommand,
    RespreadArrears,
    RestructureLoan,
)
from domain.loan.rescheduling.rules import (
    ARREARS_ARE_OWED,
    EXTENSION_IS_LATER,
    EXTENSION_IS_TIMELY,
    EXTENSION_WITHIN_MEASURES,
    INSTALMENTS_ARE_AHEAD,
    INTEREST_IS_UNPAID,
    TERMS_ARE_NEW,
)
from domain.loan.servicing.replan import PAYS
from domain.loan.shape import PLAIN
from domain.loan.standing import (
    is_recorded,
    on_our_plan,
    require_amount,
    require_not_ahead,
    require_owed,
)
from domain.loan.state import Loan
from domain.loan.values import FactKind
from domain.measures import extension_longest, measure_on


def decide(command: ReschedulingCommand, loan: Loan | None) -> Sequence[LoanEvent]:
    """Return what follows from a command on the days and terms of a loan."""
    match command:
        case ExtendLoan():
            return extend_loan(command, loan)
        case RestructureLoan():
            return restructure_loan(command, loan)
        case RespreadArrears():
            return respread_arrears(command, loan)
        case CapitaliseInterest():
            return capitalise_interest(command, loan)
    assert_never(command)


def extend_loan(command: ExtendLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Let what is due at maturity be due later; () where the same extension was recorded."""
    known = on_our_plan(loan)
    recorded = known.known.get((FactKind.EXTENSION, command.reference))
    if recorded and isinstance(recorded.fact, facts.Extended):
        old_maturity = recorded.fact.old_maturity
    else:
        old_maturity = _maturity(known, command.value_date)
    fact = facts.Extended(
        reference=command.reference,
        value_date=command.value_date,
        old_maturity=old_maturity,
        new_maturity=command.new_maturity,
        rate_yearly=command.rate_yearly,
    )
    if is_recorded(known, fact):
        return ()
    require_not_ahead(command.value_date, command.today)
    require_rate_within(known, command.rate_yearly)
    _require_extends(known, fact)
    return entered(known, fact, events.LoanExtended)


def _maturity(loan: Loan, day: date) -> date:
    """Return the last due date of the plan in force on a day on which something is owed."""
    return max((row.due_date for row in require_owed(loan, day).plan), default=day)


def _require_extends(loan: Loan, fact: facts.Extended) -> None:
    """Raise Refused where an extension is late, or longer than the measures allow."""
    old, new = fact.old_maturity, fact.new_maturity
    EXTENSION_IS_TIMELY.require(fact.value_date < old, agreed_on=fact.value_date, maturity=old)
    EXTENSION_IS_LATER.require(old < new, maturity=old, new_maturity=new)
    agreed, original = loan.agreed, loan.drawdowns[0].start[-1].due_date
    measure = measure_on(agreed.terms.loan_class, fact.value_date)
    term = agreed.instalments * (agreed.shape or PLAIN).months_between
    months = extension_longest(measure, term, agreed.terms.instalments_max)
    latest = months_after(original, months, original.day)
    EXTENSION_WITHIN_MEASURES.require(
        new <= latest, new_maturity=new, latest=latest, measure=measure.source
    )


def restructure_loan(command: RestructureLoan, loan: Loan | None) -> Sequence[LoanEvent]:
    """Plan what is owed anew on new terms; () where the same was recorded."""
    known, fact = on_our_plan(loan), fact_from(facts.Restructured, command)
    if is_recorded(known, fact):
        return ()
    require_not_ahead(command.value_date, command.today)
    named = (command.rate_yearly, command.method, command.instalments, command.first_due)
    TERMS_ARE_NEW.require(any(term is not None for term in named))
    TERMS_ARE_NEW.require(command.method is None or command.method in PAYS, method=command.method)
    INSTALMENTS_ARE_AHEAD.require(
        command.first_due is None or command.value_date < command.first_due,
        first_due=command.first_due,
        agreed_on=command.value_date,
    )
    require_rate_within(known, command.rate_yearly)
    require_owed(known, command.value_date)
    return entered(known, fact, events.LoanRestructured)


def respread_arrears(command: RespreadArrears, loan: Loan | None) -> Sequence[LoanEvent]:
    """Let the coming instalments ask for what is overdue; () where the same was recorded."""
    known, fact = on_our_plan(loan), fact_from(facts.ArrearsRespread, command)
    if is_recorded(known, fact):
        return ()
    require_not_ahead(command.value_date, command.today)
    account, day = require_owed(known, command.value_date), command.value_date
    due = account.due(day)
    ahead = any(row.due_date > day for row in account.plan)
    ARREARS_ARE_OWED.require(
        ahead and due.principal.fen + due.interest.fen > 0,
        principal=due.principal,
        interest=due.interest,
        instalments_ahead=ahead,
    )
    return entered(known, fact, events.ArrearsRespread)


def capitalise_interest(command: CapitaliseInterest, loan: Loan | None) -> Sequence[LoanEvent]:
    """Let unpaid interest become principal; () where the same was recorded."""
    known, fact = on_our_plan(loan), fact_from(facts.InterestCapitalised, command)
    if is_recorded(known, fact):
        return ()
    require_not_ahead(command.value_date, command.today)
    unpaid = require_owed(known, command.value_date).payoff(command.value_date).interest
    INTEREST_IS_UNPAID.require(unpaid.fen > 0, unpaid=unpaid)
    if command.amount:
        require_amount(known, command.amount)
        INTEREST_IS_UNPAID.require(command.amount <= unpaid, amount=command.amount, unpaid=unpaid)
    return entered(known, fact, events.InterestCapitalised)
