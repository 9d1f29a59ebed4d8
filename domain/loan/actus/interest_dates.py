"""When interest falls due, and whether it is then paid or joins the balance.

Source: ACTUS Technical Specification 1.1, schedules IP and IPCI of PAM, NAM and LAX; Data
Dictionary, capitalizationEndDate (up to it interest is capitalised, once more on the day itself,
and from then on paid on the same cycle).
"""

from collections.abc import Iterator
from datetime import datetime

from domain.loan.actus.contract import Contract
from domain.loan.actus.kinds import BY_PAYMENT, ContractType, EventType
from domain.loan.actus.state import Event
from domain.loan.actus.terms import Step


def stepwise(contract: Contract, steps: tuple[Step, ...]) -> Iterator[tuple[Step, datetime]]:
    """Yield the moments of an array schedule, each with the entry that it belongs to."""
    if not steps:
        return
    ends = [step.series.anchor for step in steps[1:]] + [contract.end]
    for step, end in zip(steps, ends, strict=True):
        for moment in contract.moments(step.series, end, with_end=False):
            if moment < contract.end:
                yield step, moment


def interest_moments(contract: Contract) -> list[datetime]:
    """Return when interest falls due, the contract's end included."""
    terms = contract.terms
    if terms.contract_type is ContractType.LAX and terms.interest_steps:
        regular = {moment for _, moment in stepwise(contract, terms.interest_steps)}
        return sorted(regular | {contract.end})
    first = contract.first(terms.principal)
    if terms.contract_type not in BY_PAYMENT or first is None:
        return contract.moments(terms.interest)
    # With payments, interest falls due with each; before the first, on its own cycle.
    return sorted({*_before(contract, first), *contract.moments(terms.principal)})


def _before(contract: Contract, first: datetime) -> list[datetime]:
    """Return when interest falls due up to one cycle before the first payment."""
    interest, cycle = contract.terms.interest, contract.terms.principal.cycle
    last = contract.after(first, cycle, -1) if cycle else first
    start = contract.first(interest)
    return contract.moments(interest, last) if start and start <= last else []


def capitalised_first(contract: Contract, moments: list[datetime]) -> Iterator[Event]:
    """Yield what falls due up to the end of capitalisation as capitalised, the rest as paid."""
    end = contract.terms.capitalization_end_date
    if end is not None:
        yield contract.event(EventType.IPCI, end)
    for moment in moments:
        if end is None or moment > end:
            yield contract.shifted(EventType.IP, moment)
        elif moment < end:
            yield contract.shifted(EventType.IPCI, moment)
