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
from domain.loan.actus.exact import Exact, Value, exact
from domain.loan.actus.kinds import (
    BY_PAYMENT,
    ContractType,
    EventType,
    FeeBasis,
    InterestBase,
    Penalty,
)
from domain.loan.actus.payment import first_fixing, level_payment_at_start, level_payment_from
from domain.loan.actus.schedule import counted_day
from domain.loan.actus.state import NOUGHT, Event, State
from domain.loan.actus.terms import ZERO, TermsError

Effect = Callable[[Contract, State, Event], tuple[Value, State]]


def exchanged(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """IED: the principal is paid out, with its premium or less its discount."""
    terms = contract.terms
    state = based(contract, evolve(state, balance=terms.notional_principal, rate=terms.rate))
    state = evolve(state, accrued=_accrued_before(contract, state, event))
    is_fixed = state.payment is not None or first_fixing(contract) is not None
    if terms.contract_type is ContractType.ANN and not is_fixed:
        state = evolve(state, payment=level_payment_at_start(contract, state))
    return -(terms.notional_principal + terms.premium_discount_at_ied), state


def _accrued_before(contract: Contract, state: State, event: Event) -> Value:
    """Return the interest that the principal brings with it: as agreed, or since its anchor."""
    terms = contract.terms
    if terms.accrued_interest is not None:
        return terms.accrued_interest
    anchor = terms.interest.anchor
    if anchor is None or anchor >= event.time:
        return ZERO
    since = contract.timing.year_part(counted_day(anchor), event.counted)
    return state.balance * (since * state.rate)


def based(contract: Contract, state: State) -> State:
    """Return the state with what interest is calculated on from the start."""
    terms = contract.terms
    if terms.interest_base is InterestBase.NT or terms.interest_base_amount is None:
        return evolve(state, base=state.balance)
    return evolve(state, base=terms.interest_base_amount)


def redeemed(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """PR: a payment of principal, never more than is owed."""
    kind = contract.terms.contract_type
    if kind is ContractType.UMP:
        return moved(contract, state, event)
    due = exact(event.value) if kind is ContractType.LAX else _payment(state)
    if kind in BY_PAYMENT:
        due = due - state.accrued
    amount = min(due, state.balance)
    return amount * state.principal_scale, rebalanced(contract, state, state.balance - amount)


def increased(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """PI: principal is drawn."""
    if contract.terms.contract_type is ContractType.UMP:
        return moved(contract, state, event)
    drawn = rebalanced(contract, state, state.balance + event.value)
    return -state.principal_scale * event.value, drawn


def moved(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """PP, and PR and PI that were observed: the value is the cash flow as the record sees it."""
    amount = contract.terms.contract_role.sign * event.value
    if event.kind is EventType.PP and amount > state.balance:
        raise TermsError(
            "eventsObserved",
            f"the prepayment of {event.time.isoformat()} is more than the principal owed",
        )
    return amount, rebalanced(contract, state, state.balance - amount)


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


def matured(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """MD and STD: all that is owed is paid."""
    principal = state.balance * state.principal_scale
    return principal + state.accrued * state.interest_scale + state.fees, ended(state)


def reset(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """RR: the market rate times the multiplier plus the spread, within caps and floors."""
    terms = contract.terms
    code = terms.market_object_code_of_rate_reset
    market = contract.observed.value(code, event.scheduled, of="marketObjectCodeOfRateReset")
    change = market * terms.rate_multiplier + event.value - state.rate
    if terms.period_floor is not None:
        change = max(change, -abs(terms.period_floor))
    if terms.period_cap is not None:
        change = min(change, terms.period_cap)
    rate = state.rate + change
    if terms.life_floor is not None:
        rate = max(rate, terms.life_floor)
    if terms.life_cap is not None:
        rate = min(rate, terms.life_cap)
    return ZERO, evolve(state, rate=rate)


def reset_to(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """RRF: the rate that was fixed before."""
    return ZERO, evolve(state, rate=event.value)


def payment_fixed(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """PRF: the level payment is solved anew; the first time, from one cycle before it."""
    if state.payment is None:
        return ZERO, evolve(state, payment=level_payment_at_start(contract, state))
    return ZERO, evolve(state, payment=level_payment_from(contract, state, event.scheduled))


def base_fixed(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """IPCB: interest is calculated on the balance as it is now."""
    return ZERO, evolve(state, base=state.balance)


def scaled(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """SC: payments are scaled by what the index has grown to since the contract was made."""
    terms = contract.terms
    code = terms.market_object_code_of_scaling_index
    index = contract.observed.value(code, event.scheduled, of="marketObjectCodeOfScalingIndex")
    assert terms.scaling_index_at_contract_deal_date, "scaling has an index to start from"
    scale = index / terms.scaling_index_at_contract_deal_date
    return ZERO, evolve(
        state,
        interest_scale=scale if terms.scales_interest else state.interest_scale,
        principal_scale=scale if terms.scales_principal else state.principal_scale,
    )


def called(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """XD: while the notice runs, nothing accrues; what has is due when it ends."""
    if contract.terms.x_day_notice is None:
        return ZERO, state
    return ZERO, evolve(state, called=state.accrued, accrued=ZERO, is_called=True)


def seen(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """CE and AD: nothing is paid, and nothing changes but what has accrued."""
    return ZERO, state


def ended(state: State) -> State:
    """Return the state with nothing owed; the rate stays to be seen."""
    return evolve(state, balance=ZERO, accrued=ZERO, fees=ZERO, base=ZERO)


def rebalanced(contract: Contract, state: State, balance: Exact) -> State:
    """Return the state with another balance, and the interest base with it where it follows."""
    terms = contract.terms
    follows = terms.interest_base is InterestBase.NT or (
        terms.interest_base is InterestBase.NTIED and terms.contract_type not in BY_PAYMENT
    )
    return evolve(state, balance=balance, base=balance if follows else state.base)


def _payment(state: State) -> Exact:
    assert state.payment is not None, "it was given or fixed before the first is due"
    return state.payment


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
