"""The readers of the hot path read what the strict converter reads, for every event there is."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from adapters.codec import make_converter
from adapters.storage.digests import canonical
from adapters.storage.keys import Keys
from adapters.storage.plain import inputs_of, plain
from adapters.storage.records import context_of, read_record
from adapters.storage.scribe import Place, Scribe
from adapters.storage.store import LogRow
from adapters.storage.typed import reader
from domain.catalogue import EVENTS, SPECS
from domain.customer.events import CustomerRegistered
from domain.recorded import Context
from tests.laws.test_deciders import CONTEXT
from tests.strategies import command_values, values_of

each_event = pytest.mark.parametrize("kind", EVENTS.values(), ids=EVENTS)
CONVERTER = make_converter(stored=True)
SCRIBE = Scribe(Keys(None))
KNOWN = Context(
    command_id="c", actor="zhao", at=datetime(2026, 1, 1, tzinfo=UTC), today=date(2026, 1, 1)
)
HERE = Place(stream="customer-C1", version=3, prev=None, log="x", context=CONTEXT)


@each_event
@settings(max_examples=12)
@for_all(st.data())
def test_a_record_reads_the_same_by_both(kind, data):
    event = data.draw(values_of(kind))
    entry = SCRIBE.write(event, HERE)
    (closed,) = SCRIBE.read_references([row(entry.stored.topic, entry.stored.state)])
    assert closed == SCRIBE.read_closed(read_record(entry.stored.state))
    assert type(closed) is kind
    assert context_of(entry.stored.state) == KNOWN
    assert SCRIBE.read_open([entry.stored], entry.vault) == [event]


@each_event
@settings(max_examples=15)
@for_all(st.data())
def test_a_record_is_written_the_same_by_both(kind, data):
    event = data.draw(values_of(kind))
    assert canonical(plain(kind)(event)) == canonical(CONVERTER.unstructure(event))


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
@settings(max_examples=10)
@for_all(st.data())
def test_what_a_command_asks_for_is_written_the_same_by_both(spec, data):
    command = data.draw(command_values(spec))
    asked = {name: getattr(command, name) for name in spec.inputs}
    written = inputs_of(spec.type, spec.inputs)(command)
    assert canonical(written) == canonical(CONVERTER.unstructure(asked))


def test_no_event_is_left_to_the_strict_converter():
    assert all(reader(kind, name, 1).decode for name, kind in EVENTS.items())


@each_event
@settings(max_examples=4)
@for_all(st.data())
def test_what_one_refuses_the_other_does(kind, data):
    record = json.loads(SCRIBE.write(data.draw(values_of(kind)), HERE).stored.state)
    for name in record["data"]:
        rest = {n: v for n, v in record["data"].items() if n != name}
        for changed in (rest, {**rest, name: {"no": "such"}}, {**rest, name: 1.5}):
            assert_same({**record, "data": changed})
    assert_same({**record, "data": {**record["data"], "unknown": "1"}})
    assert_same({**record, "schema": 9})
    assert_same({**record, "fmt": "another/1"})


def row(topic: str, content: bytes) -> LogRow:
    """Return a row of the log at the place where the records are written."""
    return 0, KNOWN.at, HERE.stream, HERE.version, topic, content


def assert_same(record: dict[str, Any]) -> None:
    """Assert that both readers make the same of a record, or fail alike."""
    content = canonical(record)

    def strictly() -> Any:
        return SCRIBE.read_closed(read_record(content))

    def quickly() -> Any:
        return SCRIBE.read_references([row(record["type"], content)])[0]

    assert said(quickly) == said(strictly)


def said(read: Any) -> Any:
    """Return what a reader returns, or the type of what it raises."""
    try:
        return read()
    except Exception as error:
        return type(error)


@settings(max_examples=5)
@for_all(values_of(CustomerRegistered).filter(lambda event: event.others))
def test_the_law_sees_personal_fields_within_lists(event):
    entry = SCRIBE.write(event, HERE)
    assert {"/name", "/others/0/value"} <= {path for _, path in SCRIBE.personal(entry.vault)}
    (opened,) = SCRIBE.read_open([entry.stored], entry.vault)
    assert opened.others == event.others
