"""Promises to callers and to history are kept; the list of them only grows."""

import json

import pytest

from tests.contracts.promises import PROMISES, broken
from tests.style.trees import ROOT

LENT = {"loan.lend": {"amount": "amount", "note": "text?"}}


@pytest.mark.parametrize("path", PROMISES)
def test_what_was_promised_is_kept(path):
    promised = json.loads((ROOT / path).read_text(encoding="utf-8"))
    assert promised
    assert not broken(promised, PROMISES[path]())


def test_a_field_of_its_own_may_be_added_where_it_can_be_left_out():
    added = {"amount": "amount", "note": "text?", "origin": "object or null?", "origin.no": "text"}
    assert not broken(LENT, {"loan.lend": added, "loan.repay": {"amount": "amount"}})


@pytest.mark.parametrize(
    ("now", "fault"),
    [
        ({}, "loan.lend is gone"),
        ({"loan.lend": {"amount": "amount"}}, "loan.lend: note was text? and is gone"),
        (
            {"loan.lend": {"amount": "text", "note": "text?"}},
            "loan.lend: amount was amount and is text",
        ),
        (
            {"loan.lend": {**LENT["loan.lend"], "day": "date"}},
            "loan.lend: day is new and not optional",
        ),
    ],
)
def test_a_promise_that_is_broken_is_named(now, fault):
    assert broken(LENT, now) == [fault]
