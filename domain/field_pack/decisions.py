"""What follows from a command to a field pack."""

from collections.abc import Sequence
from typing import Final, assert_never

from domain.facts.duty import require_duty
from domain.facts.staff import Post
from domain.field_pack.commands import IssueFieldPack, PackCommand, RecordSync, SettleEntry
from domain.field_pack.events import EntrySettled, FieldPackIssued, FieldPackSynced, PackEvent
from domain.field_pack.rules import (
    ENTRY_IS_OPEN,
    ENTRY_NAMED_ONCE,
    ONE_PACK_A_NUMBER,
    PACK_COMES_BACK_BY_ITS_OFFICER,
    PACK_IS_KNOWN,
)
from domain.field_pack.state import Pack, State

OFFICERS: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_HEAD,
    Post.INVESTIGATOR,
)


def decide(command: PackCommand, state: State) -> Sequence[PackEvent]:
    """Return what follows from a command."""
    match command:
        case IssueFieldPack():
            return issue_pack(command, state)
        case RecordSync():
            return record_sync(command, _known(state))
        case SettleEntry():
            return settle_entry(command, _known(state))
    assert_never(command)


def _known(state: State) -> Pack:
    PACK_IS_KNOWN.require(state is not None)
    assert state is not None
    return state


def issue_pack(command: IssueFieldPack, state: State) -> Sequence[PackEvent]:
    """Issue a pack; () where the same was issued."""
    issued = FieldPackIssued(
        officer=command.actor,
        customers=command.customers,
        known=command.known,
        on=command.today,
    )
    if state is not None:
        same = (state.issued.officer, state.issued.customers) == (issued.officer, issued.customers)
        ONE_PACK_A_NUMBER.require(same, officer=state.issued.officer)
        return ()
    staff = require_duty(command.staff, command.today, OFFICERS, None)
    for customer_id in command.customers:
        require_duty(staff, command.today, OFFICERS, customer_id)
    return (issued,)


def record_sync(command: RecordSync, pack: Pack) -> Sequence[PackEvent]:
    """Record outcomes that are new; () where none is."""
    PACK_COMES_BACK_BY_ITS_OFFICER.require(
        command.actor == pack.issued.officer, officer=pack.issued.officer
    )
    numbers = [result.entry_no for result in command.results]
    ENTRY_NAMED_ONCE.require(len(numbers) == len(set(numbers)))
    news = tuple(one for one in command.results if pack.results.get(one.entry_no) != one)
    return (FieldPackSynced(results=news, on=command.today),) if news else ()


def settle_entry(command: SettleEntry, pack: Pack) -> Sequence[PackEvent]:
    """Settle an entry; () where it was settled so."""
    settled = EntrySettled(
        entry_no=command.entry_no,
        settlement=command.settlement,
        reason=command.reason,
        settled_by=command.actor,
        on=command.today,
    )
    if (earlier := pack.settled.get(command.entry_no)) is not None:
        ENTRY_IS_OPEN.require(earlier.settlement is command.settlement, settled=earlier.settlement)
        return ()
    ENTRY_IS_OPEN.require(command.entry_no in pack.open, entry_no=command.entry_no)
    return (settled,)
