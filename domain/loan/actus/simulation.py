"""A contract's rows: its events, each with its payoff and the state after it.

Source: ACTUS Technical Specification 1.1, 2 (contract events, payoff functions, state transition
functions, event sequence, contract lifetime) and 3.10 (settlement currency).
"""

from datetime import datetime
from fractions import Fraction

from attrs import evolve

from domain.loan.actus.contract import Contract
from domain.loan.actus.contradictions import require_sound
from domain.loan.actus.effects import EFFECTS
from domain.loan.actus.exact import Value, exact
from domain.loan.actus.kinds import SEQUENCE, EventType
from domain.loan.actus.maturity import maturity
from domain.loan.actus.observed import Observed
from domain.loan.actus.opening import FeePeriods, opening
from domain.loan.actus.schedule import Timing, counted_day
from domain.loan.actus.state import Event, Row, State
from domain.loan.actus.terms import ONE, Terms
from domain.loan.actus.timetable import timetable


def run(terms: Terms, observed: Observed, to: datetime | None = None) -> list[Row]:
    """Return the rows of a contract after its status date, up to and with a moment.

    Raises TermsError, naming the term, where terms are missing or contradict each other, or where
    something is needed that was not observed; then there are no rows at all.
    """
    require_sound(terms)
    contract = _contract(terms, observed, to)
    fees = FeePeriods.of(contract)
    state = opening(contract, fees)
    rows = []
    for event in timetable(contract):
        state = _accrued(contract, state, event, fees)
        payoff, state = EFFECTS[event.kind](contract, state, event)
        if _is_seen(terms, event):
            rows.append(_row(contract, state, event, payoff))
    return rows


def _contract(terms: Terms, observed: Observed, to: datetime | None) -> Contract:
    end = maturity(terms, observed, to)
    timing = Timing(
        terms.calendar, terms.business_day_convention, terms.day_count, counted_day(end)
    )
    return Contract(terms=terms, observed=observed, end=end, timing=timing, to=to)


def _accrued(contract: Contract, state: State, event: Event, fees: FeePeriods) -> State:
    """Return the state with interest and fees accrued up to an event.

    A day that a shift put before the last one counted takes accrual back: what follows counts
    from it again, so nothing is lost or counted twice.
    """
    elapsed = contract.timing.year_part(state.counted_to, event.counted)
    accrued = state.accrued
    if elapsed and not state.is_called:
        accrued = accrued + state.base * (elapsed * state.rate)
    return evolve(
        state,
        accrued=accrued,
        fees=fees.accrued(contract, state, event.counted),
        elapsed=elapsed,
        counted_to=event.counted,
    )


def _is_seen(terms: Terms, event: Event) -> bool:
    """Tell whether an event makes a row: one before a purchase is another owner's."""
    if terms.purchase_date is None or event.kind is EventType.AD:
        return True
    purchased = (terms.purchase_date, SEQUENCE[EventType.PRD])
    return purchased[0] <= terms.status_date or (event.time, event.place) >= purchased


def _row(contract: Contract, state: State, event: Event, payoff: Value) -> Row:
    """Return the row of an event, from the side on which the record was written."""
    terms, sign = contract.terms, contract.terms.contract_role.sign
    return Row(
        time=event.time,
        kind=event.kind,
        payoff=exact(payoff) * (sign * _exchange_rate(contract, event)),
        currency=terms.settlement_currency or terms.currency,
        balance=state.balance * sign,
        rate=state.rate,
        accrued=state.accrued * sign,
    )


def _exchange_rate(contract: Contract, event: Event) -> Fraction:
    """Return what one of the contract's currency is worth where cash flows are settled."""
    terms = contract.terms
    if terms.settlement_currency in (None, terms.currency):
        return ONE
    pair = f"{terms.currency}/{terms.settlement_currency}"
    return contract.observed.value(pair, event.scheduled, of="settlementCurrency")
