"""Every command is offered whole: what a caller may send can be typed."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.cli.flags import Flag, flags_of, nested
from adapters.cli.program import program
from adapters.describe import Input, Kind, command_inputs
from domain.catalogue import COMMANDS
from tests.adapters.callers import fields_of


def plain(text: str) -> str:
    """Return a text without its breaks: help is wrapped wherever it is."""
    return "".join(text.split())


def help_of(name: str) -> str:
    context = click.Context(program, info_name="loanfold")
    command = program.get_command(context, name)
    assert command is not None
    return plain(command.get_help(click.Context(command, info_name=name)))


def parts(inputs: Sequence[Input]) -> Iterator[Input]:
    for part in inputs:
        yield part
        yield from parts(part.fields)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_names_each_input_in_both_languages(name):
    said = help_of(name)
    assert plain(COMMANDS[name].summary) in said
    for part in parts(command_inputs(COMMANDS[name])):
        assert plain(f"{part.label.zh} {part.label.en}") in said
        for choice in part.choices:
            assert plain(f"{choice.value} {choice.label.zh}") in said


@pytest.mark.parametrize(
    ("name", "warned"),
    [("customer.register", True), ("archive.file_document", True), ("loan.disburse", False)],
)
def test_who_types_what_is_personal_is_warned(name, warned):
    assert (plain("a shell keeps what is typed") in help_of(name)) is warned


def test_a_list_of_objects_says_what_may_stand_in_it():
    said = help_of("investigation.survey_debts")
    assert plain("kind 种类 (bank_debt ") in said


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("collateral.record_valuation", "--method TEXT 估值方法"),
        ("collateral.register", "--title TEXT 权属"),
        ("credit_inquiry.record_report", "信用报告 credit report"),
        ("facility.record_review", "--report TEXT 授信审查报告"),
        ("lead.record_visit", "--place TEXT 拜访地点"),
        ("mandate.grant", "授权范围 what it covers"),
        ("staff.grant_licence", "--grade TEXT 资格等级"),
    ],
)
def test_a_word_with_two_meanings_is_called_by_the_one_that_is_meant(name, called):
    assert plain(called) in help_of(name)


def test_every_command_is_in_the_list():
    context = click.Context(program, info_name="loanfold")
    said = plain(program.get_help(context))
    assert set(COMMANDS) < set(program.list_commands(context))
    assert all(plain(f"{name} ") in said for name in program.list_commands(context))


@pytest.mark.parametrize("name", COMMANDS)
def test_no_two_flags_of_a_command_are_typed_alike(name):
    command = program.get_command(click.Context(program), name)
    assert command is not None
    typed = [text for option in command.params for text in option.opts]
    assert len(typed) == len(set(typed))
    names = [option.name for option in command.params]
    assert len(names) == len(set(names))


@given(st.data())
def test_whatever_a_caller_may_send_can_be_typed(data):
    spec = COMMANDS[data.draw(st.sampled_from(sorted(COMMANDS)))]
    flags = flags_of(command_inputs(spec))
    fields = data.draw(fields_of(spec))
    command = click.Command("typed", params=[flag.make() for flag in flags])
    typed = [text for flag in flags for text in arguments(flag, fields)]
    read = command.make_context("typed", typed).params
    assert nested(flags, read, {}) == sayable(command_inputs(spec), fields)


def arguments(flag: Flag, fields: Any) -> list[str]:
    """Return what a person types for one flag."""
    for part in flag.path:
        if part.name not in (fields or {}):
            return []
        fields = fields[part.name]
    if flag.in_json:
        return [flag.option, json.dumps(fields)]
    if flag.listed:
        return [text for value in fields for text in (flag.option, said(value))]
    return [flag.option, said(fields)]


def said(value: Any) -> str:
    if value is None:
        return ""
    return json.dumps(value) if isinstance(value, bool) else str(value)


def sayable(inputs: Sequence[Input], fields: Any) -> dict[str, Any]:
    """Return fields without what only JSON can say: an empty list, and no object at all."""
    kept = {part.name: fields[part.name] for part in inputs if part.name in fields}
    for part in inputs:
        value = kept.get(part.name)
        if part.kind is Kind.OBJECT and part.name in kept:
            kept[part.name] = sayable(part.fields, value) if value else None
            if not kept[part.name]:
                del kept[part.name]
        elif value == [] and part.item and part.item.kind is not Kind.OBJECT:
            del kept[part.name]
    return kept
