"""Which streams the fields of a command and the columns of a view name."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from domain.catalogue import DECIDERS

_WHOLE: Final = ("stream", "file_id")  # Names of fields that hold a stream as it is.
# Identity -> the category that it is the number of; several may share one, as a credit file does.
HOME_OF: Final[Mapping[str, str]] = {
    decider.identity: decider.category
    for decider in reversed(DECIDERS)
    if decider.identity.endswith("_id") and decider.identity not in _WHOLE
} | {"customer_id": "customer"}


def stream_of(name: str, value: str) -> str | None:
    """Return the stream that a field of this name leads to; None where it leads to none."""
    if name in _WHOLE:
        return value
    category = HOME_OF.get(name)
    return None if category is None else f"{category}-{value}"


def streams_in(named: Mapping[str, Any]) -> Iterator[str]:
    """Yield the streams that a row or a query names by its columns."""
    for name, value in named.items():
        if isinstance(value, str) and value and (stream := stream_of(name, value)):
            yield stream
