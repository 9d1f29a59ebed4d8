"""What every store must do, as tests that its author imports.

Write a test module with `from adapters.storage.conformance import *` and a fixture `store` that
returns an empty store, of its own for each test.
"""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
from eventsourcing.persistence import IntegrityError, StoredEvent

from adapters.storage.store import CommandRow, GuardRow, LookupRow, Side, Store, VaultRow, row_of

NOW: Final = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)


def event(stream: str, version: int, content: bytes = b"{}") -> StoredEvent:
    """Return a record's row."""
    return StoredEvent(stream, version, "some.thing", content)


def append(store: Store, *events: StoredEvent, now: datetime = NOW, **side: Any) -> list[int]:
    """Append events, and return their log indexes."""
    return list(store.recorder().insert_events(events, side=Side(now=now, **side)) or ())


def answer(key: str, index: int | None = 0) -> CommandRow:
    """Return an answer to a command."""
    return CommandRow(key, "content", "a-1", 1, ("some.thing",), index, None)


def kept(store: Store, key: str) -> CommandRow:
    """Return the answer under a key, which must be there."""
    row = store.command(key)
    assert row is not None, f"nothing is kept under {key}"
    return row


def test_indexes_have_no_gap_and_follow_the_order_of_commits(store: Store) -> None:
    """Indexes have no gap and follow the order of commits."""
    assert append(store, event("a-1", 1), event("b-1", 1)) == [0, 1]
    with pytest.raises(IntegrityError):
        append(store, event("c-1", 1), event("a-1", 1))
    assert append(store, event("a-1", 2)) == [2]
    assert [leaf.index for leaf in store.leaves(-1, 10)] == [0, 1, 2]
    assert store.head() == store.leaf("a-1", 2)


def test_a_taken_version_leaves_nothing_of_the_transaction(store: Store) -> None:
    """A taken version leaves nothing of the transaction."""
    append(store, event("a-1", 1))
    with pytest.raises(IntegrityError):
        append(store, event("b-1", 1), event("a-1", 1), commands=(answer("k"),))
    assert store.recorder().select_events("b-1") == []
    assert store.command("k") is None


def test_an_answer_is_kept_under_its_key_with_its_place_in_the_log(store: Store) -> None:
    """An answer is kept under its key with its place in the log."""
    append(store, event("a-1", 1))
    append(store, event("a-1", 2), event("b-1", 1), commands=(answer("k", 1),))
    row = kept(store, "k")
    assert (row.index, row.events, row.recorded_at) == (2, ("some.thing",), NOW)
    with pytest.raises(IntegrityError):
        append(store, event("b-1", 2), commands=(answer("k"),))
    store.save_commands([answer("idle", None)])
    assert kept(store, "idle").index is None
    with pytest.raises(IntegrityError):
        store.save_commands([answer("idle", None)])


def test_answers_are_returned_as_saved_or_have_their_places_when_asked(store: Store) -> None:
    """Answers are returned as saved or have their places when asked."""
    append(store, event("z-1", 1))
    rows = (answer("k", 1), CommandRow("idle", "content", "a-1", 1, (), None, None))
    saved = store.append([event("a-1", 1), event("b-1", 1)], Side(now=NOW, commands=rows))
    assert [row.key for row in saved] == ["k", "idle"]
    assert saved[0].index in (2, None)
    assert store.placed(["k", "idle", "unknown"]) == {"k": (2, NOW)}
    assert kept(store, "k").index == 2
    assert kept(store, "idle").index is None


def test_a_stream_is_read_from_a_version_on(store: Store) -> None:
    """A stream is read from a version on."""
    append(store, event("a-1", 1, b"1"), event("a-1", 2, b"2"), event("b-1", 1))
    read = store.recorder().select_events("a-1", gt=1)
    assert [(e.originator_version, e.state) for e in read] == [(2, b"2")]
    assert len(store.recorder().select_events("a-1")) == 2
    assert [e.state for e in store.recorder().select_events("a-1", desc=True, limit=1)] == [b"2"]


def test_notes_are_kept_and_replaced(store: Store) -> None:
    """Notes are kept and replaced."""
    assert store.note("keys") is None
    store.set_note("keys", "one")
    store.set_note("keys", "two")
    assert store.note("keys") == "two"


