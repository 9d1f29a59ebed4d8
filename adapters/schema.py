"""JSON Schemas (2020-12) of what callers send, exactly as strict as the codec.

What the schema refuses the codec refuses, and what it lets pass the codec reads: an edge that
answers 400 for the one and 422 for a rule never has to explain which of the two spoke.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from adapters.describe import Input, Kind, command_inputs
from adapters.texts import DATE_PATTERN
from domain.catalogue import CommandSpec
from domain.ids import ZoneName
from domain.labels import Label


def command_schema(spec: CommandSpec) -> dict[str, Any]:
    """Return the schema of the fields that a caller sends with a command."""
    return {**object_schema(command_inputs(spec)), "description": spec.summary}


def property_schema(part: Input) -> dict[str, Any]:
    """Return the schema of one input, with its names and how it is written."""
    shown = named(_value(part), part.label)
    return {**shown, "description": f"{part.help.zh} / {part.help.en}"}


def named(schema: Mapping[str, Any], label: Label) -> dict[str, Any]:
    """Return a schema with the name that people read, in both languages."""
    return {"title": f"{label.zh} / {label.en}", **schema}


def object_schema(parts: Sequence[Input]) -> dict[str, Any]:
    """Return the schema of an object with these fields and no others."""
    return {
        "type": "object",
        "properties": {part.name: property_schema(part) for part in parts},
        "required": [part.name for part in parts if part.required],
        "additionalProperties": False,
    }


def _value(part: Input) -> dict[str, Any]:
    """Return the schema of a value, null included where it may be null."""
    value = _not_null(part)
    return {"anyOf": [value, {"type": "null"}]} if part.nullable else value


def _not_null(part: Input) -> dict[str, Any]:
    if part.type == ZoneName:
        return {"type": "string", "enum": list(_zones(part.pattern or ""))}
    match part.kind:
        case Kind.OBJECT:
            return object_schema(part.fields)
        case Kind.LIST:
            assert part.item is not None
            return {"type": "array", "items": _value(part.item)}
        case Kind.CHOICE:
            return {"type": "string", "enum": [choice.value for choice in part.choices]}
        case Kind.WHOLE_NUMBER:
            return {"type": "integer", "minimum": part.low, "maximum": part.high}
        case Kind.YES_NO:
            return {"type": "boolean"}
        case Kind.DATE:
            return {"type": "string", "pattern": DATE_PATTERN}
    longest = {} if part.longest is None else {"maxLength": part.longest}
    return {"type": "string", "pattern": part.pattern, **longest}


@cache
def _zones(pattern: str) -> Sequence[str]:
    """Return the time zones that this machine knows, in the form that the core reads."""
    # A name of the right form may still be no zone; the core refuses it before any rule is asked.
    return tuple(sorted(zone for zone in available_timezones() if re.search(pattern, zone)))
