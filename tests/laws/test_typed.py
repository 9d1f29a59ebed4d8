"""The readers of the hot path read what the strict converter reads, for every event there is."""

import json
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from adapters.codec import make_converter
from adapters.storage.digests import canonical
from adapters.storage.keys import Keys
from adapters.storage.plain import inputs_of, plain
from adapters.storage.records import read_record
from adapters.storage.scribe import Place, Scribe
from adapters.storage.typed import reader
from domain.catalogue import EVENTS, SPECS
from domain.customer.events import CustomerRegistered
from tests.laws.test_deciders import CONTEXT
from tests.strategies import command_values, values_of

each_event = pytest.mark.parametrize("kind", EVENTS.values(), ids=EVENTS)
CONVERTER = make_converter(stored=True)
SCRIBE = Scribe(Keys(None))
HERE = Place(stream="customer-C1", version=3, prev=None, log="x", context=CONTEXT)


@each_event
@settings(max_examples=25)
@for_all(st.data())
def test_a_record_reads_the_same_by_both(kind, data):
    event = data.draw(values_of(kind))
    entry = SCRIBE.write(event, HERE)
    at, closed = SCRIBE.read_references(entry.stored.state)
    assert closed == SCRIBE.read_closed(read_record(entry.stored.state))
    assert type(closed) is kind
    assert (at.stream, at.ver, at.type) == ("customer-C1", 3, entry.stored.topic)
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
    assert all(reader(kind).decode for kind in EVENTS.values())


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


def assert_same(record: dict[str, Any]) -> None:
    """Assert that both readers make the same of a record, or fail alike."""
    content = canonical(record)

    def strictly() -> Any:
        return SCRIBE.read_closed(read_record(content))

    def quickly() -> Any:
        return SCRIBE.read_references(content)[1]

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
    assert {"/name", "/others/0/value"} <= {row.path for row in entry.vault}
    (opened,) = SCRIBE.read_open([entry.stored], entry.vault)
    assert opened.others == event.others
