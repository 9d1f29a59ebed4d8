"""What a caller gives with a command is derived from the command itself."""

from datetime import date, datetime

import pytest
from attrs import frozen

from adapters.describe import Input, Kind, command_inputs, describe_type, inputs
from domain.catalogue import COMMANDS
from domain.kinds import RepaymentMethod
from domain.labels import Label


def given(command: str) -> dict[str, Input]:
    return {described.name: described for described in command_inputs(COMMANDS[command])}


def test_what_the_core_fills_is_not_asked_of_the_caller():
    agreed = given("loan.agree")
    assert "loan_id" in agreed
    assert not {"terms", "today"} & agreed.keys()
    assert list(agreed) == list(COMMANDS["loan.agree"].inputs)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_is_given(name):
    assert tuple(given(name)) == COMMANDS[name].inputs


def test_each_input_says_how_it_is_written():
    agreed = given("loan.agree")
    assert {name: agreed[name].kind for name in ("loan_id", "amount", "rate_yearly")} == {
        "loan_id": Kind.TEXT,
        "amount": Kind.AMOUNT,
        "rate_yearly": Kind.RATE,
    }
    assert agreed["signed_on"].kind is Kind.DATE
    assert agreed["signed_on"].help == Label("日期，如 2026-01-31", "a day like 2026-01-31")


def test_a_whole_number_has_bounds_and_a_text_a_longest_length():
    agreed = given("loan.agree")
    assert (agreed["due_day"].low, agreed["due_day"].high) == (1, 31)
    assert agreed["loan_id"].longest == 64


def test_a_choice_offers_every_value_in_both_languages():
    method = given("loan.agree")["method"]
    assert method.kind is Kind.CHOICE
    assert [choice.value for choice in method.choices] == [str(m) for m in RepaymentMethod]
    assert method.choices[0].label == Label("等额本息", "equal instalment")


def test_what_may_be_left_out_and_what_may_be_none_are_two_things():
    registered = given("customer.register")
    assert (registered["phone"].required, registered["phone"].nullable) == (False, True)
    assert (registered["since"].required, registered["since"].nullable) == (True, False)
    rate = given("loan.take_over")["rate_yearly"]
    assert (rate.required, rate.nullable) == (True, True)


def test_personal_inputs_are_marked_however_deep_they_lie():
    registered = given("customer.register")
    assert registered["name"].personal
    assert not registered["kind"].personal
    assert {part.name: part.personal for part in registered["document"].fields} == {
        "kind": False,
        "number": True,
    }


def test_a_list_of_objects_says_what_each_is_made_of():
    plan = given("loan.take_over")["plan"]
    assert plan.kind is Kind.LIST
    assert plan.item is not None and plan.item.kind is Kind.OBJECT
    assert [part.name for part in plan.item.fields] == [
        "no",
        "due_date",
        "principal",
        "interest",
        "fee",
    ]


def test_a_yes_or_no_is_told_from_a_number():
    assert describe_type("agreed", bool).kind is Kind.YES_NO


def test_a_type_that_no_edge_can_read_is_a_programmers_error():
    with pytest.raises(TypeError, match="no edge can read"):
        describe_type("at", datetime)
    with pytest.raises(TypeError, match="choice between types"):
        describe_type("when", date | int)


def test_a_name_without_a_label_is_shown_as_it_is():
    @frozen
    class Other:
        some_thing: str

    assert inputs(Other)[0].label == Label("some_thing", "some thing")
