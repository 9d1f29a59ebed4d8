"""What an HTTP request says, read strictly: one meaning or a refusal."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request

from adapters.door import BODY_MAX
from adapters.json_text import read_object
from adapters.problems import Unreadable
from adapters.telemetry.parent import HEADERS

BODY_SECONDS: Final = 20
KEY_PATTERN: Final = r"^[!-~]{1,128}$"
PURPOSE: Final = "Loanfold-Purpose"
PURPOSE_LONGEST: Final = 200
# Percent-encoded; what is sent as plain UTF-8 is taken too.
PURPOSE_PATTERN: Final = r"^([!-$&-~]|%[0-9A-Fa-f]{2})( ?([!-$&-~]|%[0-9A-Fa-f]{2}))*$"
VERSION_PATTERN: Final = r'^"(0|[1-9][0-9]{0,14})"$'


async def read_fields(request: Request) -> Mapping[str, Any]:
    """Return the JSON object in the body; 413 or 415 for another body, else Unreadable."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415, "send the fields as application/json")
    return read_object(await read_body(request), "the body")


def read_key(request: Request) -> str | None:
    """Return the idempotency key; None where none was sent."""
    key = _header(request, "idempotency-key")
    if key is not None and not re.fullmatch(KEY_PATTERN, key):
        raise Unreadable(("Idempotency-Key: expected 1 to 128 visible ASCII characters",))
    return key


def read_expected(request: Request) -> int | None:
    """Return the version that If-Match names; None where none was sent."""
    tag = _header(request, "if-match")
    if tag is None:
        return None
    if not re.fullmatch(VERSION_PATTERN, tag):
        raise Unreadable(('If-Match: expected a version like "3", with its quotes',))
    return int(tag.strip('"'))


def read_query(request: Request) -> dict[str, str]:
    """Return the query; Unreadable where a name is given twice or without a value."""
    pairs = request.query_params.multi_items()
    names = [name for name, _ in pairs]
    twice = sorted({name for name in names if names.count(name) > 1})
    problems = [f"{name}: given more than once" for name in twice]
    problems += [f"{name}: give a value or leave it out" for name, value in pairs if not value]
    if problems:
        raise Unreadable(tuple(problems))
    return dict(pairs)


def read_caller(request: Request) -> tuple[str | None, str | None]:
    """Return the credentials and the branch acted for; None for what was not sent."""
    return _header(request, "authorization"), _header(request, "loanfold-branch")


def read_purpose(request: Request) -> str | None:
    """Return what personal data is read for; None where that was not said.

    It is UTF-8, as it is or percent-encoded: what is no ASCII, and the sign % itself.
    """
    said = _header(request, PURPOSE)
    if said is None:
        return None
    try:
        if re.search(r"%(?![0-9A-Fa-f]{2})", said):
            raise ValueError("a % that encodes nothing")
        text = unquote(said.encode("latin-1").decode(), errors="strict").strip()
    except ValueError as error:
        raise Unreadable((f"{PURPOSE}: expected percent-encoded UTF-8",)) from error
    if not 0 < len(text) <= PURPOSE_LONGEST or not text.isprintable():
        raise Unreadable((f"{PURPOSE}: expected 1 to {PURPOSE_LONGEST} visible characters",))
    return text


def read_trace(request: Request) -> Mapping[str, str]:
    """Return the headers of the trace that the request is a part of."""
    return {name: said for name in HEADERS if (said := request.headers.get(name))}


async def read_body(request: Request) -> bytes:
    """Return the body; 408 where it takes too long to come."""
    try:
        return await asyncio.wait_for(_whole_body(request), BODY_SECONDS)
    except TimeoutError:
        raise HTTPException(408, f"a body is sent within {BODY_SECONDS} seconds") from None


async def _whole_body(request: Request) -> bytes:
    """Return the body, read no further than the limit, whatever its length was said to be."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_MAX:
            raise HTTPException(413, f"a body has at most {BODY_MAX} bytes")
    return bytes(body)


def _header(request: Request, name: str) -> str | None:
    values = request.headers.getlist(name)
    if len(values) > 1:
        raise Unreadable((f"{name}: given more than once",))
    return values[0] if values else None
