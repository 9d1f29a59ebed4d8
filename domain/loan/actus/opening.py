"""The state of a contract at its status date.

Source: ACTUS Technical Specification 1.1, state variables at t0.  Where no interest fell due
before the status date, accrued interest starts at nought there, as in the published case lam21.
"""

from bisect import bisect_right
from datetime import date

from attrs import evolve, frozen

from domain.loan.actus.contract import Contract
from domain.loan.actus.exact import Value
from domain.loan.actus.interest_dates import interest_moments
from domain.loan.actus.kinds import ContractType, FeeBasis
from domain.loan.actus.payment import equal_part, first_fixing, level_payment_from
from domain.loan.actus.principal import based
from domain.loan.actus.schedule import counted_day
from domain.loan.actus.state import State
from domain.loan.actus.terms import ONE, ZERO
from domain.loan.actus.timetable import fee_moments


@frozen
class FeePeriods:
    """The days between which a fee that is an amount accrues evenly."""

    days: list[date]

    @classmethod
    def of(cls, contract: Contract) -> "FeePeriods":
        """Return those of a contract: from its start to each payment of fees."""
        days = [counted_day(moment) for moment in fee_moments(contract)]
        start = counted_day(contract.terms.initial_exchange_date)
        return cls(days if not days or days[0] <= start else [start, *days])

    def accrued(self, contract: Contract, state: State, day: date) -> Value:
        """Return the fees accrued by a day; state is that before it, with its fees."""
        terms = contract.terms
        if not terms.fee_rate:
            return ZERO
        if terms.fee_basis is FeeBasis.RATE:
            part = contract.timing.year_part(state.counted_to, day)
            return state.fees + state.balance * (part * terms.fee_rate)
        place = bisect_right(self.days, day)
        if place == 0 or place == len(self.days):
            return ZERO
        start, end = self.days[place - 1], self.days[place]
        whole = contract.timing.year_part(start, end)
        return terms.fee_rate * contract.timing.year_part(start, day) / whole if whole else ZERO


def opening(contract: Contract, fees: FeePeriods) -> State:
    """Return the state that the first event after the status date finds."""
    terms = contract.terms
    payment: Value | None = terms.next_principal_redemption_payment
    if terms.contract_type is ContractType.LAM and payment is None and terms.principal.is_given:
        payment = equal_part(contract)
    state = State(
        payment=payment,
        interest_scale=terms.interest_scaling_multiplier if terms.scales_interest else ONE,
        principal_scale=terms.notional_scaling_multiplier if terms.scales_principal else ONE,
        counted_to=counted_day(terms.status_date),
    )
    if not terms.has_started:
        return state
    state = based(contract, evolve(state, balance=terms.notional_principal, rate=terms.rate))
    state = evolve(state, accrued=_accrued_interest(contract, state))
    state = evolve(state, fees=_accrued_fees(contract, state, fees))
    if terms.contract_type is ContractType.ANN and payment is None and not first_fixing(contract):
        return evolve(state, payment=level_payment_from(contract, state, terms.status_date))
    return state


def _accrued_interest(contract: Contract, state: State) -> Value:
    """Return the interest since it was last paid; what is capitalised is in the principal."""
    terms = contract.terms
    if terms.accrued_interest is not None:
        return terms.accrued_interest
    if terms.contract_type in (ContractType.CLM, ContractType.UMP):
        return ZERO
    passed = [m for m in interest_moments(contract) if m < terms.status_date]
    if not passed:
        return ZERO
    last = contract.shifted_day(passed[-1])
    return state.base * (contract.timing.year_part(last, state.counted_to) * state.rate)


def _accrued_fees(contract: Contract, state: State, fees: FeePeriods) -> Value:
    """Return the fees since they were last paid, or since the start."""
    terms = contract.terms
    if terms.fee_accrued is not None:
        return terms.fee_accrued
    place = bisect_right(fees.days, state.counted_to)
    if place == 0:
        return ZERO
    since = evolve(state, counted_to=fees.days[place - 1], fees=ZERO)
    return fees.accrued(contract, since, state.counted_to)
