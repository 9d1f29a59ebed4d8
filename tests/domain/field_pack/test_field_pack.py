"""A pack goes out with an officer, comes back, and nothing in it is lost."""

from typing import Any

from attrs import evolve

from domain.facts.duty import CONNECTED_STAY_OUT
from domain.facts.staff import Post
from domain.field_pack import FIELD_PACK
from domain.field_pack import commands as asked
from domain.field_pack import events as said
from domain.field_pack.commands import EntryOutcome, EntryResult, Settlement
from domain.field_pack.rules import (
    ENTRY_IS_OPEN,
    ENTRY_NAMED_ONCE,
    ONE_PACK_A_NUMBER,
    PACK_COMES_BACK_BY_ITS_OFFICER,
    PACK_IS_KNOWN,
)
from tests.domain.staff_of_the_bank import DAY, ZHAO, holding
from tests.specs import given

BY: dict[str, Any] = {"actor": "zhao", "today": DAY}
ISSUE = asked.IssueFieldPack(pack_id="FP1", customers=("C1", "C2"), known=41, staff=ZHAO, **BY)
ISSUED = said.FieldPackIssued(officer="zhao", customers=("C1", "C2"), known=41, on=DAY)


def result(no: int, outcome: EntryOutcome, **more: Any) -> EntryResult:
    return EntryResult(
        entry_no=no, command="customer.register", captured_on=DAY, outcome=outcome, **more
    )


TAKEN = result(1, EntryOutcome.RECORDED)
REFUSED = result(2, EntryOutcome.REFUSED, rule="CUST-008")
MET = result(3, EntryOutcome.CONFLICTING, others=(55,))
SYNC = asked.RecordSync(pack_id="FP1", results=(TAKEN, REFUSED, MET), **BY)
SYNCED = said.FieldPackSynced(results=(TAKEN, REFUSED, MET), on=DAY)
SETTLE = asked.SettleEntry(
    pack_id="FP1", entry_no=3, settlement=Settlement.SENT, reason="both are true", **BY
)
SETTLED = said.EntrySettled(
    entry_no=3, settlement=Settlement.SENT, reason="both are true", settled_by="zhao", on=DAY
)
BACK = given(FIELD_PACK, ISSUED, SYNCED)


def test_a_pack_is_issued_once_to_an_officer():
    given(FIELD_PACK).when(ISSUE).then(ISSUED)
    given(FIELD_PACK, ISSUED).when(ISSUE).then_nothing()
    other = evolve(ISSUE, customers=("C3",))
    given(FIELD_PACK, ISSUED).when(other).then_refused(ONE_PACK_A_NUMBER)


def test_nobody_takes_the_files_of_who_is_connected_with_them():
    connected = holding(Post.RELATIONSHIP_MANAGER, connected=("C2",))
    given(FIELD_PACK).when(evolve(ISSUE, staff=connected)).then_refused(CONNECTED_STAY_OUT)


def test_what_became_of_entries_is_recorded_where_it_is_new():
    given(FIELD_PACK, ISSUED).when(SYNC).then(SYNCED)
    BACK.when(SYNC).then_nothing()
    recorded = result(2, EntryOutcome.RECORDED)
    again = evolve(SYNC, results=(TAKEN, recorded, MET))
    BACK.when(again).then(said.FieldPackSynced(results=(recorded,), on=DAY))


def test_a_pack_comes_back_by_who_took_it_along():
    given(FIELD_PACK, ISSUED).when(evolve(SYNC, actor="qian")).then_refused(
        PACK_COMES_BACK_BY_ITS_OFFICER
    )
    given(FIELD_PACK).when(SYNC).then_refused(PACK_IS_KNOWN)
    given(FIELD_PACK, ISSUED).when(evolve(SYNC, results=(TAKEN, TAKEN))).then_refused(
        ENTRY_NAMED_ONCE
    )


def test_an_entry_that_was_not_recorded_is_settled_once():
    BACK.when(SETTLE).then(SETTLED)
    settled = given(FIELD_PACK, ISSUED, SYNCED, SETTLED)
    settled.when(SETTLE).then_nothing()
    settled.when(evolve(SETTLE, settlement=Settlement.DROPPED)).then_refused(ENTRY_IS_OPEN)
    for no in (1, 9):
        BACK.when(evolve(SETTLE, entry_no=no)).then_refused(ENTRY_IS_OPEN)
    state = FIELD_PACK.fold(settled.past)
    assert state is not None and state.open == (2,)
