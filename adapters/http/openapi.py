"""The description of the HTTP edge in OpenAPI 3.1, derived from the catalogues."""

from typing import Any, Final

from adapters.access.caller import BRANCH_PATTERN
from adapters.calculations.offers import CALCULATIONS
from adapters.describe import label_of
from adapters.http import actus
from adapters.http.calculations import described
from adapters.http.openapi_parts import (
    SLOW_BODY,
    TEXT,
    UNKNOWN_CALLER,
    content,
    problems,
    ref,
)
from adapters.http.reading import KEY_PATTERN, PURPOSE, PURPOSE_PATTERN, VERSION_PATTERN
from adapters.schema import command_schema
from adapters.texts import DATE_PATTERN
from domain.catalogue import COMMANDS, CommandSpec
from projections.catalogue import VIEWS
from projections.view import Parameter, View

_OBJECT: Final = {"type": "object"}
_PROBLEM: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("type", "title", "code", "detail", "source"), TEXT),
        "status": {"type": "integer"},
        "facts": {"type": "object", "additionalProperties": TEXT},
    },
    "required": ["type", "title", "status", "code"],
}
_OUTCOME: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("command_id", "stream"), TEXT),
        "version": {"type": "integer"},
        "events": {"type": "array", "items": TEXT},
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
        **dict.fromkeys(("view", "in_effect_on"), TEXT),
        "known_by": {"type": "integer", "minimum": -1},
        "columns": {"type": "array", "items": TEXT},
        "rows": {"type": "array", "items": _OBJECT},
        "next": {"type": ["string", "null"]},
        "left_out": {"type": "integer", "minimum": 0},
    },
    "required": ["view", "in_effect_on", "known_by", "columns", "rows", "next", "left_out"],
    "additionalProperties": False,
}


def openapi() -> dict[str, Any]:
    """Return the whole description."""
    commands = {f"/commands/{n}": {"post": _command(spec)} for n, spec in COMMANDS.items()}
    calculations = {f"/calculations/{n}": {"post": described(c)} for n, c in CALCULATIONS.items()}
    calculations["/calculations/actus"] = {"post": actus.described()}
    views = {f"/views/{n}": {"get": _view(view)} for n, view in VIEWS.items()}
    fixed = {
        path: {"get": {"operationId": path[1:].partition(".")[0], "responses": _plain(path)}}
        for path in ("/views", "/catalogue", "/openapi.json", "/health", "/ready")
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Loanfold (贷迹)", "version": "1"},
        "paths": {**commands, **calculations, **views, **fixed},
        # Where an access file says who may ask; else nobody is asked who they are.
        "security": [{}, {"bearer": []}],
        "components": {
            "schemas": {"Problem": _PROBLEM, "Outcome": _OUTCOME, "Page": _PAGE},
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
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
    label = label_of(spec.name)
    codes = ("400", *UNKNOWN_CALLER, "405", SLOW_BODY, "409", "412", "413", "415", "421", "422")
    done = content("Recorded, or nothing to do.", ref("Outcome"))
    tag = {"ETag": {"description": "The version of the stream.", "schema": TEXT}}
    return {
        "operationId": spec.name,
        "summary": f"{label.zh} / {label.en}",
        "description": spec.summary,
        "parameters": [
            _header("Idempotency-Key", KEY_PATTERN, "Makes it safe to send again."),
            _header("If-Match", VERSION_PATTERN, "The version of the stream that was seen."),
            _branch(),
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": command_schema(spec)}},
        },
        "responses": {"200": {**done, "headers": tag}, **problems(*codes, "503")},
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
        ]
        + [
            _branch(),
            _header(PURPOSE, PURPOSE_PATTERN, "What personal data is read for, percent-encoded."),
        ],
        "responses": {
            "200": content("The rows of the view.", ref("Page")),
            **problems("400", *UNKNOWN_CALLER, "404", "405", "421", "422", "503"),
        },
    }


def _plain(path: str) -> dict[str, Any]:
    refusals = problems("405", "421", *(("503",) if path == "/ready" else ()))
    return {"200": content("The answer.", _OBJECT), **refusals}


def _branch() -> dict[str, Any]:
    return _header("Loanfold-Branch", BRANCH_PATTERN, "The branch that is acted for.")


def _header(name: str, pattern: str, says: str) -> dict[str, Any]:
    schema = {"type": "string", "pattern": pattern}
    return {"name": name, "in": "header", "schema": schema, "description": says}
