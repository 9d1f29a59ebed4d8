r"""Texts in cells of CSV that no program takes for a formula, and that can be undone.

A text gets one apostrophe in front where it starts with one, or with what a spreadsheet would
calculate: = + - @ and their full-width forms.  Control characters, marks that turn the direction
of writing, line and paragraph separators are written as \uXXXX, and a backslash as two.  Whoever
wants the text back drops one leading apostrophe, then reads the escapes as JSON does.

Source: OWASP, CSV injection; Unicode UAX #9 (directional formatting characters).
"""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

_RISKY: Final = re.compile(r"['=+\-@＝＋－＠]")
_ESCAPED: Final = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_QUOTED: Final = re.compile('[",\r\n]')


def safe(text: str) -> str:
    """Return a text as it stands in a cell."""
    escaped = _ESCAPED.sub(_escape, text)
    return f"'{escaped}" if _RISKY.match(escaped) else escaped


def plain_text(cell: str) -> str:
    """Return the text that a cell stands for: the undoing of safe."""
    bare = cell.removeprefix("'").replace('"', '\\"')
    text: str = json.loads(f'"{bare}"')
    return text


def json_cell(value: Any) -> str:
    """Return a list or a map as JSON, whose escapes keep control characters out of a cell."""
    return json_text_cell(
        json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    )


def json_text_cell(text: str) -> str:
    """Return the same of what is JSON already, sorted and without blanks."""
    return _ESCAPED.sub(lambda found: found[0] if found[0] == "\\" else _escape(found), text)


def csv_line(cells: Iterable[str]) -> str:
    """Return one line of CSV with its line feed; a cell is quoted where it must be (RFC 4180)."""
    return (
        ",".join(f'"{c.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(c) else c for c in cells)
        + "\n"
    )


def _escape(found: re.Match[str]) -> str:
    return "\\\\" if found[0] == "\\" else f"\\u{ord(found[0]):04x}"
