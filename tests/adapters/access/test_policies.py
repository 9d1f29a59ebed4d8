"""What the policies permit: one table, asserted cell by cell, and Cedar beside plain Python."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.access.caller import Caller, Decision, Question
from adapters.access.cedar import SHIPPED, decider
from adapters.access.reference import (
    DECLARED,
    FORBIDDEN,
    GRANTS,
    PERSONS,
    SUGGESTED,
    TAKEN_OVER,
    decide,
)
from adapters.problems import Unavailable
from domain.catalogue import COMMANDS
from projections.catalogue import VIEWS

CEDAR = decider(SHIPPED.read_text(encoding="utf-8"))
ROLES = ("officer", "manager", "auditor", "privacy_officer", "operator", "custodian", "visitor")
ACTIONS = (*COMMANDS, *(f"views.{name}" for name in VIEWS))
BRANCHES = (None, "B1", "B2", "head-office")


CREDIT = (
    "economic_file relationship service_request credit_inquiry credit_application investigation "
    "financial_statement rating customer_group contract drawdown bill collateral guarantee "
    "guarantor field_pack"
)
DECIDED = ("approval", "entrustment", "facility", "campaign", "responsibility", "handover")
ROLES_OF = {
    **dict.fromkeys(("customer", "loan", "archive"), ("officer",)),
    **dict.fromkeys(CREDIT.split(), ("officer",)),
    **dict.fromkeys(("lead", "market_note", "reception"), ("officer",)),
    **dict.fromkeys(DECIDED, ("officer", "manager")),
    **dict.fromkeys(("product", "checklist", "benchmark"), ("manager",)),
    **dict.fromkeys(
        ("policy", "scorecard", "sales_target", "mandate", "contract_form"), ("manager",)
    ),
    **dict.fromkeys(("unit", "staff"), ("manager", "operator")),
    **dict.fromkeys(("log", "day"), ("operator",)),
    "api_key": ("custodian",),
}


def question(role: str, action: str, **more) -> Question:
    caller = Caller(
        name="wang", roles=frozenset({role}), scope=frozenset(more.pop("scope", {"B1"}))
    )
    return Question(caller=caller, action=action, **{"acting": "B1", **more})


def may(role: str, action: str) -> bool:
    """Return what the table of roles says, written down once more and apart."""
    group = action.partition(".")[0]
    if group == "views":
        return role in ("officer", "manager", "auditor", "privacy_officer")
    if action in PERSONS:
        return role == "privacy_officer"
    if action in TAKEN_OVER:
        return role == "operator"
    if action == "customer.register":
        return role in ("officer", "operator")
    if action in DECLARED:
        return role in ("officer", "manager", "operator")
    if action in SUGGESTED:
        return role in ("officer", "manager")
    return role in ROLES_OF.get(group, ())


def permitted(role: str) -> set[str]:
    """Return what the policies let a role do."""
    return {action for action in ACTIONS if CEDAR(question(role, action)).allowed}


@pytest.mark.parametrize("role", ROLES)
def test_every_role_may_what_the_table_says_and_nothing_else(role):
    assert permitted(role) == {action for action in ACTIONS if may(role, action)}


@pytest.mark.parametrize(
    ("home", "acting", "scope", "allowed"),
    [
        ("B1", "B1", {"B1"}, True),
        ("B2", "B1", {"B1"}, False),
        ("B2", "B2", {"B1"}, False),
        ("B2", "B2", {"B1", "B2"}, True),
        ("B2", "B2", {"*"}, True),
        (None, "B1", {"B1"}, True),
        (None, None, {"B1"}, False),
        (None, None, {"*"}, True),
        ("head-office", "B1", {"B1"}, False),
        ("B1", "B1", set(), False),
    ],
)
def test_a_command_stays_within_the_branches_of_its_caller(home, acting, scope, allowed):
    asked = question("officer", "loan.disburse", home=home, acting=acting, scope=scope)
    assert CEDAR(asked).allowed is allowed


def test_a_connected_person_stays_out_whatever_their_role():
    for action in ("loan.record_repayment", "views.loan_statement", "approval.vote"):
        asked = question("officer", action, connected=True, scope={"*"})
        assert CEDAR(asked) == Decision(False, ("connected.stays-out",))


@pytest.mark.row("CU-13", shown_by="views.customer_file")
@pytest.mark.parametrize(
    ("role", "purpose", "allowed"),
    [
        ("officer", "credit", True),
        ("manager", "collection", True),
        ("officer", "audit", False),
        ("auditor", "audit", True),
        ("auditor", "marketing", False),
        ("privacy_officer", "audit", True),
        ("privacy_officer", "service", False),
        ("auditor", None, True),
    ],
)
def test_a_customer_s_file_is_opened_for_a_purpose_of_the_caller_s_role(role, purpose, allowed):
    asked = question(role, "views.customer_file", purpose=purpose)
    assert CEDAR(asked).allowed is allowed
    assert CEDAR(asked) == decide(asked)


def test_the_whole_institution_is_seen_by_who_works_for_all_of_it():
    assert not CEDAR(question("auditor", "views.trial_balance", whole=True)).allowed
    assert CEDAR(question("auditor", "views.trial_balance", whole=True, scope={"*"})).allowed


def test_no_command_is_forgotten():
    forgotten = COMMANDS.keys() - set().union(*map(permitted, ROLES))
    assert not forgotten, "nobody may do it"


def test_the_policies_that_decided_are_named():
    assert CEDAR(question("officer", "loan.agree")) == Decision(True, ("officer.serves-customers",))
    elsewhere = question("officer", "loan.disburse", home="B2", acting="B2")
    assert CEDAR(elsewhere) == Decision(
        False, ("scope.acts-for-own-branch", "scope.sees-own-branch")
    )
    assert CEDAR(question("visitor", "loan.agree")) == Decision(False, ())


callers = st.builds(
    Caller,
    name=st.just("wang"),
    roles=st.frozensets(st.sampled_from(ROLES)),
    scope=st.frozensets(st.sampled_from(("B1", "B2", "*"))),
)
questions = st.builds(
    Question,
    caller=callers,
    action=st.sampled_from(ACTIONS),
    acting=st.sampled_from(BRANCHES),
    home=st.sampled_from(BRANCHES),
    whole=st.booleans(),
    connected=st.booleans(),
    purpose=st.sampled_from((None, "credit", "audit")),
)


@given(questions)
def test_cedar_and_the_plain_reference_give_the_same_answer(asked):
    assert CEDAR(asked) == decide(asked)


def test_both_have_the_same_policies():
    text = SHIPPED.read_text(encoding="utf-8")
    names = {*(grant.id for grant in GRANTS), *(name for name, _ in FORBIDDEN)}
    assert {name for name in names if f'@id("{name}")' in text} == names
    assert text.count("@id(") == len(names)
    assert {*PERSONS, *TAKEN_OVER, *DECLARED} <= set(COMMANDS)


def test_a_policy_that_forbids_wins_over_every_permit():
    text = 'permit (principal, action, resource);\n@id("no") forbid (principal, action, resource);'
    assert decider(text)(question("officer", "loan.agree")) == Decision(False, ("no",))


def test_policies_that_cannot_be_read_are_said_to_be():
    with pytest.raises(Unavailable, match="policies cannot be read"):
        decider("permit (everybody);")


def test_a_policy_that_fails_lets_nobody_in():
    broken = decider('permit (principal, action, resource) when { context.colour == "red" };')
    with pytest.raises(Unavailable, match="cannot decide"):
        broken(question("officer", "loan.agree"))
