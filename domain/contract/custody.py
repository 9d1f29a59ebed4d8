"""Decisions: keep the copies of a contract, and end it."""

from collections.abc import Sequence
from typing import Final

from domain.contract.checking import CHECKERS
from domain.contract.commands import EndContract, MoveCopies
from domain.contract.drafting import DRAFTERS, drafted_of
from domain.contract.events import ContractEnded, ContractEvent, CopiesMoved
from domain.contract.rules import (
    CONTRACT_IS_DRAFTED,
    CONTRACT_IS_OPEN,
    CONTRACT_IS_PRINTED,
    CONTRACT_IS_SIGNED,
    COPIES_ARE_COUNTED,
    ENDED_AFTER_SIGNING,
    MOVED_BY_TODAY,
    NOTHING_HANGS_ON_IT,
    ONE_ENTRY_A_REFERENCE,
)
from domain.contract.state import Agreement
from domain.contract.values import CopiesWay
from domain.facts.contract import LENDING, ContractStage
from domain.facts.duty import require_duty
from domain.facts.staff import Post

KEEPERS: Final = (Post.CONTRACT_OFFICER, Post.VAULT_KEEPER)
_OVER: Final = (ContractStage.ENDED, ContractStage.VOIDED)


def move_copies(command: MoveCopies, known: Agreement) -> Sequence[ContractEvent]:
    """Take copies into custody or out of it; () where that entry is on record."""
    CONTRACT_IS_DRAFTED.require(known.drafted is not None)
    assert known.drafted is not None
    require_duty(command.staff, command.today, KEEPERS, known.drafted.customer_id)
    CONTRACT_IS_PRINTED.require(known.printed is not None)
    assert known.printed is not None
    recorded = known.moves.get(command.reference)
    if recorded and _said(recorded) == _said(command):
        return ()
    ONE_ENTRY_A_REFERENCE.require(recorded is None, reference=command.reference)
    MOVED_BY_TODAY.require(
        known.printed.printed_on <= command.on <= command.today,
        on=command.on,
        printed_on=known.printed.printed_on,
    )
    into = command.way is CopiesWay.INTO_CUSTODY
    kept = known.in_custody + (command.copies if into else -command.copies)
    COPIES_ARE_COUNTED.require(
        0 <= kept <= known.printed.copies, kept=known.in_custody, printed=known.printed.copies
    )
    moved = CopiesMoved(
        reference=command.reference,
        way=command.way,
        copies=command.copies,
        place=command.place,
        on=command.on,
        moved_by=command.actor,
    )
    return (moved,)


def _said(entry: MoveCopies | CopiesMoved) -> tuple[object, ...]:
    return entry.way, entry.copies, entry.place, entry.on


def end(command: EndContract, known: Agreement) -> Sequence[ContractEvent]:
    """End a signed contract; () where it ended on that day for that reason.

    Guards see to it that the notes under it have ended as well.
    """
    ended = ContractEnded(reason=command.reason, on=command.on)
    if known.ended:
        CONTRACT_IS_OPEN.require(known.ended == ended, ended_on=known.ended.on)
        return ()
    drafted = drafted_of(known)
    require_duty(command.staff, command.today, (*DRAFTERS, *CHECKERS), drafted.customer_id)
    CONTRACT_IS_SIGNED.require(known.signed is not None)
    assert known.signed is not None
    ENDED_AFTER_SIGNING.require(
        known.signed.signed_on <= command.on <= command.today,
        on=command.on,
        signed_on=known.signed.signed_on,
    )
    if drafted.kind not in LENDING:
        hanging = [one.contract_id for one in command.secured or () if one.stage not in _OVER]
        NOTHING_HANGS_ON_IT.require(not hanging, secures=", ".join(hanging))
    return (ended,)
