"""One strict converter for every edge and the store.

Stock converters take "NaN", true for 1, "abc" for a list of texts and 0 for a date.  This one
takes what the derived JSON Schema allows and nothing else: that is its whole purpose.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

import attrs
from cattrs import BaseConverter, Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn
from cattrs.v import transform_error

from adapters.problems import Unreadable
from adapters.texts import read_form, text_form
from domain.ids import Span, Text
from domain.money import DEFAULT_CURRENCY, FEN_MAX, Money
from domain.rate import Rate

INT_MAX: Final = 2**53 - 1  # What every JSON reader can hold.
ANY_INT: Final = Span(-INT_MAX, INT_MAX)
# What reads as a reference to a sealed field, or as an erased one, cannot be said by a caller.
FREE_TEXT: Final = Text(
    r"^(?!sealed:|\[erased\]$)(?=.*\S)[^\u0000-\u001f\u007f-\u009f]+$",
    500,
    "one line of text, not blank",
)
DATE: Final = Text(
    r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$",
    10,
    "a day like 2026-01-31, from 1900-01-01 to 2199-12-31",
)
MOMENT: Final = Text(
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$",
    27,
    "a time like 2026-01-31T09:00:00.000000Z",
)
AMOUNT: Final = Text(r"", 24, "an amount like 120.00 or 120.00 CNY")
RATE: Final = Text(r"", 24, "a yearly rate like 4.35%")


def read_text(value: Any, shape: Text = FREE_TEXT) -> str:
    """Return a text of the given shape in Unicode normal form C; ValueError for anything else."""
    if not isinstance(value, str):
        raise ValueError(f"expected {shape.says}, written as text")
    if len(value) > shape.longest:
        raise ValueError(f"longer than {shape.longest} characters")
    if not _whole(shape.pattern).search(value):
        raise ValueError(f"expected {shape.says}")
    if value.isascii():
        return value
    value.encode()  # A lone surrogate is no character: UnicodeEncodeError is a ValueError.
    return unicodedata.normalize("NFC", value)


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    # In Python "$" also matches before a last line feed; in JSON Schema it does not.
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)


def read_int(value: Any, span: Span = ANY_INT) -> int:
    """Return a whole number; 12.0 is one in JSON, true is not."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("expected a whole number")
    if not span.low <= value <= span.high:
        raise ValueError(f"expected {span.low} to {span.high}")
    return value


def read_bool(value: Any) -> bool:
    """Return true or false; ValueError for anything else."""
    if not isinstance(value, bool):
        raise ValueError("expected true or false")
    return value


def read_date(value: Any) -> date:
    """Return the day written as 2026-01-31, in the years 1900 to 2199."""
    text = read_text(value, DATE)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError("there is no such day in the calendar") from error


def read_moment(value: Any) -> datetime:
    """Return the moment written as 2026-01-31T09:00:00.000000Z."""
    return datetime.fromisoformat(read_text(value, MOMENT))


def write_moment(value: datetime) -> str:
    """Return a moment in UTC with six decimals."""
    return f"{value.isoformat(timespec='microseconds')[:26]}Z"


def read_money(value: Any, currency: str = DEFAULT_CURRENCY) -> Money:
    """Return the amount written as "120.00" in the currency given, or as "120.00 USD"."""
    money = Money.parse(read_text(value, AMOUNT), currency)
    if abs(money.fen) > FEN_MAX:
        raise ValueError("too large an amount")
    return money


class StrictConverter(Converter):
    """The converter, with one beside it that takes the same and does not say what is wrong."""

    quick: Converter


def make_converter(currency: str = DEFAULT_CURRENCY, *, stored: bool = False) -> StrictConverter:
    """Return the strict converter; amounts without a currency are in the one given.

    stored reads what the core itself wrote: free text may then be a reference or "[erased]".
    """
    converter = StrictConverter(forbid_extra_keys=True)
    converter.quick = Converter(forbid_extra_keys=True, detailed_validation=False)
    for each in (converter, converter.quick):
        _register(each, currency, stored=stored)
    return converter


