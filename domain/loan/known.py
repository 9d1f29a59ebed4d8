"""What a loan is known by: dated facts, each under its kind and number, and what it moved."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, TypeVar

import attrs
from attrs import frozen

from domain.loan.facts import (
    ArrearsRespread,
    Drawn,
    Extended,
    Fact,
    FeeCharged,
    InterestCapitalised,
    InterestPaused,
    Misused,
    RateSet,
    Received,
    Refunded,
    Restructured,
    Waived,
    WrittenOff,
    number_of,
)
from domain.loan.values import FactKind, Instalment, Split

Key = tuple[FactKind, str]
AFact = TypeVar("AFact", bound=Fact)

KINDS: Final[Mapping[type[Fact], FactKind]] = {
    Drawn: FactKind.DRAWDOWN,
    Received: FactKind.RECEIPT,
    RateSet: FactKind.RATE,
    InterestPaused: FactKind.PAUSE,
    FeeCharged: FactKind.FEE,
    Misused: FactKind.MISUSE,
    Extended: FactKind.EXTENSION,
    Restructured: FactKind.RESTRUCTURING,
    ArrearsRespread: FactKind.RESPREADING,
    InterestCapitalised: FactKind.CAPITALISATION,
    Waived: FactKind.WAIVER,
    WrittenOff: FactKind.WRITE_OFF,
    Refunded: FactKind.REFUND,
}
_NAMES: Final[Mapping[type[object], tuple[str, ...]]] = {
    kind: tuple(field.name for field in attrs.fields(kind)) for kind in KINDS
}


@frozen(kw_only=True)
class Known:
    """A fact as it is known, and what it moved, as that now stands."""

    fact: Fact
    moved: Split
    undone: bool = False  # Taken back; it stays known so that its number is not used again.
    start: tuple[Instalment, ...] = ()  # Of a drawdown: the plan that it begins with, if first.

    @property
    def value_date(self) -> date:
        """The day from which the fact counts."""
        return self.fact.value_date


def key_of(fact: Fact) -> Key:
    """Return what a fact is known under."""
    return KINDS[type(fact)], number_of(fact)


def fact_from(kind: type[AFact], said: Any) -> AFact:
    """Return the fact that a command or an event states in fields of the same names."""
    return kind(**{name: getattr(said, name) for name in _NAMES[kind]})


def fields_of(fact: Fact) -> dict[str, Any]:
    """Return the fields of a fact by name, for an event that states it."""
    return {field.name: getattr(fact, field.name) for field in attrs.fields(type(fact))}
