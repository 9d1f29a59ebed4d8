"""JSON in a file or on the standard input."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from adapters.json_text import read_json
from adapters.problems import Unreadable

STDIN: Final = "-"


def read_json_file(
    name: str, option: str, *, decimals: Callable[[str], float | str] = float
) -> Any:
    """Return the JSON in a file, or on the standard input for "-"; decimals as in read_json."""
    try:
        content = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise Unreadable((f"{option}: {name}: {error.strerror}",)) from error
    return read_json(content, option, decimals=decimals)
