"""What is known of a contract."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import field, frozen

from domain.contract.events import (
    ContractChecked,
    ContractDrafted,
    ContractDrawn,
    ContractEnded,
    ContractEvent,
    ContractPrinted,
    ContractSecured,
    ContractSentBack,
    ContractSigned,
    ContractUndrawn,
    ContractUnsecured,
    ContractVoided,
    CopiesMoved,
)
from domain.contract.values import CopiesWay
from domain.facts.contract import ContractStage
from domain.ids import ContractId, LoanId
from domain.money import Money


@frozen(kw_only=True)
class Agreement:
    """A contract, from its draft to its end; drafted is None before."""

    drafted: ContractDrafted | None = None
    checked: ContractChecked | None = None
    sent_back: ContractSentBack | None = None  # Since it was last drafted.
    printed: ContractPrinted | None = None
    signed: ContractSigned | None = None
    voided: ContractVoided | None = None
    ended: ContractEnded | None = None
    draws: Mapping[LoanId, Money] = field(factory=dict)  # Notes under it that stand.
    undrawn: frozenset[LoanId] = frozenset()  # Notes that were taken back.
    secured: Mapping[ContractId, Money] = field(factory=dict)  # Loan contracts, while it does.
    moves: Mapping[str, CopiesMoved] = field(factory=dict)

    @property
    def stage(self) -> ContractStage:
        """How far it has come."""
        if self.ended:
            return ContractStage.ENDED
        if self.voided:
            return ContractStage.VOIDED
        if self.signed:
            return ContractStage.SIGNED
        return ContractStage.CHECKED if self.checked else ContractStage.DRAFTED

    @property
    def in_custody(self) -> int:
        """How many copies are kept."""
        into = CopiesWay.INTO_CUSTODY
        return sum(m.copies if m.way is into else -m.copies for m in self.moves.values())


def evolve(known: Agreement, event: ContractEvent) -> Agreement:
    """Return what is known after an event."""
    match event:
        case ContractDrafted():
            return Agreement(drafted=event)
        case ContractChecked():
            return attrs.evolve(known, checked=event, sent_back=None)
        case ContractSentBack():
            return attrs.evolve(known, checked=None, sent_back=event)
        case ContractPrinted():
            return attrs.evolve(known, printed=event)
        case ContractSigned():
            return attrs.evolve(known, signed=event)
        case ContractVoided():
            return attrs.evolve(known, voided=event)
        case ContractEnded():
            return attrs.evolve(known, ended=event)
        case CopiesMoved():
            return attrs.evolve(known, moves={**known.moves, event.reference: event})
        case ContractDrawn():
            return attrs.evolve(known, draws={**known.draws, event.loan_id: event.amount})
        case ContractUndrawn():
            draws = {note: drawn for note, drawn in known.draws.items() if note != event.loan_id}
            return attrs.evolve(known, draws=draws, undrawn=known.undrawn | {event.loan_id})
        case ContractSecured():
            secured = {**known.secured, event.loan_contract_id: event.amount}
            return attrs.evolve(known, secured=secured)
        case ContractUnsecured():
            kept = {k: v for k, v in known.secured.items() if k != event.loan_contract_id}
            return attrs.evolve(known, secured=kept)
    assert_never(event)
