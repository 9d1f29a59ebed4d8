"""An economic file as far as it is known: each section from day to day, and what they sum up to."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.economic_file.events import EconomicFileEvent, SectionsRecorded
from domain.economic_file.values import Sections
from domain.facts.economy import Economy
from domain.ids import StaffId
from domain.money import Money

NAMES: Final = tuple(field.name for field in attrs.fields(Sections))


@frozen
class EconomicFile:
    """Sections by name, from the days on which they were found so; last is the newest record."""

    sections: Mapping[str, Dated[Any]] = attrs.field(factory=dict)
    investigators: Dated[tuple[StaffId, ...]] = attrs.field(factory=Dated)
    last: SectionsRecorded | None = None

    @property
    def refreshed_on(self) -> date | None:
        """The day of the newest sections; None before any."""
        return self.investigators.values[-1].day if self.investigators.values else None

    @property
    def currency(self) -> str | None:
        """The currency of its amounts; None before any."""
        stated = attrs.asdict(self.last.figures, recurse=False) if self.last else {}
        return next((one.currency for one in stated.values() if isinstance(one, Money)), None)


def given(sections: Sections) -> Mapping[str, Any]:
    """Return the sections that are given, by name."""
    said = ((name, getattr(sections, name)) for name in NAMES)
    return {name: value for name, value in said if value is not None}


def with_sections(file: EconomicFile, sections: Sections, since: date) -> Mapping[str, Dated[Any]]:
    """Return the sections of a file with those that hold from a day on."""
    none: Dated[Any] = Dated()
    changed = {
        name: file.sections.get(name, none).with_value(since, value)
        for name, value in given(sections).items()
    }
    return {**file.sections, **changed}


def newest(sections: Mapping[str, Dated[Any]]) -> Mapping[str, Any]:
    """Return the newest of each section, by name."""
    return {name: dated.values[-1].value for name, dated in sections.items()}


def evolve(file: EconomicFile, event: EconomicFileEvent) -> EconomicFile:
    """Return the file after an event."""
    return EconomicFile(
        with_sections(file, event.sections, event.since),
        file.investigators.with_value(event.since, event.investigators),
        event,
    )


def fact(customer_id: str, file: EconomicFile) -> Economy | None:
    """Return what others may know of a customer's economy; None before anything is recorded."""
    if file.last is None:
        return None
    figures, opinion = file.last.figures, newest(file.sections).get("village_opinion")
    return Economy(
        customer_id=customer_id,
        kind=file.last.kind,
        household_size=figures.household_size,
        labour=figures.labour,
        assets=figures.assets,
        debts=figures.debts,
        shares=figures.shares,
        net_income=figures.net_income,
        expected_income=figures.expected_income,
        spending=figures.spending,
        disposable=figures.disposable,
        opinion=opinion and opinion.opinion,
        complete=not file.last.missing_items,
        missing_items=file.last.missing_items,
        refreshed_on=file.refreshed_on,
    )
