"""What an HTTP request says, read strictly: one meaning or a refusal."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NoReturn

from starlette.exceptions import HTTPException
from starlette.requests import Request

from adapters.problems import Unreadable

BODY_MAX: Final = 1 << 20  # Bytes.
NESTED_MAX: Final = 32
KEY_PATTERN: Final = r"^[!-~]{1,128}$"
VERSION_PATTERN: Final = r'^"(0|[1-9][0-9]{0,14})"$'


async def read_fields(request: Request) -> Mapping[str, Any]:
    """Return the JSON object in the body; 413 or 415 for another body, else Unreadable."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415, "send the fields as application/json")
    value = read_json(await _body(request))
    if not isinstance(value, dict):
        raise Unreadable(("expected an object",))
    return value


def read_json(body: bytes) -> Any:
    """Return the JSON value in UTF-8; Unreadable for what other readers might read otherwise."""
    try:
        value = json.loads(body.decode(), object_pairs_hook=_object, parse_constant=_constant)
        _check_depth(value, NESTED_MAX)
        json.dumps(value, ensure_ascii=False).encode()  # Half a character is no text.
    except RecursionError:
        raise Unreadable(("nested too deeply",)) from None
    except UnicodeError:
        raise Unreadable(("the body is not UTF-8",)) from None
    except ValueError as error:
        raise Unreadable((f"the body is not JSON: {error}",)) from None
    return value


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


async def _body(request: Request) -> bytes:
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


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError("a field is given twice")
    return value


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _check_depth(value: Any, left: int) -> None:
    if not isinstance(value, dict | list):
        return
    if left == 0:
        raise RecursionError
    for inner in value.values() if isinstance(value, dict) else value:
        _check_depth(inner, left - 1)
