"""The calculations over HTTP: terms in as JSON, or many loans as CSV or Parquet; answers as asked.

One route for all of them: what they are given and answer is derived from their descriptions.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from adapters.calculations.answer import Answer, Column
from adapters.calculations.chart import svg
from adapters.calculations.loans import read_loans
from adapters.calculations.many import write_many
from adapters.calculations.offers import Calculation, calculation_named
from adapters.calculations.written import (
    BECAUSE,
    csv_text,
    json_value,
    parquet_writer,
    table_columns,
    table_rows,
)
from adapters.http import answers, reading
from adapters.http.openapi_parts import (
    SLOW_BODY,
    TEXT,
    UNKNOWN_CALLER,
    content,
    problems,
    summary_of,
)
from adapters.problems import Unreadable
from adapters.schema import object_schema

JSON, CSV, SVG = "application/json", "text/csv", "image/svg+xml"
PARQUET: Final = "application/vnd.apache.parquet"
_FORMS: Final[Mapping[str, str]] = {JSON: "json", CSV: "csv", PARQUET: "parquet"}
_EXPLAIN: Final = "explain"


async def calculate(request: Request) -> Response:
    """Answer the calculation named in the path, for the terms in the body."""
    calculation = calculation_named(request.path_params["name"])
    explained = _explained(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in (CSV, PARQUET):
        form = _accepted(request, (CSV, JSON, PARQUET))
        table = await reading.read_body(request)
        return await run_in_threadpool(_many, calculation, table, form, explained=explained)
    form = _accepted(request, (JSON, CSV, PARQUET, *([SVG] if calculation.drawn else [])))
    fields = await reading.read_fields(request)
    return await run_in_threadpool(_one, calculation, fields, form, explained=explained)


def _one(
    calculation: Calculation, fields: Mapping[str, Any], form: str, *, explained: bool
) -> Response:
    answer = calculation.answer(fields)
    if form == JSON:
        return answers.answer(json_value(answer, explained=explained))
    if form == SVG:
        return _response(svg(answer).encode(), SVG)
    return _response(_table(answer, form), form)


def _table(answer: Answer, form: str) -> bytes:
    columns = table_columns(answer.columns, many=False)
    rows = list(table_rows([("", answer)]))
    if form == CSV:
        return csv_text(columns, rows).encode()
    stream = BytesIO()
    with parquet_writer(columns, stream) as write:
        write(rows)
    return stream.getvalue()


def _many(calculation: Calculation, table: bytes, form: str, *, explained: bool) -> Response:
    """Calculate all loans of a table, or none."""
    loans, stream = read_loans(calculation, table), BytesIO()
    write_many(loans, _FORMS[form], stream, explained=explained)
    loans.require_whole()
    return _response(stream.getvalue(), form)


def _response(body: bytes, kind: str) -> Response:
    return Response(body, headers=answers.GUARDED, media_type=kind)


def _explained(request: Request) -> bool:
    query = reading.read_query(request)
    said = query.pop(_EXPLAIN, "false")
    problems = [f"{name}: there is no such parameter" for name in query]
    if said not in ("true", "false"):
        problems.append(f"{_EXPLAIN}: expected true or false")
    if problems:
        raise Unreadable(tuple(problems))
    return said == "true"


def _accepted(request: Request, offered: Sequence[str]) -> str:
    """Return what is offered that the caller likes best; 406 where that is nothing."""
    wishes = _wishes(request.headers.get("accept", "*/*"))
    ranked = [(wishes(kind), -k, kind) for k, kind in enumerate(offered)]
    liking, _, kind = max(ranked)
    if liking <= 0:
        raise HTTPException(406, f"offered are {', '.join(offered)}")
    return kind


def _wishes(header: str) -> Any:
    """Return how much a kind is liked, from 0 to 1.  Source: RFC 9110, 12.5.1 (Accept)."""
    said = {}
    for part in header.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weights = [p[2:] for p in parameters if p.startswith("q=")]
        try:
            said[name] = float(weights[0]) if weights else 1.0
        except ValueError:
            said[name] = 0.0

    def liking(kind: str) -> float:
        ranges = (kind, f"{kind.partition('/')[0]}/*", "*/*")
        return next((said[name] for name in ranges if name in said), 0.0)

    return liking


def described(calculation: Calculation) -> dict[str, Any]:
    """Return a calculation as OpenAPI describes it."""
    explain = {
        "name": _EXPLAIN,
        "in": "query",
        "schema": {"type": "boolean"},
        "description": "With formula, figures and source of each row.",
    }
    drawn = {SVG: {"schema": TEXT}} if calculation.drawn else {}
    table = {CSV: {"schema": TEXT}, PARQUET: {"schema": {"type": "string"}}}
    done = content("The answer.", _answer_schema(calculation.columns))
    return {
        "operationId": f"calculate.{calculation.name}",
        **summary_of(calculation.label, calculation.summary),
        "parameters": [explain],
        "requestBody": {
            "required": True,
            "content": {JSON: {"schema": terms_schema(calculation)}, **table},
        },
        "responses": {
            "200": {**done, "content": {**done["content"], **table, **drawn}},
            **problems(
                "400", *UNKNOWN_CALLER, "405", SLOW_BODY, "406", "413", "415", "421", "422", "503"
            ),
        },
    }


def terms_schema(calculation: Calculation) -> dict[str, Any]:
    """Return the schema of the terms: of any of the classes that they may be read as."""
    schemas = [object_schema(calculation.inputs_of(kind)) for kind in calculation.kinds]
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _answer_schema(columns: Sequence[Column]) -> dict[str, Any]:
    named = {column.name: _value_schema(column) for column in columns}
    rows = {"type": "object", "properties": named}
    because = {"type": "object", "properties": {name: {} for name in BECAUSE}}
    return {
        "type": "object",
        "properties": {
            "rows": {"type": "array", "items": rows},
            "explained": {"type": "array", "items": because},
        },
    }


def _value_schema(column: Column) -> dict[str, Any]:
    kind = "integer" if column.type is int else "string"
    return {"type": kind, "title": f"{column.label.zh} / {column.label.en}"}
