"""Values that are written as one text wherever they are given: flags, JSON, cells of a table.

    rates      4.35%, 2025-01-01 4.10%      a value, and others with the first day they hold
    cycle      1M, 2W, 90D                  a number and D, W, M, Q, H or Y
    settled    3M/20                        every three months, through the 20th
    part       1/24                         a quotient
    span       2024-03-01/2024-06-01        the first day, and the first that is no longer in it

The pattern of a text is as strict as its reader: what matches it can be read.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from attrs import frozen

from adapters.calendars import CALENDARS, calendar_named
from domain import rate
from domain.calendar import Cycle, SettlementRule, Unit, WorkingCalendar
from domain.dated import Dated, From
from domain.labels import Label
from domain.loan.plan.terms import Refix
from domain.rate import Rate

_YEAR: Final = "(19|20|21)[0-9]{2}"
_LEAP: Final = "((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)"
# A day in the years 1900 to 2199; the 30th of February is none, and the 29th is one in leap years.
_DAY: Final = (
    rf"({_YEAR}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    r"|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    rf"|{_LEAP}-02-29)"
)
DATE_PATTERN: Final = f"^{_DAY}$"
_QUOTIENT: Final = "[1-9][0-9]{0,3}/[1-9][0-9]{0,3}"


@frozen(kw_only=True)
class TextForm:
    """How the values of a type are written as one text."""

    pattern: str
    help: Label
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    longest: int = 40


def dated_form(one: TextForm) -> TextForm:
    """Return the form of values by their first day, each of which is written in a form."""
    inner = one.pattern.removeprefix("^").removesuffix("$")

    def read(text: str) -> Any:
        found = [part.rpartition(" ") for part in text.split(", ")]
        entries = [
            From(date.fromisoformat(day) if day else date.min, one.read(value))
            for day, _, value in found
        ]
        return Dated(tuple(sorted(entries, key=lambda entry: entry.day)))

    def write(value: Any) -> str:
        return ", ".join(
            one.write(entry.value)
            if entry.day == date.min
            else f"{entry.day} {one.write(entry.value)}"
            for entry in value.values
        )

    return TextForm(
        pattern=rf"^({_DAY} )?({inner})(, {_DAY} ({inner}))*$",
        help=Label(
            f"{one.help.zh}；可续写“, 2025-01-01 新值”",
            f'{one.help.en}; others follow as ", 2025-01-01 value"',
        ),
        read=read,
        write=write,
        longest=4_000,
    )


def _quotient(text: str) -> tuple[int, int]:
    over, _, of = text.partition("/")
    return int(over), int(of)


def _span(text: str) -> tuple[date, date]:
    start, _, until = text.partition("/")
    return date.fromisoformat(start), date.fromisoformat(until)


def _cycle(text: str) -> Cycle:
    return Cycle(int(text[:-1]), Unit(text[-1]))


def _settled(text: str) -> SettlementRule:
    months, _, through = text.partition("M/")
    return SettlementRule(int(months), int(through))


def _enum_form(kind: type[StrEnum], says: Label) -> TextForm:
    return TextForm(pattern=f"^({'|'.join(kind)})$", help=says, read=kind, write=str)


def _calendar_name(calendar: WorkingCalendar) -> str:
    return next(name for name in CALENDARS if calendar_named(name).name == calendar.name)


RATE: Final = TextForm(
    pattern=rate.PATTERN,
    help=Label("年利率，如 4.35%", "a yearly rate like 4.35%"),
    read=Rate.parse,
    write=str,
)
QUOTIENT: Final = TextForm(
    pattern=f"^{_QUOTIENT}$",
    help=Label("分数，如 1/24", "a quotient like 1/24"),
    read=_quotient,
    write=lambda value: f"{value[0]}/{value[1]}",
)
_CAP: Final = TextForm(
    pattern=f"^({_QUOTIENT}|none)$",
    help=Label("倍数，如 107/100，或 none", "a factor like 107/100, or none"),
    read=lambda text: None if text == "none" else _quotient(text),
    write=lambda value: "none" if value is None else QUOTIENT.write(value),
)
_REFIX: Final = _enum_form(Refix, Label("保持期限或保持月供", "keep_term or keep_instalment"))

TEXT_FORMS: Final[Mapping[Any, TextForm]] = {
    Dated[Rate]: dated_form(RATE),
    Dated[Refix]: dated_form(_REFIX),
    Dated[tuple[int, int] | None]: dated_form(_CAP),
    tuple[int, int]: QUOTIENT,
    tuple[date, date]: TextForm(
        pattern=f"^{_DAY}/{_DAY}$",
        help=Label("起止日，如 2024-03-01/2024-06-01，止日不计", "days like 2024-03-01/2024-06-01"),
        read=_span,
        write=lambda value: f"{value[0]}/{value[1]}",
    ),
    Cycle: TextForm(
        pattern="^[1-9][0-9]{0,3}[DWMQHY]$",
        help=Label("周期，如 1M、2W、90D", "a cycle like 1M, 2W or 90D"),
        read=_cycle,
        write=lambda value: f"{value.count}{value.unit}",
    ),
    SettlementRule: TextForm(
        pattern="^(1|3|6|12)M/([1-9]|[12][0-9]|3[01])$",
        help=Label("结息，如 3M/20（按季，20日）", "like 3M/20: quarterly, through the 20th"),
        read=_settled,
        write=lambda value: f"{value.months}M/{value.through}",
    ),
    WorkingCalendar: TextForm(
        pattern=f"^({'|'.join(CALENDARS)})$",
        help=Label("工作日历", f"one of {', '.join(CALENDARS)}"),
        read=calendar_named,
        write=_calendar_name,
    ),
}


def text_form(kind: Any) -> TextForm | None:
    """Return how the values of a type are written as one text; None where they are not."""
    return TEXT_FORMS.get(kind) if isinstance(kind, type) or hasattr(kind, "__origin__") else None


def read_form(form: TextForm, value: Any) -> Any:
    """Return the value that a text says; ValueError, with how it is written, for another."""
    if not isinstance(value, str):
        raise ValueError(f"expected {form.help.en}, written as text")
    if len(value) > form.longest or not re.fullmatch(form.pattern, value):
        raise ValueError(f"expected {form.help.en}")
    return form.read(value)
