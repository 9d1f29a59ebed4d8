"""The description of the HTTP edge in OpenAPI 3.1, derived from the catalogues."""

from collections.abc import Mapping
from typing import Any, Final

from adapters.describe import label_of
from adapters.http.answers import PROBLEM
from adapters.http.reading import KEY_PATTERN, VERSION_PATTERN
from adapters.schema import command_schema
from adapters.texts import DATE_PATTERN
from domain.catalogue import COMMANDS, CommandSpec
from projections.catalogue import VIEWS
from projections.view import Parameter, View

_TEXT: Final = {"type": "string"}
_OBJECT: Final = {"type": "object"}
_SAID: Final[Mapping[str, str]] = {
    "400": "The request cannot be read.",
    "404": "There is no such thing.",
    "405": "This is not done by this method.",
    "409": "Someone else wrote first, or the key was used for something else.",
    "412": "The record has changed meanwhile.",
    "413": "The body is too large.",
    "415": "The body is of another kind.",
    "421": "The request was meant for another host.",
    "422": "A rule refuses; the problem names it.",
    "503": "The store cannot be used.",
}
_PROBLEM: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("type", "title", "code", "detail", "source"), _TEXT),
        "status": {"type": "integer"},
        "facts": {"type": "object", "additionalProperties": _TEXT},
    },
    "required": ["type", "title", "status", "code"],
}
_OUTCOME: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("command_id", "stream"), _TEXT),
        "version": {"type": "integer"},
        "events": {"type": "array", "items": _TEXT},
        "index": {"type": ["integer", "null"]},
        "recorded_at": {"type": ["string", "null"]},
        "repeated": {"type": "boolean"},
    },
    "required": ["command_id", "stream", "version", "events", "index", "recorded_at", "repeated"],
    "additionalProperties": False,
}
_PAGE: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("view", "in_effect_on"), _TEXT),
        "known_by": {"type": "integer", "minimum": -1},
        "columns": {"type": "array", "items": _TEXT},
        "rows": {"type": "array", "items": _OBJECT},
        "next": {"type": ["string", "null"]},
    },
    "required": ["view", "in_effect_on", "known_by", "columns", "rows", "next"],
    "additionalProperties": False,
}


def openapi() -> dict[str, Any]:
    """Return the whole description."""
    commands = {f"/commands/{n}": {"post": _command(spec)} for n, spec in COMMANDS.items()}
    views = {f"/views/{n}": {"get": _view(view)} for n, view in VIEWS.items()}
    fixed = {
        path: {"get": {"operationId": path[1:].partition(".")[0], "responses": _plain(path)}}
        for path in ("/views", "/catalogue", "/openapi.json", "/health", "/ready")
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Loanfold (贷迹)", "version": "1"},
        "paths": {**commands, **views, **fixed},
        "components": {"schemas": {"Problem": _PROBLEM, "Outcome": _OUTCOME, "Page": _PAGE}},
    }


def view_offer(view: View) -> dict[str, Any]:
    """Return what a view is called, may be asked and answers."""
    asked = [{"name": p.name, "kind": p.kind, "required": p.required} for p in view.parameters]
    return {
        "name": view.name,
        "title": {"zh": view.title.zh, "en": view.title.en},
        "parameters": asked,
        "columns": [{"name": c.name, "kind": c.kind} for c in view.columns],
    }


def _command(spec: CommandSpec) -> dict[str, Any]:
    label, codes = label_of(spec.name), ("400", "405", "409", "412", "413", "415", "421", "422")
    done = _answer("Recorded, or nothing to do.", _ref("Outcome"))
    tag = {"ETag": {"description": "The version of the stream.", "schema": _TEXT}}
    return {
        "operationId": spec.name,
        "summary": f"{label.zh} / {label.en}",
        "description": spec.summary,
        "parameters": [
            _header("Idempotency-Key", KEY_PATTERN, "Makes it safe to send again."),
            _header("If-Match", VERSION_PATTERN, "The version of the stream that was seen."),
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": command_schema(spec)}},
        },
        "responses": {"200": {**done, "headers": tag}, **_problems(*codes, "503")},
    }


def _view(view: View) -> dict[str, Any]:
    day = {"type": "string", "pattern": DATE_PATTERN}
    place = {"type": "string", "minLength": 1}
    limit = {"type": "integer", "minimum": 1, "maximum": 1000}
    paging = {"in_effect_on": day, "known_by": place, "limit": limit, "after": place}
    asked = {name: Parameter(name=name) for name in paging}
    asked |= {parameter.name: parameter for parameter in view.parameters}
    return {
        "operationId": f"view.{view.name}",
        "summary": f"{view.title.zh} / {view.title.en}",
        "parameters": [
            {
                "name": name,
                "in": "query",
                "required": parameter.required,
                "schema": paging.get(name, place),
            }
            for name, parameter in asked.items()
        ],
        "responses": {
            "200": _answer("The rows of the view.", _ref("Page")),
            **_problems("400", "404", "405", "421", "503"),
        },
    }


def _plain(path: str) -> dict[str, Any]:
    problems = _problems("405", "421", *(("503",) if path == "/ready" else ()))
    return {"200": _answer("The answer.", _OBJECT), **problems}


def _header(name: str, pattern: str, says: str) -> dict[str, Any]:
    schema = {"type": "string", "pattern": pattern}
    return {"name": name, "in": "header", "schema": schema, "description": says}


def _answer(says: str, schema: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    return {"description": says, "content": {kind: {"schema": schema}}}


def _problems(*codes: str) -> dict[str, Any]:
    return {code: _answer(_SAID[code], _ref("Problem"), PROBLEM) for code in codes}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}
