"""What is known of an entrustment."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import field, frozen

from domain.entrustment.events import (
    EntrustmentAccepted,
    EntrustmentEnded,
    EntrustmentEvent,
    EntrustmentTakenUp,
    FeeCollected,
    FundsDeposited,
    FundsLent,
    FundsReturned,
    FundsUnlent,
)
from domain.facts.entrusting import Entrustment
from domain.ids import ApplicationId, ContractId, LoanId, ReceiptNo
from domain.money import Money

Booked = FundsDeposited | FundsReturned | FeeCollected


@frozen(kw_only=True)
class Entrusted:
    """An entrustment, from its acceptance to its end; accepted is None before."""

    accepted: EntrustmentAccepted | None = None
    booked: Mapping[ReceiptNo, Booked] = field(factory=dict)  # By number, in order of knowing.
    lent: Mapping[LoanId, FundsLent] = field(factory=dict)  # Notes that stand.
    unlent: frozenset[LoanId] = frozenset()
    contract_id: ContractId | None = None
    ended: EntrustmentEnded | None = None

    def sum_of(self, kind: type[Booked]) -> Money:
        """Return what was booked of a kind in all; the entrustment must have been accepted."""
        fen = sum(each.amount.fen for each in self.booked.values() if isinstance(each, kind))
        return Money(fen, self.currency)

    @property
    def currency(self) -> str:
        """The currency of all its money."""
        assert self.accepted is not None
        return self.accepted.terms.amount.currency

    @property
    def held(self) -> Money:
        """What was deposited, and neither lent nor returned; >= 0."""
        lent = Money(sum(each.amount.fen for each in self.lent.values()), self.currency)
        return self.sum_of(FundsDeposited) - self.sum_of(FundsReturned) - lent


def evolve(known: Entrusted, event: EntrustmentEvent) -> Entrusted:
    """Return what is known after an event."""
    match event:
        case EntrustmentAccepted():
            return Entrusted(accepted=event)
        case FundsDeposited() | FundsReturned() | FeeCollected():
            return attrs.evolve(known, booked={**known.booked, event.reference: event})
        case FundsLent():
            return attrs.evolve(known, lent={**known.lent, event.loan_id: event})
        case FundsUnlent():
            lent = {note: each for note, each in known.lent.items() if note != event.loan_id}
            return attrs.evolve(known, lent=lent, unlent=known.unlent | {event.loan_id})
        case EntrustmentTakenUp():
            return attrs.evolve(known, contract_id=event.contract_id)
        case EntrustmentEnded():
            return attrs.evolve(known, ended=event)
    assert_never(event)


def fact(application_id: ApplicationId, known: Entrusted) -> Entrustment | None:
    """Return what others may know of an entrustment; None before it was accepted."""
    accepted = known.accepted
    if accepted is None:
        return None
    return Entrustment(
        application_id=application_id,
        customer_id=accepted.customer_id,
        entrusted_by=accepted.entrusted_by,
        terms=accepted.terms,
        service_fee=accepted.service_fee,
        contract_id=known.contract_id,
        held=known.held,
        ended=known.ended is not None,
        people=(accepted.accepted_by,),
        accepted_on=accepted.accepted_on,
    )
