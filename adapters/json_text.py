"""JSON as callers write it, read as strictly as the exchange of money asks for: one meaning."""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final, NoReturn

from adapters.problems import Unreadable

DIGITS_MAX: Final = 4_000  # Python reads no more without being told to.
NESTED_MAX: Final = 32


def read_json(
    text: str | bytes, where: str, *, decimals: Callable[[str], float | str] = float
) -> Any:
    """Return what a JSON text says; Unreadable, naming where it stood, for anything else.

    decimals turns a number with a fraction or exponent into a value: str keeps all its digits.
    NaN, infinities, half a character, and a name that an object has twice are none of JSON:
    other readers might read them otherwise.
    """
    try:
        said = text.decode("utf-8") if isinstance(text, bytes) else text
        value = json.loads(
            said,
            parse_constant=_no_number,
            parse_int=_whole,
            parse_float=decimals,
            object_pairs_hook=_object,
        )
        _check_depth(value, NESTED_MAX)
        json.dumps(value, ensure_ascii=False).encode()
        return value
    except UnicodeDecodeError as error:
        raise Unreadable((f"{where}: not UTF-8 at byte {error.start}",)) from error
    except UnicodeEncodeError as error:
        raise Unreadable((f"{where}: half a character is no text",)) from error
    except RecursionError as error:
        raise Unreadable((f"{where}: nested too deep",)) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Unreadable((f"{where}: not JSON at {place}: {error.msg}",)) from error
    except ValueError as error:
        raise Unreadable((f"{where}: {error}",)) from error


def read_object(
    text: str | bytes, where: str, *, decimals: Callable[[str], float | str] = float
) -> dict[str, Any]:
    """Return the object that a JSON text says; Unreadable for any other value."""
    value = read_json(text, where, decimals=decimals)
    if not isinstance(value, dict):
        raise Unreadable((f"{where}: expected an object",))
    return value


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def _whole(text: str) -> int:
    if len(text) > DIGITS_MAX:
        raise ValueError(f"a number of more than {DIGITS_MAX} digits")
    return int(text)


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"given twice: {', '.join(twice)}")
    return found


def _check_depth(value: Any, left: int) -> None:
    if not isinstance(value, dict | list):
        return
    if left == 0:
        raise RecursionError
    for inner in value.values() if isinstance(value, dict) else value:
        _check_depth(inner, left - 1)