def test_many_records_are_saved_as_few_are(store: Store) -> None:
    """Many records are saved as few are."""
    events = [event(f"a-{no:03}", 1, b"%d" % no) for no in range(200)]
    commands = tuple(CommandRow(f"k{no}", "c", f"a-{no:03}", 1, (), no, None) for no in range(200))
    vault = tuple(VaultRow(f"a-{no:03}", 1, "/n", "P", "d", "s") for no in range(60))
    lookups = tuple(LookupRow("name", "h", f"P{no % 50:02}") for no in range(60))
    store.append(events, Side(now=NOW, commands=commands, vault=vault, lookups=lookups))
    assert [leaf.stream for leaf in store.leaves(-1, 999)] == [e.originator_id for e in events]
    assert kept(store, "k150").index == 150
    assert len(store.vault_of([(f"a-{no:03}", 1) for no in range(200)])) == 60
    assert len(store.found("name", "h")) == 50
    with pytest.raises(IntegrityError):
        store.append(events[-30:], Side(now=NOW))
    assert store.loose_ends() == []


def test_records_are_read_in_order_with_their_leaves(store: Store) -> None:
    """Records are read in order with their leaves."""
    append(store, event("a-1", 1, b"1"), event("b-1", 1, b"2"), event("a-1", 2, b"3"))
    for after in (-1, 0, 2):
        pairs = store.records(after, 2)
        assert list(store.rows(after, 2)) == [row_of(leaf, stored) for leaf, stored in pairs]
    read = store.records(0, 10)
    assert [(leaf.index, stored.state) for leaf, stored in read] == [(1, b"2"), (2, b"3")]
    assert [stored.state for _, stored in store.records(-1, 1)] == [b"1"]


def test_time_of_recording_never_goes_back_and_finds_an_index(store: Store) -> None:
    """Time of recording never goes back and finds an index."""
    append(store, event("a-1", 1))
    append(store, event("a-1", 2), now=NOW - timedelta(days=1))
    append(store, event("a-1", 3), now=NOW + timedelta(days=1))
    assert [leaf.recorded_at for leaf in store.leaves(-1, 9)][:2] == [NOW, NOW]
    assert store.index_at(NOW) == 1
    assert store.index_at(NOW - timedelta(seconds=1)) == -1
    assert store.index_at(NOW + timedelta(days=9)) == 2


def test_a_keyed_identity_stands_for_one_stream(store: Store) -> None:
    """A keyed identity stands for one stream."""
    append(store, event("a-1", 1), guards=(GuardRow("h", "identity-x", "C1"),))
    assert store.guard("h") == "identity-x"
    with pytest.raises(IntegrityError):
        append(store, event("a-1", 2), guards=(GuardRow("h", "identity-y", "C2"),))
    append(store, event("a-1", 2), guards=(GuardRow("h", "identity-x", "C2"),))
    assert store.guard("h") == "identity-x"


def test_what_was_read_must_still_stand(store: Store) -> None:
    """What was read must still stand."""
    append(store, event("a-1", 1), event("b-1", 1), event("b-1", 2))
    assert store.went_on((("a-1", 1), ("b-1", 2), ("c-1", 0))) is None
    assert store.went_on((("a-1", 1), ("b-1", 1))) == "b-1"
    append(store, event("a-1", 2), read=(("b-1", 2), ("c-1", 0)))
    for gone in (("b-1", 1), ("a-1", 1), ("b-1", 0)):
        with pytest.raises(IntegrityError):
            append(store, event("c-1", 1), read=(gone,))
    assert store.stream("c-1", 0) in ([], ())


def test_an_erasure_takes_what_is_sealed_and_found_of_one_person(store: Store) -> None:
    """An erasure takes what is sealed and found of one person."""
    rows: dict[str, Any] = {
        "vault": tuple(VaultRow(f"c-{p}", 1, "/name", p, "d", "sealed") for p in ("C1", "C2")),
        "lookups": tuple(LookupRow("name", "h", p) for p in ("C1", "C2")),
        "guards": (GuardRow("g", "identity-x", "C1"),),
        "commands": (CommandRow("k", "content", "c-C1", 1, (), 0, None),),
    }
    append(store, event("c-C1", 1), event("c-C2", 1), **rows)
    append(store, event("c-C1", 2), erased=("C1",))
    assert store.vault("c-C1") == []
    assert [row.person for row in store.vault_of([("c-C1", 1), ("c-C2", 1)])] == ["C2"]
    assert store.found("name", "h") == ["C2"]
    assert store.guard("g") is None
    assert kept(store, "k").content == ""
    assert store.unfinished_erasures() == ["C1"]
    store.finish_erasure("C1")
    assert store.unfinished_erasures() == []
