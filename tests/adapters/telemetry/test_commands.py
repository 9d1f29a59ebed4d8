"""However a command ends, it is told of once: in a line, in a count and in a span."""

import json
import re
from importlib import import_module
from typing import Any

import pytest
from opentelemetry.trace import StatusCode
from starlette.testclient import TestClient

from adapters.access.config import Access
from adapters.access.gate import make_gate
from adapters.door import Door, Kind
from adapters.http.app import make_app
from adapters.problems import Unavailable
from adapters.queues.handler import handle
from adapters.services import telemetry_of
from adapters.worker import issue_key
from tests.adapters.queues.brokers import command
from tests.adapters.telemetry.watched import Watched, watched
from tests.village import LI, PRODUCT, ZHANG

REGISTER, DEFINE = "customer.register", "product.define"
PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
TRACE = PARENT[3:35]


@pytest.fixture
def seen():
    with watched() as found:
        yield found


def http(seen: Watched, entrance=None, **how: Any) -> TestClient:
    app = make_app(seen.system.bus("teller"), entrance=entrance, telemetry=seen.system.telemetry)
    return TestClient(app, "http://localhost", **how)


def door(seen: Watched) -> Door:
    return Door(seen.system.bus("worker"), seen.system.outbox(), None, seen.system.telemetry)


def taken(seen: Watched, raw: bytes) -> None:
    handle(door(seen), raw, deliveries=1, wait=lambda _: True)


def test_what_is_recorded_sent_again_and_refused_is_told_apart(seen):
    bus = seen.system.bus("zhao")
    bus.run(REGISTER, ZHANG, key="k1")
    bus.run(REGISTER, ZHANG, key="k1")
    for fields in ({**LI, "document": ZHANG["document"]}, {"colour": "red"}):
        with pytest.raises(Exception, match=r"IDEN-001|colour"):
            bus.run(REGISTER, fields)
    assert seen.told() == [(REGISTER, how) for how in ("recorded", "repeated", *["refused"] * 2)]
    first, _, refused, unreadable = seen.lines
    assert (first["command_id"], first["actor"], first["stream"]) == ("k1", "zhao", "customer-C1")
    assert refused["code"] == "IDEN-001"
    assert unreadable["code"] == "unreadable"


def test_the_store_in_trouble_and_a_fault_of_ours_are_told_apart(seen, monkeypatch):
    for error in (Unavailable("the disk is full"), ZeroDivisionError("of 张三")):
        monkeypatch.setattr(seen.system.core, "_append", lambda *_, error=error: fail(error))
        with pytest.raises(type(error)):
            seen.system.bus("zhao").run(DEFINE, PRODUCT)
    assert seen.told() == [(DEFINE, "unavailable"), (DEFINE, "failed")]
    assert [span.status.status_code for span in seen.spans] == [StatusCode.ERROR] * 2
    assert "张三" not in repr([(s.attributes, s.events, s.status.description) for s in seen.spans])


def fail(error: Exception) -> None:
    raise error


def test_each_of_many_in_one_transaction_is_told_of_also_where_it_fails(seen, monkeypatch):
    calls = [(DEFINE, PRODUCT, "k1"), (DEFINE, {}, "k2"), (DEFINE, PRODUCT, "k1")]
    seen.system.bus("zhao").run_many(calls)
    assert [how for _, how in seen.told()] == ["recorded", "refused", "repeated"]
    monkeypatch.setattr(seen.system.core, "execute_many", lambda *_: fail(Unavailable("full")))
    with pytest.raises(Unavailable):
        seen.system.bus("zhao").run_many(calls)
    assert [how for _, how in seen.told()[3:]] == ["unavailable"] * 3


def test_what_never_reaches_the_core_over_http_is_told_of_too(seen):
    gate = make_gate(seen.system, Access(oidc=None, calls_per_minute=60))
    given = {"caller": "batch", "roles": ["officer"], "scope": ["B1"], "until": "2027-01-01"}
    day = seen.system.now()[1]
    key = issue_key(seen.system.bus("zhao"), "k7", {**given, "until": f"{day.year}-12-31"})
    client, known = http(seen, gate.bus), {"authorization": f"Bearer {key}"}
    seen.lines.clear()
    seen.exporter.clear()
    path = f"/commands/{REGISTER}"
    for headers, body, status in (
        ({}, ZHANG, 401),
        ({**known, "idempotency-key": "é".encode("latin-1")}, ZHANG, 400),
        ({**known, "content-type": "text/plain"}, ZHANG, 415),
        (known, [], 400),
        (known, ZHANG, 200),
    ):
        kind = {"content-type": "application/json"}
        answer = client.post(path, content=json.dumps(body), headers={**kind, **headers})
        assert answer.status_code == status, answer.text
    withdraw = {"product_id": "P1", "on": "2026-03-02"}
    assert (
        client.post("/commands/product.withdraw", json=withdraw, headers=known).status_code == 403
    )
    assert client.post("/commands/loan.张三", json={}, headers=known).status_code == 404
    assert [how for _, how in seen.told()] == [*["refused"] * 4, "recorded", *["refused"] * 2]
    codes = [line.get("code") for line in seen.lines]
    assert codes[:4] == ["unauthenticated", *["unreadable"] * 3]
    assert (codes[5], seen.lines[5]["actor"]) == ("forbidden", "batch")
    assert (codes[6], seen.lines[6]["command"]) == ("unknown", "unknown")


