"""The converter and the schema take the same values and refuse the same values."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from adapters.codec import make_converter, read
from adapters.intake import read_command
from adapters.problems import Unreadable
from adapters.schema import command_schema
from adapters.texts import DATE_PATTERN
from domain.catalogue import COMMANDS
from domain.money import FEN_MAX, Money
from domain.recorded import Context
from domain.terms import Terms
from tests.adapters.callers import fields_of

CONVERTER = make_converter()
CONTEXT = Context(
    command_id="k", actor="teller", at=datetime(2026, 3, 1, tzinfo=UTC), today=date(2026, 3, 1)
)
SCHEMAS = {name: command_schema(spec) for name, spec in COMMANDS.items()}


def matches(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[Any]:
    """Check a pattern as JSON Schema means it: "$" is the end of the text and nothing else."""
    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError("does not match")


VALIDATOR = extend(Draft202012Validator, {"pattern": matches})
VALIDATORS = {name: VALIDATOR(schema) for name, schema in SCHEMAS.items()}
ABSENT = object()
# Each is wrong for most fields and right for some; converter and schema must agree which.
ODD: tuple[Any, ...] = (
    ABSENT,
    None,
    True,
    0,
    -1,
    481,
    12.0,
    12.5,
    10**16,
    "",
    "1e9",
    "12.345",
    "-0.01 USD",
    "99999999999999.00",
    "4.35%",
    "-4.35%",
    "2026-02-30",
    "2026-W01-1",
    "20260101",
    "a\u0007b",
    "line\n",
    "sealed:customer-C1@1#name",
    "[erased]",
    "字" * 501,
    [],
    ["", 1],
    {},
    {"odd": 1},
)


def is_read(name: str, fields: Any) -> bool:
    try:
        read_command(CONVERTER, COMMANDS[name], fields, CONTEXT)
    except Unreadable:
        return False
    return True


def paths(value: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value inside a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        yield (step,)
        if isinstance(inner, dict | list):
            yield from ((step, *rest) for rest in paths(inner))


def changed(value: Any, path: tuple[Any, ...], into: Any) -> Any:
    step, *rest = path
    copy = dict(value) if isinstance(value, dict) else list(value)
    if rest:
        copy[step] = changed(value[step], tuple(rest), into)
    elif into is ABSENT:
        del copy[step]
    else:
        copy[step] = into
    return copy


@pytest.mark.parametrize("name", COMMANDS)
def test_what_the_schema_lets_pass_is_read_and_what_it_refuses_is_not(name):
    @seed(7)
    @settings(
        max_examples=3,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(fields_of(COMMANDS[name]))
    def compare(fields: dict[str, Any]):
        assert is_read(name, fields) and VALIDATORS[name].is_valid(fields)
        for path in paths(fields):
            for odd in ODD:
                other = changed(fields, path, odd)
                assert is_read(name, other) == VALIDATORS[name].is_valid(other), (path, odd)

    compare()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_schema_is_a_schema(name):
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_unknown_fields_and_what_is_no_object_are_refused_by_both(name):
    others: tuple[Any, ...] = ({"odd": 1}, {"today": "2026-01-01"}, [], "text", None, 1)
    for fields in others:
        assert not is_read(name, fields)
        assert not VALIDATORS[name].is_valid(fields)


def test_the_schema_knows_every_day_of_the_calendar_and_no_other():
    valid = VALIDATOR({"type": "string", "pattern": DATE_PATTERN}).is_valid
    for year in (1900, 1904, 1999, 2000, 2026, 2100, 2196, 2199):
        days = {date(year, 1, 1) + timedelta(days=n) for n in range(365)} | {date(year, 12, 31)}
        known = {day.isoformat() for day in days}
        written = [f"{year}-{month:02d}-{day:02d}" for month in range(14) for day in range(33)]
        assert {text for text in written if valid(text)} == known
    assert not any(map(valid, ("1899-12-31", "2200-01-01", "2026-1-1", "2026-01-01\n", "")))


def test_an_amount_without_a_currency_is_in_the_one_of_the_institution():
    assert read(make_converter("USD"), "120", Money) == Money(12_000, "USD")
    assert read(make_converter("USD"), "120.5 CNY", Money) == Money(12_050, "CNY")
    assert read(CONVERTER, "9999999999999.99", Money).fen == FEN_MAX


def test_text_is_kept_in_one_form_of_its_characters():
    assert read(CONVERTER, "e\u0301", str) == "é"


def test_half_a_character_is_no_text():
    with pytest.raises(Unreadable):
        read(CONVERTER, "\ud800", str)


def test_what_is_wrong_is_said_with_its_place():
    with pytest.raises(Unreadable) as refusal:
        read(CONVERTER, {"amount_min": "1", "instalments_max": True}, Terms)
    said = refusal.value.problems
    assert "instalments_max: expected a whole number" in said
    assert "amount_max: required field missing" in said


@pytest.mark.parametrize("blank", ["", " ", "\u3000 ", "two\nlines"])
def test_a_text_is_one_line_that_says_something(blank):
    with pytest.raises(Unreadable) as refusal:
        read(CONVERTER, blank, str)
    assert refusal.value.problems == ("expected one line of text, not blank",)


def test_only_the_store_may_read_what_stands_for_a_sealed_text():
    assert read(make_converter(stored=True), "[erased]", str) == "[erased]"
    with pytest.raises(Unreadable):
        read(CONVERTER, "[erased]", str)
