"""What events pay of the principal, and what they leave of it.

Source: ACTUS Technical Specification 1.1, POF and STF of IED, PR, PI, PP, MD (PAM, LAM, NAM, ANN,
LAX, CLM, UMP).  A redemption is never more than is owed, as in the published case ann13.
"""

from attrs import evolve

from domain.loan.actus.contract import Contract
from domain.loan.actus.exact import Exact, Value, exact
from domain.loan.actus.kinds import BY_PAYMENT, ContractType, EventType, InterestBasis
from domain.loan.actus.payment import first_fixing, level_payment_at_start
from domain.loan.actus.schedule import counted_day
from domain.loan.actus.state import NOUGHT, Event, State
from domain.loan.actus.terms import ZERO, TermsError


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
    if terms.interest_base is InterestBasis.NT or terms.interest_base_amount is None:
        return evolve(state, base=state.balance)
    return evolve(state, base=terms.interest_base_amount)


def redeemed(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """PR: a payment of principal, never more than is owed."""
    kind = contract.terms.contract_type
    if kind is ContractType.UMP:
        return moved(contract, state, event)
    due, state = _due(contract, state, event)
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


def matured(contract: Contract, state: State, event: Event) -> tuple[Value, State]:
    """MD and STD: all that is owed is paid."""
    principal = state.balance * state.principal_scale
    return principal + state.accrued * state.interest_scale + state.fees, ended(state)


def ended(state: State) -> State:
    """Return the state with nothing owed; the rate stays to be seen."""
    return evolve(state, balance=ZERO, accrued=ZERO, fees=ZERO, base=ZERO)


def rebalanced(contract: Contract, state: State, balance: Exact) -> State:
    """Return the state with another balance, and the interest base with it where it follows."""
    terms = contract.terms
    follows = terms.interest_base is InterestBasis.NT or (
        terms.interest_base is InterestBasis.NTIED and terms.contract_type not in BY_PAYMENT
    )
    return evolve(state, balance=balance, base=balance if follows else state.base)


def _due(contract: Contract, state: State, event: Event) -> tuple[Exact, State]:
    """Return what is to be redeemed, and the state with the payment that it comes from."""
    kind, payment = contract.terms.contract_type, state.payment
    if kind is ContractType.LAX:
        return exact(event.value), state
    if payment is None:
        if state.balance == 0:  # Before the start, nothing is due.
            return NOUGHT, state
        payment = level_payment_at_start(contract, state)
    if kind not in BY_PAYMENT:
        return payment, state
    payment = payment.beside(state.accrued)
    return payment - state.accrued, evolve(state, payment=payment)
