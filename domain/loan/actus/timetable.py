"""Which events a contract has, and when: its schedule by contract type.

Source: ACTUS Technical Specification 1.1, contract schedules of PAM, LAM, NAM, ANN, LAX, CLM, UMP.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from attrs import evolve

from domain.loan.actus.contract import Contract
from domain.loan.actus.interest_dates import (
    capitalised_first,
    interest_moments,
    stepwise,
)
from domain.loan.actus.kinds import (
    SEQUENCE,
    ContractType,
    EventType,
    InterestBasis,
    Penalty,
    PrepaymentEffect,
)
from domain.loan.actus.maturity import call_of
from domain.loan.actus.payment import first_fixing
from domain.loan.actus.schedule import plus
from domain.loan.actus.state import Event
from domain.loan.actus.terms import TermsError

REDEEMING: Final = (ContractType.LAM, ContractType.NAM, ContractType.ANN)
# Where payments feed balances, exact numbers grow with each: ten years of days take seconds.
FEEDING: Final = (EventType.PR, EventType.IPCI)
FEEDING_MAX: Final = 4_000


def timetable(contract: Contract) -> list[Event]:
    """Return the events of a contract after its status date, in the order they are taken."""
    found = [
        *_exchanges(contract),
        *_principal(contract),
        *_interest(contract),
        *_resets(contract),
        *_fixings(contract),
        *_others(contract),
    ]
    happening = [event for event in found if _happens(contract, event)]
    if sum(event.kind in FEEDING for event in happening) > FEEDING_MAX:
        raise TermsError("maturityDate", f"lies more than {FEEDING_MAX:,} payments ahead")
    return sorted([*happening, *_settlement(contract)], key=lambda e: (e.time, e.place))


def _happens(contract: Contract, event: Event) -> bool:
    """Tell whether an event falls after the status date and by the end, and before a sale."""
    terms = contract.terms
    last = min(contract.end, contract.to or contract.end, terms.termination_date or contract.end)
    return terms.status_date < event.time <= last


def _exchanges(contract: Contract) -> Iterator[Event]:
    """Yield what is agreed for single days: start, purchase, termination, maturity."""
    terms = contract.terms
    yield contract.event(EventType.IED, terms.initial_exchange_date)
    if terms.purchase_date:
        yield contract.event(EventType.PRD, terms.purchase_date)
    if terms.termination_date:
        yield contract.event(EventType.TD, terms.termination_date)
    if terms.contract_type is not ContractType.UMP and not _call(contract):
        yield contract.event(EventType.MD, contract.end)


def _call(contract: Contract) -> datetime | None:
    """Return when call money is called, if it is."""
    if contract.terms.contract_type is not ContractType.CLM:
        return None
    return call_of(contract.terms, contract.observed, contract.to)


def _settlement(contract: Contract) -> list[Event]:
    """Return the call and what it leads to: settled after the notice, however long it is."""
    call, notice = _call(contract), contract.terms.x_day_notice
    if call is None:
        return []
    settled = plus(call, notice) if notice else call
    interest = contract.event(EventType.IP, settled)
    return [
        contract.event(EventType.XD, call),
        evolve(interest, place=SEQUENCE[EventType.XD]),  # The call comes first.
        contract.event(EventType.STD, settled),
    ]


def _principal(contract: Contract) -> Iterator[Event]:
    """Yield redemptions, increases and prepayments."""
    terms, observed = contract.terms, contract.observed
    if terms.contract_type in REDEEMING and terms.principal.is_given:
        for moment in contract.moments(terms.principal, with_end=False):
            yield contract.shifted(EventType.PR, moment)
    if terms.contract_type is ContractType.LAX:
        for step, moment in stepwise(contract, terms.principal_steps):
            kind = EventType.PI if step.flag else EventType.PR
            yield contract.shifted(kind, moment, step.value)
    if terms.contract_type is ContractType.UMP:
        for move in observed.of_kind(EventType.PR, EventType.PI):
            yield contract.event(move.kind, move.time, move.value)
    if terms.prepayment_effect is not PrepaymentEffect.NONE:
        for move in observed.of_kind(EventType.PP):
            if terms.penalty_type is not Penalty.NONE:
                yield contract.event(EventType.PY, move.time)
            yield contract.event(EventType.PP, move.time, move.value)


def _interest(contract: Contract) -> Iterator[Event]:
    """Yield interest payments and capitalisations."""
    terms = contract.terms
    if terms.contract_type in (ContractType.CLM, ContractType.UMP):
        if terms.nominal_interest_rate is not None and terms.interest.is_given:
            for moment in contract.moments(terms.interest, with_end=False):
                yield contract.shifted(EventType.IPCI, moment)
        if terms.contract_type is ContractType.CLM and not _call(contract):
            yield contract.event(EventType.IP, contract.end)
    elif terms.nominal_interest_rate is not None:
        yield from capitalised_first(contract, interest_moments(contract))


def _resets(contract: Contract) -> Iterator[Event]:
    """Yield rate resets; the next after the status date may be fixed already."""
    terms = contract.terms
    if terms.contract_type is ContractType.LAX:
        resets = [
            contract.shifted(EventType.RRF if step.flag else EventType.RR, moment, step.value)
            for step, moment in stepwise(contract, terms.rate_steps)
        ]
    else:
        moments = contract.moments(terms.rate_reset, with_end=False)
        resets = [contract.shifted(EventType.RR, m, terms.rate_spread) for m in moments]
    is_fixed = terms.next_reset_rate is None
    for reset in resets:
        if terms.next_reset_rate is not None and not is_fixed and reset.time > terms.status_date:
            is_fixed = True
            yield contract.shifted(EventType.RRF, reset.scheduled, terms.next_reset_rate)
        else:
            yield reset


def _fixings(contract: Contract) -> Iterator[Event]:
    """Yield fixings of the level payment, the interest base and the scaling index."""
    terms = contract.terms
    if terms.contract_type is ContractType.ANN:
        if first := first_fixing(contract):
            yield _before_payment(contract, first)
        for reset in _resets(contract):
            yield contract.shifted(EventType.PRF, reset.scheduled)
    if terms.interest_base is InterestBasis.NTL:
        for moment in contract.moments(terms.interest_base_fixing, with_end=False):
            yield contract.shifted(EventType.IPCB, moment)
    if terms.scales_interest or terms.scales_principal:
        for moment in contract.moments(terms.scaling, with_end=False):
            yield contract.shifted(EventType.SC, moment)


def _before_payment(contract: Contract, moment: datetime) -> Event:
    """Return the first fixing, shifted, but at the latest the day before the payment itself."""
    due = contract.shifted(EventType.PR, contract.moments(contract.terms.principal)[0])
    fixing = contract.shifted(EventType.PRF, moment)
    if fixing.time < due.time:
        return fixing
    return contract.event(EventType.PRF, due.time - timedelta(1))


def _others(contract: Contract) -> Iterator[Event]:
    """Yield fees, credit events and analyses."""
    for moment in fee_moments(contract):
        yield contract.shifted(EventType.FP, moment)
    for seen in contract.observed.of_kind(EventType.CE, EventType.AD):
        yield contract.event(seen.kind, seen.time, seen.value)


def fee_moments(contract: Contract) -> list[datetime]:
    """Return when fees are paid; the last with the end."""
    terms = contract.terms
    if not terms.fee_rate:
        return []
    return contract.moments(terms.fee, with_end=terms.contract_type is not ContractType.UMP)
