"""The flags of a command, derived from its inputs, and their values nested back into JSON."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import click
from attrs import frozen

from adapters.describe import Input, Kind
from adapters.json_text import DIGITS_MAX, read_json
from adapters.problems import Unreadable
from domain.labels import Label

_WHOLE: Final = re.compile(rf"-?[0-9]{{1,{DIGITS_MAX}}}")
_METAVARS: Final[Mapping[Kind, str]] = {
    Kind.WHOLE_NUMBER: "NUMBER",
    Kind.AMOUNT: "120.00",
    Kind.RATE: "4.35%",
    Kind.DATE: "2026-01-31",
    Kind.YES_NO: "true|false",
}


@frozen(kw_only=True)
class Flag:
    """One flag: the place of a plain value, or of a list, within a command's fields."""

    path: tuple[Input, ...]
    required: bool

    @property
    def option(self) -> str:
        """The flag as it is typed."""
        return "--" + "-".join(part.name for part in self.path).replace("_", "-")

    @property
    def parameter(self) -> str:
        """The name of its value among the values of a call."""
        return "__".join(part.name for part in self.path)

    @property
    def value(self) -> Input:
        """What one value of the flag is: of a list of plain values, one of them."""
        last = self.path[-1]
        return last.item if last.item and not self.in_json else last

    @property
    def listed(self) -> bool:
        """Tell whether the flag may be given several times."""
        return self.path[-1].item is not None and not self.in_json

    @property
    def in_json(self) -> bool:
        """Tell whether only JSON can say it: a list of objects or of lists."""
        item = self.path[-1].item
        return item is not None and item.kind in (Kind.OBJECT, Kind.LIST)

    def read(self, given: Any) -> Any:
        """Return what was typed as a JSON value; what does not fit is left for the codec."""
        if self.in_json:
            return read_json(given, self.option)
        return [self._plain(text) for text in given] if self.listed else self._plain(given)

    def make(self) -> click.Option:
        """Return the flag for the command line."""
        return click.Option(
            [self.option, self.parameter],
            multiple=self.listed,
            help="; ".join(self._help()),
            metavar="JSON" if self.in_json else _METAVARS.get(self.value.kind, "TEXT"),
        )

    def _plain(self, text: str) -> Any:
        kind = self.value.kind
        if self.value.nullable and text == "":
            return None
        if kind is Kind.WHOLE_NUMBER and _WHOLE.fullmatch(text):
            return int(text)
        if kind is Kind.YES_NO and text in ("true", "false"):
            return text == "true"
        return text

    def _help(self) -> Iterator[str]:
        """Yield what the flag is called in both languages, and what may be said."""
        yield " > ".join(said(part.label) for part in self.path)
        if self.in_json and self.value.item:
            yield "a list of objects: " + ", ".join(map(_within, self.value.item.fields))
        if self.value.written:
            yield said(self.value.written)
        if self.value.choices:
            yield "one of " + ", ".join(f"{c.value} {c.label.zh}" for c in self.value.choices)
        if self.listed:
            yield "may be given several times"
        if self.required:
            yield "required, empty for none" if self.value.nullable else "required"


def _within(part: Input) -> str:
    """Return a field of an object in a list, with what may be said."""
    choices = (part.item or part).choices
    chosen = f" ({', '.join(f'{c.value} {c.label.zh}' for c in choices)})" if choices else ""
    return f"{part.name} {part.label.zh}{chosen}"


def flags_of(inputs: Sequence[Input]) -> Sequence[Flag]:
    """Return the flags for what a caller gives, in order; objects are taken apart."""
    return list(_flags(inputs, (), required=True))


def nested(flags: Sequence[Flag], given: Mapping[str, Any], whole: Any) -> Any:
    """Return a command's fields: a JSON object, with what the flags say put over it."""
    for flag in flags:
        if given.get(flag.parameter) not in (None, ()):
            _put(whole, flag, flag.read(given[flag.parameter]))
    return whole


def said(label: Label) -> str:
    """Return a label in both languages."""
    return f"{label.zh} {label.en}"


def _flags(inputs: Sequence[Input], path: tuple[Input, ...], *, required: bool) -> Iterator[Flag]:
    for part in inputs:
        here, needed = (*path, part), required and part.required
        if part.kind is Kind.OBJECT:
            yield from _flags(part.fields, here, required=needed and not part.nullable)
        else:
            yield Flag(path=here, required=needed)


def _put(whole: Any, flag: Flag, value: Any) -> None:
    for part in flag.path[:-1]:
        if isinstance(whole, dict):
            if whole.get(part.name) is None:
                whole[part.name] = {}
            whole = whole[part.name]
    if not isinstance(whole, dict):
        raise Unreadable((f"expected an object around {flag.option}",))
    whole[flag.path[-1].name] = value
