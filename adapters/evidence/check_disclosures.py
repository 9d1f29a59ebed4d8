"""Whether what an export says of personal fields is what the records were sealed with.

A record holds digests; a line of the disclosures holds a text [salt, path, value] with its digest.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from adapters.evidence.faults import Faulty, require
from adapters.evidence.folder import lines
from adapters.evidence.lines import LINE_BYTES_MAX, Line

DISCLOSURES: Final = "data/disclosures.jsonl"


class Disclosures:
    """The lines of an export's disclosures, taken beside its records, in their order."""

    def __init__(self, folder: Path) -> None:
        """Open them; an export without personal data has none."""
        there = (folder / DISCLOSURES).exists()
        kept = lines(folder, DISCLOSURES, LINE_BYTES_MAX) if there else ()
        self._lines = map(_disclosed, enumerate(kept, start=1))
        self._fault: Faulty | None = None
        self.count = 0
        self._next = self._following()

    def compare(self, line: Line, said: Mapping[str, Any]) -> None:
        """Check the lines of a record."""
        while self._next is not None and self._next["index"] == line.index:
            digest = f"sha256:{hashlib.sha256(self._next['disclosure'].encode()).hexdigest()}"
            if digest != self._next["digest"] or digest not in said.get("sd", ()):
                self._fault = self._fault or Faulty(
                    f"{DISCLOSURES} line {self.count}: record {line.index} was not sealed with it"
                )
            self._next = self._following()

    def said(self) -> str:
        """Return what came of it; Faulty with the first fault."""
        if self._fault is not None:
            raise self._fault
        require(self._next is None, f"{DISCLOSURES} line {self.count} is of no record here")
        if not self.count:
            return "no personal data is in it"
        return f"{self.count} sealed fields say what their records were sealed with"

    def _following(self) -> Mapping[str, Any] | None:
        """Return the next line; after a fault there is none."""
        try:
            found = next(self._lines, None)
        except Faulty as fault:
            self._fault = self._fault or fault
            return None
        self.count += found is not None
        return found


def _disclosed(numbered: tuple[int, bytes]) -> Mapping[str, Any]:
    number, content = numbered
    try:
        said = json.loads(content)
        shapes = {"index": int, "path": str, "digest": str, "disclosure": str}
        sound = all(type(said[name]) is shape for name, shape in shapes.items())
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Faulty(f"{DISCLOSURES} line {number} cannot be read") from error
    require(sound and len(said) == len(shapes), f"{DISCLOSURES} line {number} is of another form")
    found: Mapping[str, Any] = said
    return found
