"""Everything that a user sees has a name in Chinese and in English."""

import re
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import domain
from domain.calendar import WorkingCalendar
from domain.catalogue import DECIDERS, EVENTS, LABELS, SPECS
from domain.labels import Label
from domain.money import Money
from domain.rate import Rate

# Seen as one text, never by their parts.
WHOLE = (Money, Rate, WorkingCalendar)
ROOMS = [d.category for d in DECIDERS]


def parts_of(kind: Any, seen: set[Any]) -> Iterator[str]:
    """Yield the names of fields and values that a type shows, however deep they lie."""
    for inner in get_args(kind):
        yield from parts_of(inner, seen)
    if kind in WHOLE or kind in seen or not isinstance(kind, type):
        return
    seen.add(kind)
    if issubclass(kind, Enum):
        yield from (str(member.value) for member in kind)
    elif attrs.has(kind):
        hints = get_type_hints(kind)
        for field in attrs.fields(kind):
            yield field.name
            yield from parts_of(hints[field.name], seen)


def test_every_command_and_event_has_a_name_for_its_readers():
    assert not {*SPECS, *EVENTS} - LABELS.keys()


@pytest.mark.parametrize("room", ROOMS)
def test_every_field_and_value_has_a_name_for_its_readers(room):
    kinds = [s.type for s in SPECS.values() if s.decider.category == room]
    kinds += [kind for name, kind in EVENTS.items() if name.startswith(f"{room}.")]
    shown = {part for kind in kinds for part in parts_of(kind, set())}
    assert shown
    assert not shown - LABELS.keys()


def fault(label: Label) -> str:
    """Return what is wrong with a label; nothing where it speaks both languages."""
    if not re.search("[\u4e00-\u9fff]", label.zh):
        return "no Chinese"
    if not re.fullmatch(r"[ -~]*[A-Za-z][ -~]*", label.en):
        return "no English"
    return "" if (label.zh, label.en) == (label.zh.strip(), label.en.strip()) else "blanks around"


def test_every_label_speaks_both_languages():
    assert LABELS
    assert not {name: said for name, label in LABELS.items() if (said := fault(label))}


def test_a_name_is_labelled_in_one_place():
    rooms = [f"domain.{room.name}" for room in iter_modules(domain.__path__) if room.ispkg]
    modules = [f"{room}.labels" for room in rooms if find_spec(f"{room}.labels")]
    named = [name for m in (*modules, "domain.labels") for name in import_module(m).LABELS]
    assert sorted(named) == sorted(set(named))
