"""What is fixed anew: rates, level payments, the interest base, the scaling of payments.

Source: ACTUS Technical Specification 1.1, STF of RR, RRF, IPCB and SC; Data Dictionary, periodCap
and periodFloor (the most that a rate may rise, and fall, from one reset to the next).
"""

from attrs import evolve

from domain.loan.actus.contract import Contract
from domain.loan.actus.exact import Value
from domain.loan.actus.payment import level_payment_at_start, level_payment_from
from domain.loan.actus.state import Event, State
from domain.loan.actus.terms import ZERO


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
    if state.balance == 0:  # Before the start and after the end, there is nothing to solve for.
        return ZERO, state
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
