"""CloudEvents in structured JSON: the one shape of a message, in and out.

A command is an event whose type names it, whose id is its idempotency key, and whose data are
its fields.  An event that was recorded goes out with its stream and version as its id; personal
fields stand in it as references, never as values.

Source: CloudEvents 1.0.2 (context attributes, JSON event format), and its extension Distributed
Tracing.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen

from adapters.bus import Outgoing
from adapters.codec import write_moment
from adapters.door import NOBODY, Answer, Credentials
from adapters.json_text import read_object
from adapters.problems import Unreadable
from adapters.telemetry.parent import HEADERS

CONTENT_TYPE: Final = "application/cloudevents+json"
PREFIX: Final = "loanfold."
_REQUIRED: Final = ("specversion", "id", "source", "type")


@frozen
class Message:
    """A command as it came."""

    id: str
    source: str
    operation: str
    fields: Mapping[str, Any]
    by: Credentials = NOBODY  # Extensions `authorization` and `branch` of the message.
    trace: Mapping[str, str] = {}  # Extensions `traceparent` and `tracestate`.


def read_command(raw: bytes) -> Message:
    """Return the command in a message; Unreadable where it is no CloudEvent with an object."""
    event = read_object(raw, "the message")
    faults = [f"the message: {name} is missing" for name in _REQUIRED if name not in event]
    faults += [
        f"the message: {name} is no text"
        for name in _REQUIRED
        if name in event and not (isinstance(event[name], str) and event[name])
    ]
    if not faults and event["specversion"] != "1.0":
        faults.append(f"the message: specversion {event['specversion']!r} is not 1.0")
    faults += [
        f"the message: {name} is no text"
        for name in ("authorization", "branch", *HEADERS)
        if not isinstance(event.get(name, ""), str)
    ]
    if not isinstance(event.get("data", {}), dict):
        faults.append("the message: data is no object")
    if faults:
        raise Unreadable(tuple(faults))
    operation = event["type"].removeprefix(PREFIX)
    by = (event.get("authorization"), event.get("branch"))
    trace = {str(name): event[name] for name in HEADERS if name in event}
    return Message(event["id"], event["source"], operation, event.get("data", {}), by, trace)


def write_event(outgoing: Outgoing) -> bytes:
    """Return the message of a recorded event."""
    return _write(
        id=f"{outgoing.stream}@{outgoing.version}",
        source=outgoing.log,
        type=PREFIX + outgoing.name,
        subject=outgoing.stream,
        time=write_moment(outgoing.recorded_at),
        # Extensions: the place in the log, with which a consumer restores order, and the cause.
        logindex=str(outgoing.index),
        causationid=outgoing.command_id,
        data=outgoing.fields,
    )


def write_answer(message_id: str, source: str, answer: Answer) -> bytes:
    """Return the message that tells a sender how a command ended."""
    return _write(
        id=f"answer:{message_id}",
        source=source,
        type=f"{PREFIX}answer.{answer.kind}",
        causationid=message_id,
        data=answer.body,
    )


def _write(**attributes: Any) -> bytes:
    event = {"specversion": "1.0", "datacontenttype": "application/json", **attributes}
    return json.dumps(event, ensure_ascii=False, allow_nan=False).encode()
