"""A guarantee as known so far."""

from datetime import date
from typing import assert_never

import attrs
from attrs import frozen

from domain.facts.security import Binding, Security
from domain.facts.terms import SecurityWay
from domain.guarantee.events import (
    GuaranteeBound,
    GuaranteeEvent,
    GuaranteeGiven,
    GuaranteeReleased,
    RefinancingAgreed,
    ReleaseNoticeRecorded,
)


@frozen(kw_only=True)
class Guarantee:
    """What was guaranteed, by which contract, and whether it stands."""

    given: GuaranteeGiven
    contract_id: str | None = None
    notice: ReleaseNoticeRecorded | None = None
    refinancing: RefinancingAgreed | None = None
    released_on: date | None = None


State = Guarantee | None  # None before it is given.


def evolve(state: State, event: GuaranteeEvent) -> State:
    """Return the guarantee after an event."""
    if isinstance(event, GuaranteeGiven):
        return Guarantee(given=event)
    assert state is not None
    match event:
        case GuaranteeBound():
            return attrs.evolve(state, contract_id=event.contract_id)
        case ReleaseNoticeRecorded():
            return attrs.evolve(state, notice=event)
        case RefinancingAgreed():
            return attrs.evolve(state, refinancing=event)
        case GuaranteeReleased():
            return attrs.evolve(state, released_on=event.on)
    assert_never(event)


def fact(guarantee_id: str, state: State) -> Security | None:
    """Return what others may know of a guarantee."""
    if state is None:
        return None
    given = state.given
    return Security(
        stream=f"guarantee-{guarantee_id}",
        way=SecurityWay.GUARANTEE,
        given_by=given.guarantor_id,
        contracts=(state.contract_id,) if state.contract_id else (),
        value=given.amount,
        counts=given.amount,
        must_register=False,
        registered_on=None,
        must_be_held=given.by_company,
        held=state.notice is not None,
        released_on=state.released_on,
        bindings=(Binding(state.contract_id, given.amount),) if state.contract_id else (),
    )
