"""How older versions of an event read today; they are upcast on read, the record never changes."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import frozen

Step = Callable[[dict[str, Any]], dict[str, Any]]


@frozen
class Versions:
    """The steps from each older version of an event's data to the next.

    steps[("loan.disbursed", 1)] turns data of version 1 into data of version 2.
    """

    steps: Mapping[tuple[str, int], Step]

    def current(self, name: str) -> int:
        """Return the version that an event is written in today, from 1."""
        return 1 + max((version for known, version in self.steps if known == name), default=0)

    def upcast(self, name: str, schema: int, fields: dict[str, Any]) -> dict[str, Any]:
        """Return the data of a version as it reads today; ValueError for one from the future."""
        current = self.current(name)
        if schema > current:
            raise ValueError(
                f"{name} version {schema} is newer than this program knows ({current}): update it"
            )
        for version in range(schema, current):
            fields = self.steps[(name, version)](fields)
        return fields


VERSIONS: Final = Versions({})
