"""What a caller gives with a command, derived from its type: every edge makes its offer of it."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import evolve, frozen

from adapters.codec import FREE_TEXT, INT_MAX, is_list
from adapters.texts import text_form
from domain import money, rate
from domain.catalogue import LABELS, CommandSpec, snake
from domain.fields import look_ups, personals, stamps
from domain.ids import Span, Text
from domain.labels import Label
from domain.money import Money
from domain.rate import Rate


class Kind(StrEnum):
    """How an input is written and shown."""

    TEXT = "text"
    WHOLE_NUMBER = "whole number"
    AMOUNT = "amount"
    RATE = "rate"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes/no"
    OBJECT = "object"  # See Input.fields.
    LIST = "list"  # See Input.item.


HELP: Final[Mapping[Kind, Label]] = {
    Kind.TEXT: Label("文字", "text"),
    Kind.WHOLE_NUMBER: Label("整数", "a whole number"),
    Kind.AMOUNT: Label("金额，如 120.00 或 120.00 CNY", "an amount like 120.00 or 120.00 CNY"),
    Kind.RATE: Label("年利率，如 4.35%", "a yearly rate like 4.35%"),
    Kind.DATE: Label("日期，如 2026-01-31", "a day like 2026-01-31"),
    Kind.CHOICE: Label("所列选项之一", "one of the choices"),
    Kind.YES_NO: Label("是或否", "true or false"),
    Kind.OBJECT: Label("由所列字段组成", "made of the fields listed"),
    Kind.LIST: Label("列表", "a list"),
}


@frozen
class Choice:
    """One of the values that an input can have."""

    value: str
    label: Label


@frozen(kw_only=True)
class Input:
    """One thing that a caller gives."""

    name: str
    label: Label
    kind: Kind
    required: bool = True  # False: left out, it has a default.
    nullable: bool = False  # True: null says that there is none.
    personal: bool = False  # Sealed under the person's key; never to be logged or shown freely.
    choices: tuple[Choice, ...] = ()  # Of a choice.
    pattern: str | None = None  # Of a text, an amount or a rate.
    longest: int | None = None  # Characters of a text.
    low: int | None = None  # Of a whole number; both bounds are included.
    high: int | None = None
    item: "Input | None" = None  # What a list is made of.
    fields: tuple["Input", ...] = ()  # What an object is made of.
    type: Any  # The type that the value is read as, without None.
    written: Label | None = None  # How it is written, where that is not said by its kind.

    @property
    def help(self) -> Label:
        """How the value is written, in one phrase."""
        return self.written or HELP[self.kind]


@cache
def inputs(kind: type) -> tuple[Input, ...]:
    """Return what a class is given by, in order; what the core fills is not among it."""
    hints, sealed = get_type_hints(kind, include_extras=True), personals(kind)
    filled = stamps(kind).keys() | look_ups(kind).keys()
    return tuple(
        _bounded(
            evolve(
                describe_type(field.name, hints[field.name]),
                label=_label_in(kind, field.name),
                required=field.default is attrs.NOTHING,
                personal=field.name in sealed,
            ),
            field.validator,
        )
        for field in attrs.fields(kind)
        if field.name not in filled
    )


def _bounded(part: Input, validator: Any) -> Input:
    """Return a whole number with the lower bound that its field declares with attrs' ge()."""
    if part.kind is Kind.WHOLE_NUMBER and getattr(validator, "compare_op", None) == ">=":
        return evolve(part, low=validator.bound)
    return part


def command_inputs(spec: CommandSpec) -> tuple[Input, ...]:
    """Return what a caller gives with a command, in order."""
    return inputs(spec.type)


def _label_in(kind: type, name: str) -> Label:
    """Return the label of a field: its own in that class, or the one that all of its name have."""
    return LABELS.get(f"{snake(kind.__name__)}.{name}") or label_of(name)


def label_of(name: str) -> Label:
    """Return the label of a name in the catalogue; the name itself where it has none."""
    return LABELS.get(name) or Label(name, name.replace("_", " "))


def describe_type(name: str, kind: Any) -> Input:
    """Return a required input of a type; TypeError for a type that no edge can read."""
    if get_origin(kind) in (Union, UnionType):
        others = [part for part in get_args(kind) if part is not NoneType]
        if len(others) != 1:
            raise TypeError(f"{name}: {kind} is a choice between types")
        return evolve(describe_type(name, others[0]), nullable=NoneType in get_args(kind))
    return Input(name=name, label=label_of(name), type=kind, **_traits(name, kind))


def _traits(name: str, kind: Any) -> dict[str, Any]:
    """Return what holds of an input because of its type."""
    if form := text_form(kind):
        shape = _shaped(Text(form.pattern, form.longest, form.help.en))
        return {**shape, "written": form.help}
    if get_origin(kind) is Annotated:
        return _shaped(kind.__metadata__[0])
    if is_list(kind):
        return {"kind": Kind.LIST, "item": describe_type(name, get_args(kind)[0])}
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        values = [str(member.value) for member in kind]
        choices = tuple(Choice(value, label_of(value)) for value in values)
        return {"kind": Kind.CHOICE, "choices": choices}
    if isinstance(kind, type) and attrs.has(kind):
        return {"kind": Kind.OBJECT, "fields": inputs(kind)}
    raise TypeError(f"{name}: no edge can read {kind}")


def _shaped(shape: Text | Span) -> dict[str, Any]:
    if isinstance(shape, Text):
        return {"kind": Kind.TEXT, "pattern": shape.pattern, "longest": shape.longest}
    return {"kind": Kind.WHOLE_NUMBER, "low": shape.low, "high": shape.high}


_PLAIN: Final[Mapping[Any, dict[str, Any]]] = {
    str: _shaped(FREE_TEXT),
    int: _shaped(Span(-INT_MAX, INT_MAX)),
    bool: {"kind": Kind.YES_NO},
    date: {"kind": Kind.DATE},
    Money: {"kind": Kind.AMOUNT, "pattern": money.PATTERN},
    Rate: {"kind": Kind.RATE, "pattern": rate.PATTERN},
}