def _register(converter: Converter, currency: str, *, stored: bool) -> None:
    for kind, read_value in _PLAIN.items():
        # By class: the library asks its own hooks for these before any predicate.
        converter.register_structure_hook(kind, _plain(read_value))
    if stored:
        converter.register_structure_hook(str, _plain(lambda value: value))
    converter.register_structure_hook_func(_is_enum, _read_enum)
    converter.register_structure_hook_factory(_is_annotated, _annotated)
    converter.register_structure_hook_factory(_is_optional, _optional)
    converter.register_structure_hook_factory(attrs.has, _object)
    converter.register_structure_hook_factory(is_list, _list)
    converter.register_structure_hook_func(_has_form, _read_form)
    converter.register_unstructure_hook_factory(_has_form, _write_form)
    converter.register_unstructure_hook(Money, str)
    converter.register_unstructure_hook(Rate, str)
    converter.register_unstructure_hook(Enum, lambda member: member.value)
    converter.register_structure_hook(Money, lambda value, _: read_money(value, currency))
    converter.register_structure_hook(Rate, lambda value, _: Rate.parse(read_text(value, RATE)))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, write_moment)


def read(converter: StrictConverter, value: Any, kind: Any) -> Any:
    """Return the value as its type; Unreadable with one sentence a problem."""
    with suppress(Exception):  # Whatever is wrong, the other says what.
        return converter.quick.structure(value, kind)
    try:
        return converter.structure(value, kind)
    except (BaseValidationError, ValueError) as error:
        said = transform_error(error, path="", format_exception=_say)
        raise Unreadable(tuple(_tidy(line) for line in said)) from error


def is_list(kind: Any) -> bool:
    """Tell whether a type is written as a JSON list: tuple[X, ...]."""
    return get_origin(kind) is tuple


def _say(error: BaseException, _kind: Any = None) -> str:
    if isinstance(error, KeyError):
        return "required field missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown field: {', '.join(sorted(error.extra_fields))}"
    return str(error)


def _tidy(line: str) -> str:
    """Return a problem with its place before it, where it has one: "terms.months: ..."."""
    says, _, place = line.rpartition(" @ ")
    return f"{place.removeprefix('.')}: {says}" if place else says


def _plain(read_value: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    # Choices are texts too, so what is registered for texts is also asked for them.
    return lambda value, kind: _read_enum(value, kind) if _is_enum(kind) else read_value(value)


@cache
def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _read_enum(value: Any, kind: Any) -> Any:
    choices = _choices(kind)
    if not isinstance(value, str) or value not in choices:
        raise ValueError(f"expected one of {', '.join(choices)}")
    return choices[value]


@cache
def _choices(kind: Any) -> Mapping[str, Any]:
    return {member.value: member for member in kind}


def _has_form(kind: Any) -> bool:
    return text_form(kind) is not None


def _read_form(value: Any, kind: Any) -> Any:
    form = text_form(kind)
    assert form is not None, "asked for forms alone"
    return read_form(form, value)


def _write_form(kind: Any) -> Callable[[Any], str]:
    form = text_form(kind)
    assert form is not None, "asked for forms alone"
    return form.write


def _is_annotated(kind: Any) -> bool:
    return get_origin(kind) is Annotated


def _annotated(kind: Any) -> Callable[[Any, Any], Any]:
    (shape,) = kind.__metadata__
    if isinstance(shape, Text):
        return lambda value, _: read_text(value, shape)
    return lambda value, _: read_int(value, shape)


def _is_optional(kind: Any) -> bool:
    parts = get_args(kind) if get_origin(kind) in (Union, UnionType) else ()
    return len(parts) == 2 and type(None) in parts


def _optional(kind: Any, converter: BaseConverter) -> Callable[[Any, Any], Any]:
    # The library would look for the part's hook again for each value.
    (part,) = (part for part in get_args(kind) if part is not type(None))
    read_part = converter.get_structure_hook(part)
    return lambda value, _: None if value is None else read_part(value, part)


def _object(kind: Any, converter: BaseConverter) -> Callable[[Any, Any], Any]:
    read_fields = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def read_object(value: Any, kind: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError("expected an object")
        return read_fields(value, kind)

    return read_object


def _list(kind: Any, converter: BaseConverter) -> Callable[[Any, Any], Any]:
    read_items = homogenous_tuple_structure_factory(kind, converter)

    def read_list(value: Any, kind: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise ValueError("expected a list")
        return read_items(value, kind)

    return read_list


_PLAIN: Final[Mapping[type, Callable[[Any], Any]]] = {
    str: read_text,
    int: read_int,
    bool: read_bool,
    date: read_date,
    datetime: read_moment,
}
