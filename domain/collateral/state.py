"""Collateral as known so far."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

import attrs
from attrs import frozen

from domain.collateral.events import (
    CollateralBound,
    CollateralChecked,
    CollateralEvent,
    CollateralRealised,
    CollateralRegistered,
    CollateralReleased,
    RegistrationRecorded,
    ValuationRecorded,
    VaultCounted,
    VaultEntered,
    VaultLeft,
)
from domain.collateral.values import BY_REGISTRATION, VaultReason
from domain.facts.security import Binding, Security
from domain.facts.terms import SecurityWay
from domain.money import Money


@frozen(kw_only=True)
class Collateral:
    """What was offered, what it is worth, what it secures, and where its papers are."""

    offered: CollateralRegistered
    valuations: Mapping[str, ValuationRecorded] = attrs.field(factory=dict)  # By number.
    bound: Mapping[str, CollateralBound] = attrs.field(factory=dict)  # By contract.
    right: RegistrationRecorded | None = None
    entered: Mapping[str, VaultEntered] = attrs.field(factory=dict)  # By list; as it last went in.
    left: Mapping[str, VaultLeft] = attrs.field(factory=dict)  # Of lists that are out.
    counts: Mapping[str, VaultCounted] = attrs.field(factory=dict)
    checks: Mapping[str, CollateralChecked] = attrs.field(factory=dict)
    realised: CollateralRealised | None = None
    released_on: date | None = None

    @property
    def ended_on(self) -> date | None:
        """The day from which it secures nothing any more; None while it stands."""
        return self.realised.realised_on if self.realised else self.released_on

    @property
    def valued(self) -> ValuationRecorded | None:
        """The latest valuation; of two for one day, the later known."""
        return max(self.valuations.values(), key=lambda one: one.valued_on, default=None)

    @property
    def inside(self) -> tuple[str, ...]:
        """The lists whose papers or goods are in the vault."""
        return tuple(no for no in self.entered if no not in self.left)

    @property
    def secured(self) -> Money:
        """The debts that it secures, together, in the currency of its value."""
        currency = self.valued.valuation.currency if self.valued else "CNY"
        return Money(sum(one.amount.fen for one in self.bound.values()), currency)

    def shortfall(self, counts: Money) -> Money:
        """Return by how much what counts falls short of what it secures; never below nothing."""
        return Money(max(self.secured.fen - counts.fen, 0), counts.currency)

    @property
    def held(self) -> bool:
        """Whether its papers or goods are in the vault, or only lent out of it."""
        lent = (one.reason is VaultReason.LENT for one in self.left.values())
        return bool(self.inside) or any(lent)


State = Collateral | None  # None before it is registered.


def evolve(state: State, event: CollateralEvent) -> State:
    """Return the collateral after an event."""
    if isinstance(event, CollateralRegistered):
        return Collateral(offered=event)
    assert state is not None
    match event:
        case ValuationRecorded():
            return attrs.evolve(state, valuations={**state.valuations, event.valuation_no: event})
        case CollateralBound():
            return attrs.evolve(state, bound={**state.bound, event.contract_id: event})
        case RegistrationRecorded():
            return attrs.evolve(state, right=event)
        case VaultEntered():
            left = {no: one for no, one in state.left.items() if no != event.list_no}
            return attrs.evolve(state, entered={**state.entered, event.list_no: event}, left=left)
        case VaultLeft():
            return attrs.evolve(state, left={**state.left, event.list_no: event})
        case VaultCounted():
            return attrs.evolve(state, counts={**state.counts, event.count_no: event})
        case CollateralChecked():
            return attrs.evolve(state, checks={**state.checks, event.check_no: event})
        case CollateralRealised():
            return attrs.evolve(state, realised=event)
        case CollateralReleased():
            return attrs.evolve(state, released_on=event.on)
    assert_never(event)


def fact(collateral_id: str, state: State) -> Security | None:
    """Return what others may know of collateral."""
    if state is None:
        return None
    valued = state.valued
    return Security(
        stream=f"collateral-{collateral_id}",
        way=state.offered.way,
        given_by=state.offered.owner_id,
        contracts=tuple(state.bound),
        value=valued.valuation if valued else Money(0),
        counts=valued.counts if valued else Money(0),
        must_register=state.offered.kind in BY_REGISTRATION,
        registered_on=state.right.registered_on if state.right else None,
        must_be_held=state.offered.way is SecurityWay.PLEDGE or state.right is not None,
        held=state.held,
        released_on=state.ended_on,
        registered_until=state.right.expires_on if state.right else None,
        bindings=tuple(Binding(one.contract_id, one.amount) for one in state.bound.values()),
        people=(state.offered.registered_by, *(one.valued_by for one in state.valuations.values())),
    )
