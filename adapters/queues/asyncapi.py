"""The description of the queues in AsyncAPI 3.0, derived from the catalogue.

Source: AsyncAPI Specification 3.0.0; CloudEvents 1.0.2, JSON event format.
"""

from collections.abc import Mapping
from typing import Any, Final

from attrs import evolve

from adapters.describe import Input, inputs, label_of
from adapters.door import Kind
from adapters.plugins import API
from adapters.queues.cloud_event import CONTENT_TYPE, PREFIX
from adapters.queues.options import Options
from adapters.schema import command_schema, object_schema
from domain.catalogue import COMMANDS, EVENTS

_TEXT: Final = {"type": "string", "minLength": 1}
_REFERENCE: Final = "^sealed:.+$"

Schema = dict[str, Any]


def asyncapi(prefix: str = Options().prefix) -> Schema:
    """Return the description: commands are taken, events and answers sent, each by its type."""
    commands = {name: _message(name, command_schema(spec)) for name, spec in COMMANDS.items()}
    events = {
        name: _message(name, object_schema(_closed(inputs(kind)))) for name, kind in EVENTS.items()
    }
    answers = {f"answer.{kind}": _message(f"answer.{kind}", {"type": "object"}) for kind in Kind}
    told = {"commands": commands, "events": events, "answers": answers}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Loanfold (贷迹)",
            "version": str(API),
            "description": "A credit management core by queue: every message is a CloudEvent.",
        },
        "defaultContentType": CONTENT_TYPE,
        "channels": {
            name: {
                "address": f"{prefix}.{name}",
                "messages": {n: _ref("components", "messages", f"{name}.{n}") for n in messages},
            }
            for name, messages in told.items()
        },
        "operations": {
            name: {
                "action": "receive" if name == "commands" else "send",
                "channel": _ref("channels", name),
                "messages": [_ref("channels", name, "messages", n) for n in messages],
            }
            for name, messages in told.items()
        },
        "components": {
            # A command and an event may have one name: each stands under its channel.
            "messages": {
                f"{name}.{n}": message
                for name, messages in told.items()
                for n, message in messages.items()
            }
        },
    }


def _closed(parts: tuple[Input, ...]) -> tuple[Input, ...]:
    """Return the fields of an event as they go out: what is personal is a reference."""
    return tuple(_sealed(part) if part.personal else _within(part) for part in parts)


def _sealed(part: Input) -> Input:
    return evolve(part, pattern=_REFERENCE, longest=None)


def _within(part: Input) -> Input:
    item = part.item and evolve(part.item, fields=_closed(part.item.fields))
    return evolve(part, fields=_closed(part.fields), item=item)


def _message(name: str, fields: Mapping[str, Any]) -> Schema:
    answer = name.startswith("answer.")
    titled = {} if answer else {"title": f"{label_of(name).zh} · {label_of(name).en}"}
    return {
        "name": PREFIX + name,
        "contentType": CONTENT_TYPE,
        **titled,
        "payload": _event(name, fields),
    }


def _event(name: str, fields: Mapping[str, Any]) -> Schema:
    return {
        "type": "object",
        "properties": {
            "specversion": {"const": "1.0"},
            "id": _TEXT,
            "source": _TEXT,
            "type": {"const": PREFIX + name},
            "data": dict(fields),
        },
        "required": ["specversion", "id", "source", "type"],
    }


def _ref(*place: str) -> Schema:
    return {"$ref": "#/" + "/".join(place)}
