"""What is known of a drawdown."""

from collections.abc import Mapping
from enum import StrEnum
from typing import assert_never

import attrs
from attrs import field, frozen

from domain.drawdown.events import (
    ConditionMet,
    DrawdownCancelled,
    DrawdownChecked,
    DrawdownEvent,
    DrawdownReleased,
    DrawdownRequested,
    DrawdownReversed,
    FundsArrived,
    PaymentDelayed,
    UseRecorded,
)
from domain.money import Money


class Stage(StrEnum):
    """How far a drawdown has come."""

    REQUESTED = "requested"
    CHECKED = "checked"
    RELEASED = "released"
    CANCELLED = "cancelled"
    REVERSED = "reversed"


@frozen(kw_only=True)
class Drawing:
    """A drawdown, from its request to the use of the money; requested is None before."""

    requested: DrawdownRequested | None = None
    met: Mapping[str, ConditionMet] = field(factory=dict)
    checked: DrawdownChecked | None = None
    released: DrawdownReleased | None = None
    cancelled: DrawdownCancelled | None = None
    undone: DrawdownReversed | None = None
    delayed: Mapping[str, PaymentDelayed] = field(factory=dict)
    arrived: Mapping[str | None, FundsArrived] = field(factory=dict)
    uses: Mapping[str, UseRecorded] = field(factory=dict)

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.undone:
            return Stage.REVERSED
        if self.cancelled:
            return Stage.CANCELLED
        if self.released:
            return Stage.RELEASED
        return Stage.CHECKED if self.checked else Stage.REQUESTED

    @property
    def paid_over(self) -> Money:
        """What is paid in all: the amount, less what was kept back of a discounted bill."""
        assert self.requested is not None
        kept_back = self.released.kept_back if self.released else None
        amount = self.requested.amount
        return amount - kept_back.interest if kept_back else amount

    @property
    def own_part(self) -> Money:
        """What goes to the borrower, and not to payees."""
        assert self.requested is not None
        amount = self.paid_over
        return Money(amount.fen - sum(p.amount.fen for p in self.requested.payees), amount.currency)

    @property
    def unmet(self) -> tuple[str, ...]:
        """The numbers of the conditions that are not met."""
        conditions = self.requested.conditions if self.requested else ()
        return tuple(c.condition_id for c in conditions if c.condition_id not in self.met)


def evolve(known: Drawing, event: DrawdownEvent) -> Drawing:
    """Return what is known after an event."""
    match event:
        case DrawdownRequested():
            return Drawing(requested=event)
        case ConditionMet():
            return attrs.evolve(known, met={**known.met, event.condition_id: event})
        case DrawdownChecked():
            return attrs.evolve(known, checked=event)
        case DrawdownReleased():
            return attrs.evolve(known, released=event)
        case DrawdownCancelled():
            return attrs.evolve(known, cancelled=event)
        case DrawdownReversed():
            return attrs.evolve(known, undone=event)
        case PaymentDelayed():
            return attrs.evolve(known, delayed={**known.delayed, event.payee_id: event})
        case FundsArrived():
            return attrs.evolve(known, arrived={**known.arrived, event.payee_id: event})
        case UseRecorded():
            return attrs.evolve(known, uses={**known.uses, event.reference: event})
    assert_never(event)
