"""What is known of a bill that was discounted."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final, assert_never

import attrs
from attrs import field, frozen

from domain.bill.events import (
    BillEnded,
    BillEvent,
    BillGivenUp,
    BillPresented,
    BillRefused,
    BillReopened,
    BillTakenUp,
    RecourseClaimed,
)
from domain.calendar import months_after

ON_ENDORSERS: Final = 6  # Months from the refusal: recourse on who endorsed the bill to us.
ON_ACCEPTOR: Final = 24  # Months from maturity: the acceptor and the drawer. Source: 票据法 第17条.


class BillStage(StrEnum):
    """How far a bill has come."""

    HELD = "held"
    PRESENTED = "presented"
    REFUSED = "payment_refused"
    RECOURSE = "recourse"
    ENDED = "ended"  # Paid or taken back.


@frozen(kw_only=True)
class Holding:
    """A bill from the day of its discount; taken is None while it is not ours."""

    taken: BillTakenUp | None = None
    presented: BillPresented | None = None
    refused: BillRefused | None = None
    claims: Mapping[str, RecourseClaimed] = field(factory=dict)
    ended_on: date | None = None

    @property
    def held_for(self) -> str | None:
        """The loan that holds it; None where none does."""
        return self.taken.loan_id if self.taken and self.ended_on is None else None

    @property
    def stage(self) -> BillStage:
        """How far it has come."""
        if self.ended_on:
            return BillStage.ENDED
        if self.claims:
            return BillStage.RECOURSE
        if self.refused:
            return BillStage.REFUSED
        return BillStage.PRESENTED if self.presented else BillStage.HELD

    @property
    def recourse_until(self) -> date | None:
        """The last day of recourse on endorsers; None before payment was refused."""
        refused = self.refused
        return months_after(refused.on, ON_ENDORSERS, refused.on.day) if refused else None

    @property
    def rights_until(self) -> date | None:
        """The last day of the rights against acceptor and drawer."""
        if self.taken is None:
            return None
        maturity = self.taken.bill.matures_on
        return months_after(maturity, ON_ACCEPTOR, maturity.day)


def evolve(known: Holding, event: BillEvent) -> Holding:
    """Return what is known after an event."""
    match event:
        case BillTakenUp():
            return Holding(taken=event)
        case BillGivenUp():
            return Holding()
        case BillPresented():
            return attrs.evolve(known, presented=event)
        case BillRefused():
            return attrs.evolve(known, refused=event)
        case RecourseClaimed():
            return attrs.evolve(known, claims={**known.claims, event.reference: event})
        case BillEnded():
            return attrs.evolve(known, ended_on=event.on)
        case BillReopened():
            return attrs.evolve(known, ended_on=None)
    assert_never(event)
