"""What the HTTP edge answers: JSON, and for every error a problem of RFC 9457."""

import json
from collections.abc import Mapping
from typing import Any, Final

from attrs import asdict
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from adapters.bus import Outcome, Page
from adapters.codec import write_moment
from adapters.problems import TooMany, Unauthenticated, Unreadable, problem

PROBLEM: Final = "application/problem+json"
METRICS: Final = "text/plain; version=0.0.4; charset=utf-8"  # Prometheus text exposition format.
TITLES: Final[Mapping[int, tuple[str, str]]] = {
    404: ("unknown", "There is no such thing."),
    405: ("method", "This is not done by this method."),
    406: ("not_acceptable", "This is not offered in that kind."),
    408: ("too_slow", "The body did not come in time."),
    413: ("too_large", "The body is too large."),
    415: ("media_type", "The body is of another kind."),
    421: ("host", "The request was meant for another host."),
    500: ("failed", "Something went wrong here; nothing can be said of it from outside."),
}
# In the place of what the protocol says by itself.
SAYS: Final[Mapping[str, str]] = {
    "Not Found": "commands are at /commands/NAME, views at /views/NAME; /docs lists them all",
    "Method Not Allowed": "the header Allow says by which method",
}
# Answers may hold personal data, so nobody on the way keeps them.
GUARDED: Final = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def answer(
    value: Any,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    media_type: str = "application/json",
) -> Response:
    """Return a JSON answer."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return Response(text, status, {**GUARDED, **(headers or {})}, media_type)


def outcome_answer(outcome: Outcome) -> Response:
    """Return what a command led to, tagged with the version of its stream."""
    at = outcome.recorded_at
    said = {**asdict(outcome), "recorded_at": None if at is None else write_moment(at)}
    return answer(said, headers={"ETag": f'"{outcome.version}"'})


def page_answer(page: Page) -> Response:
    """Return the answer of a view."""
    return answer(asdict(page))


async def our_error(_request: Request, error: Exception) -> Response:
    """Return the answer to one of our errors."""
    known = problem(error)
    assert known is not None
    headers = _more_headers(error)
    more = {"source": known.source, "facts": known.facts} if known.source else {}
    return _problem(
        known.status, known.code, known.title, {"detail": known.detail, **more}, headers
    )


def _more_headers(error: Exception) -> Mapping[str, str]:
    """Return the headers that the protocol asks for beside an answer."""
    if isinstance(error, Unauthenticated):
        return {"WWW-Authenticate": 'Bearer realm="loanfold"'}
    return {"Retry-After": str(error.seconds)} if isinstance(error, TooMany) else {}


async def http_error(_request: Request, error: Exception) -> Response:
    """Return the answer to an error of the protocol; Allow stays with a 405."""
    assert isinstance(error, HTTPException)
    code, title = TITLES.get(error.status_code, ("http", "The request cannot be answered."))
    said = {"detail": SAYS.get(error.detail, error.detail)}
    return _problem(error.status_code, code, title, said, error.headers)


def as_ours(error: Exception) -> Exception:
    """Return an error of the protocol as one of ours: a request that cannot be read."""
    return Unreadable((error.detail,)) if isinstance(error, HTTPException) else error


async def our_fault(_request: Request, _error: Exception) -> Response:
    """Return the answer to a fault of ours, without any detail."""
    return _problem(500, *TITLES[500], {})


def _problem(
    status: int,
    code: str,
    title: str,
    said: Mapping[str, Any],
    *headers: Mapping[str, str] | None,
) -> Response:
    what = {"type": f"urn:loanfold:problem:{code}", "title": title, "status": status, "code": code}
    return answer({**what, **said}, status, headers[0] if headers else None, PROBLEM)
