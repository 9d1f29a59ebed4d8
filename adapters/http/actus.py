"""ACTUS cases over HTTP: a file in its published shape in, the same with calculated rows out."""

from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from adapters.actus import as_text, run_cases
from adapters.http import answers, reading
from adapters.http.openapi_parts import SLOW_BODY, UNKNOWN_CALLER, content, problems
from adapters.json_text import read_object
from adapters.problems import Unreadable
from domain.loan.plan import Contradiction

JSON: Final = "application/json"
CASES_MAX: Final = 100
_CASES: Final[dict[str, Any]] = {"type": "object", "additionalProperties": {"type": "object"}}


async def actus(request: Request) -> Response:
    """Answer the cases in the body with the rows of each for its results."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise HTTPException(415, f"send the cases as {JSON}")
    # Numbers keep all their digits.
    cases = read_object(await reading.read_body(request), "the body", decimals=str)
    if len(cases) > CASES_MAX:
        raise HTTPException(413, f"a body has at most {CASES_MAX} cases")
    text = await run_in_threadpool(_calculated, cases)
    return Response(text, headers=answers.GUARDED, media_type=JSON)


def _calculated(cases: dict[str, Any]) -> str:
    """Return the cases with their rows; the shape of terms is the standard's, not our schema's."""
    try:
        return as_text(run_cases(cases))
    except Unreadable as error:
        raise Contradiction("cases", str(error)) from error


def described() -> dict[str, Any]:
    """Return the operation as OpenAPI describes it."""
    return {
        "operationId": "calculate.actus",
        "summary": "ACTUS 合约测算 / ACTUS contracts",
        "description": "Run the cases of an ACTUS file: PAM, LAM, NAM, ANN, LAX, CLM and UMP.",
        "requestBody": {"required": True, "content": {JSON: {"schema": _CASES}}},
        "responses": {
            "200": content("The cases, each with its rows for results.", _CASES),
            **problems("400", *UNKNOWN_CALLER, "405", SLOW_BODY, "413", "415", "421", "422"),
        },
    }
