"""What each event pays and what it does to the state: payoff and transition functions.

Both are seen from the lender.  Every function gets the state as it has accrued up to the event,
and returns the payoff and the state after.

Source: ACTUS Technical Specification 1.1, payoff functions (POF) and state transition functions
(STF) of PAM, LAM, NAM, ANN, LAX, CLM and UMP.
"""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import evolve

from domain.loan.actus.contract import Contract
from domain.loan.actus.exact import Value
from domain.loan.actus.kinds import EventType, FeeBasis, Penalty
from domain.loan.actus.principal import (
    ended,
    exchanged,
    increased,
    matured,
    moved,
    rebalanced,
    redeemed,
)
from domain.loan.actus.resets import base_fixed, payment_fixed, reset, reset_to, scaled
from domain.loan.actus.state import NOUGHT, Event, State
from domain.loan.actus.terms import ZERO

Effect = Callable[[Contract, State, Event], tuple[Value, State]]


def penalised(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """PY: the penalty for a prepayment."""
    terms = contract.terms
    if terms.penalty_type is Penalty.AMOUNT:
        return terms.penalty_rate, state
    part = state.balance * state.elapsed
    if terms.penalty_type is Penalty.RATE:
        return part * terms.penalty_rate, state
    code = terms.market_object_code_of_rate_reset
    market = contract.observed.value(code, event.scheduled, of="marketObjectCodeOfRateReset")
    return part * max(ZERO, state.rate - market), state


def fee_paid(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """FP: the agreed amount, or what has accrued at the fee rate."""
    terms = contract.terms
    assert terms.fee_rate is not None, "there are fees"
    amount = terms.fee_rate if terms.fee_basis is FeeBasis.AMOUNT else state.fees
    return amount, evolve(state, fees=ZERO)


def interest_paid(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """IP: what has accrued, scaled, and what was due since a call."""
    amount = (state.accrued + state.called) * state.interest_scale
    return amount, evolve(state, accrued=ZERO, called=NOUGHT)


def capitalised(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """IPCI: what has accrued joins the balance."""
    joined = rebalanced(contract, state, state.balance + state.accrued)
    return ZERO, evolve(joined, accrued=ZERO)


def purchased(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """PRD: the price and the accrued interest, signed as the record has it, are paid."""
    terms = contract.terms
    assert terms.price_at_purchase_date is not None, "purchases have prices"
    signed = state.accrued * terms.contract_role.sign
    return -(signed + terms.price_at_purchase_date), state


def terminated(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """TD: the price and the accrued interest, signed as the record has it, are received."""
    terms = contract.terms
    assert terms.price_at_termination_date is not None, "terminations have prices"
    signed = state.accrued * terms.contract_role.sign
    return signed + terms.price_at_termination_date, ended(state)


def called(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """XD: while the notice runs, nothing accrues; what has is due when it ends."""
    if contract.terms.x_day_notice is None:
        return ZERO, state
    return ZERO, evolve(state, called=state.accrued, accrued=ZERO, is_called=True)


def seen(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """CE and AD: nothing is paid, and nothing changes but what has accrued."""
    return ZERO, state


EFFECTS: Final[Mapping[EventType, Effect]] = {
    EventType.IED: exchanged,
    EventType.FP: fee_paid,
    EventType.PR: redeemed,
    EventType.PI: increased,
    EventType.PY: penalised,
    EventType.PP: moved,
    EventType.IP: interest_paid,
    EventType.IPCI: capitalised,
    EventType.CE: seen,
    EventType.PRD: purchased,
    EventType.RRF: reset_to,
    EventType.RR: reset,
    EventType.PRF: payment_fixed,
    EventType.SC: scaled,
    EventType.IPCB: base_fixed,
    EventType.XD: called,
    EventType.STD: matured,
    EventType.MD: matured,
    EventType.TD: terminated,
    EventType.AD: seen,
}