def test_a_command_and_its_delivery_by_queue_have_a_line_each(seen):
    taken(seen, command(REGISTER, ZHANG, "k1"))
    taken(seen, command(REGISTER, {"customer_id": "C9"}, "k2"))
    taken(seen, b"no json, but \xe5\xbc\xa0\xe4\xb8\x89")
    assert seen.told() == [(REGISTER, "recorded"), (REGISTER, "refused")]
    delivered = [line for line in seen.lines if line["event"] == "delivered"]
    said = [tuple(line[name] for name in ("message_id", "verdict", "kind")) for line in delivered]
    assert said == [
        ("k1", "taken", "done"),
        ("k2", "dead", "malformed"),
        ("", "dead", "malformed"),
    ]
    assert all(line["milliseconds"] >= 0 for line in seen.lines)


def test_bytes_that_are_no_command_are_told_of_by_the_door(seen):
    assert door(seen).send(REGISTER, b"[]", "k1").kind is Kind.MALFORMED
    assert seen.told() == [(REGISTER, "refused")]
    assert seen.lines[0]["command_id"] == "k1"


def test_nothing_personal_is_in_a_line_a_span_or_a_metric(seen):
    taken(seen, command(REGISTER, ZHANG, "k1"))
    taken(seen, command(REGISTER, {**ZHANG, "name": 7, "colour": ZHANG["name"]}, "k2"))
    taken(seen, command(f"loan.{ZHANG['name']}", ZHANG, "k3" * 99))
    assert http(seen).get("/views/customers").json()["rows"][0]["name"] == ZHANG["name"]
    told = [seen.lines, [(s.name, s.attributes, s.events) for s in seen.spans], seen.metrics]
    document = ZHANG["document"]["number"]
    assert seen.lines and seen.spans and seen.metrics
    assert ZHANG["name"] not in repr(told) and document not in repr(told)


def test_a_command_is_a_part_of_the_trace_that_it_came_with(seen):
    headers = {"traceparent": PARENT, "tracestate": "bank=7"}
    http(seen).post(f"/commands/{DEFINE}", json=PRODUCT, headers=headers)
    message = json.loads(command(REGISTER, ZHANG, "k1"))
    taken(seen, json.dumps({**message, "traceparent": PARENT}).encode())
    for span in seen.spans:
        assert span.context is not None and span.parent is not None
        assert format(span.context.trace_id, "032x") == TRACE
        assert (format(span.parent.span_id, "016x"), span.parent.is_remote) == (PARENT[36:52], True)
    assert seen.spans[0].context is not None
    assert seen.spans[0].context.trace_state.get("bank") == "7"
    assert [line["trace"] for line in seen.lines if "command" in line] == [TRACE] * 2


@pytest.mark.parametrize(
    "parent",
    ["", "00-x-y-01", PARENT.upper(), f"ff{PARENT[2:]}", f"00-{'0' * 32}-{PARENT[36:]}"],
)
def test_what_names_no_trace_begins_one_and_refuses_nothing(seen, parent):
    answer = http(seen).post(
        f"/commands/{DEFINE}", json=PRODUCT, headers={"traceparent": parent, "tracestate": "a=b"}
    )
    assert answer.status_code == 200
    (span,) = seen.spans
    assert span.parent is None
    assert "trace" not in seen.lines[0]


def test_one_command_is_no_part_of_the_trace_of_another(seen):
    client = http(seen)
    client.post(f"/commands/{DEFINE}", json=PRODUCT, headers={"traceparent": PARENT})
    client.post(f"/commands/{DEFINE}", json={**PRODUCT, "product_id": "P2"})
    assert [span.parent is None for span in seen.spans] == [False, True]


def test_a_reading_of_personal_data_is_a_command_within_the_same_trace(seen):
    seen.system.bus("zhao").run(REGISTER, ZHANG)
    http(seen).get("/views/customers", headers={"traceparent": PARENT})
    line = seen.lines[-1]
    assert (line["command"], line["trace"]) == ("disclosure.read_personal", TRACE)


@pytest.mark.parametrize("missing", ["prometheus_client", "opentelemetry"])
def test_without_the_extra_lines_are_told_and_metrics_say_what_to_install(
    seen, missing, monkeypatch
):
    for name in ("metrics", "spans"):
        monkeypatch.delitem(import_module("sys").modules, f"adapters.telemetry.{name}", False)
    monkeypatch.setitem(import_module("sys").modules, missing, None)
    seen.system.telemetry = telemetry_of(seen.system, "stderr")
    client = http(seen)
    assert client.post(f"/commands/{DEFINE}", json=PRODUCT).status_code == 200
    answer = client.get("/metrics")
    assert answer.status_code == 503
    assert re.search(r"install loanfold\[metrics\]", answer.json()["detail"])
