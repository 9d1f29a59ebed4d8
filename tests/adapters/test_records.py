"""Records are canonical bytes with digests that anybody can recompute."""

import json

import pytest
import rfc8785
from hypothesis import given as for_all
from hypothesis import strategies as st

from adapters.storage.digests import canonical, digest, keyed
from adapters.storage.personal import put_in, take_out
from adapters.storage.records import DECOY_STEP, with_decoys
from adapters.storage.versions import Versions
from domain.customer.events import CustomerRegistered
from tests.village import ZHANG, lend

FIELDS = (
    "actor approval at branch cause cmd data fmt log nonce policy prev schema sd stream type ver"
)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
names = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=10)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
)


@for_all(st.dictionaries(names, values, max_size=5))
def test_our_bytes_are_those_of_rfc_8785(value):
    assert canonical(value) == rfc8785.dumps(value)


def test_a_record_holds_what_the_format_says_and_nothing_of_its_place_in_the_log(system):
    lend(system.bus("zhao"))
    stored = [event for _, event in system.core.store.records(-1, 100)]
    for event in stored:
        record = json.loads(event.state)
        assert " ".join(sorted(record)) == FIELDS
        assert rfc8785.dumps(record) == event.state
    disbursed = next(e for e in stored if e.topic == "loan.disbursed")
    agreed = next(e for e in stored if e.topic == "loan.agreed")
    assert json.loads(disbursed.state)["prev"] == digest(agreed.state)


def test_the_number_of_personal_fields_is_padded(system):
    system.bus("zhao").run("customer.register", ZHANG)
    record = json.loads(system.core.store.records(-1, 100)[-1][1].state)
    assert len(record["sd"]) % DECOY_STEP == 0
    assert record["sd"] == sorted(record["sd"])
    assert ZHANG["name"] not in json.dumps(record, ensure_ascii=False)


@for_all(st.integers(0, 9))
def test_decoys_fill_up_and_lose_nothing(count):
    real = [digest(bytes([number])) for number in range(count)]
    padded = with_decoys(real)
    assert set(real) <= set(padded)
    assert len(padded) % DECOY_STEP == 0


def test_what_is_taken_out_goes_back_where_it_was():
    written = {
        "kind": "natural_person",
        "name": "张三",
        "document": {"kind": "other", "number": "1"},
        "phone": None,
        "address": "清河村",
        "others": [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}],
        "since": "2025-01-01",
    }
    before = json.loads(json.dumps(written))
    taken = {field.path: field.value for field in take_out(CustomerRegistered, written)}
    assert taken["/others/1/value"] == "2"
    assert "张三" not in json.dumps(written, ensure_ascii=False)
    put_in(CustomerRegistered, written, taken.get)
    assert written == before


def test_a_keyed_hash_depends_on_key_kind_and_text():
    assert keyed(b"k", "phone", "1") == keyed(b"k", "phone", "1")
    others = {keyed(b"x", "phone", "1"), keyed(b"k", "name", "1"), keyed(b"k", "phone", "2")}
    assert keyed(b"k", "phone", "1") not in others
    assert all(text.startswith("hmac-sha256:") for text in others)


def test_old_versions_are_read_step_by_step_and_future_ones_are_refused():
    steps = {("x.y", 1): lambda d: {**d, "b": 1}, ("x.y", 2): lambda d: {**d, "c": d["b"] + 1}}
    versions = Versions(steps)
    assert versions.current("x.y") == 3
    assert versions.upcast("x.y", 1, {"a": 0}) == {"a": 0, "b": 1, "c": 2}
    assert versions.upcast("x.y", 3, {"a": 0}) == {"a": 0}
    with pytest.raises(ValueError, match="newer than this program"):
        versions.upcast("x.y", 4, {})
