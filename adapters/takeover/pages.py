"""All rows of a view, a page at a time."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from adapters.bus import Bus
from domain.money import Money

PAGE: Final = "500"


def all_rows(bus: Bus, view: str, query: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a view, as known by one index throughout."""
    page = bus.read(view, {"limit": PAGE, **query})
    while True:
        yield from page.rows
        if page.next is None:
            return
        fixed = {"limit": PAGE, **query, "known_by": str(page.known_by)}
        page = bus.read(view, {**fixed, "after": page.next})


def loans_of(bus: Bus, system: str, on: str) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of the loan register that were taken over from a system."""
    for row in all_rows(bus, "loan_register", {"in_effect_on": on}):
        if row["origin"] and row["origin"]["system"] == system:
            yield row


def fen(text: str) -> int:
    """Return the hundredth parts of an amount of a view."""
    return Money.parse(text).fen
