"""JSON as callers write it, read as strictly as the exchange of money asks for."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from adapters.problems import Unreadable

STDIN: Final = "-"
DIGITS_MAX: Final = 4_000  # Python reads no more without being told to.


def read_json(text: str | bytes, where: str) -> Any:
    """Return what a JSON text says; Unreadable, naming where it stood, for anything else.

    NaN, infinities and a name that an object has twice are none of JSON.
    """
    try:
        said = text.decode("utf-8") if isinstance(text, bytes) else text
        return json.loads(
            said, parse_constant=_no_number, parse_int=_whole, object_pairs_hook=_object
        )
    except UnicodeDecodeError as error:
        raise Unreadable((f"{where}: not UTF-8 at byte {error.start}",)) from error
    except RecursionError as error:
        raise Unreadable((f"{where}: nested too deep",)) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Unreadable((f"{where}: not JSON at {place}: {error.msg}",)) from error
    except ValueError as error:
        raise Unreadable((f"{where}: {error}",)) from error


def read_json_file(name: str, option: str) -> Any:
    """Return the JSON in a file, or on the standard input for "-"."""
    try:
        content = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise Unreadable((f"{option}: {name}: {error.strerror}",)) from error
    return read_json(content, option)


def _no_number(text: str) -> Any:
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
