"""A connected person sees no file of theirs: on the command line, over HTTP, in lists and exports.

chen sits on the committee.  C3 is a near relative of hers and married to C2, whose credit file goes
from an application to money in hand; C1 owns the house that secures it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pytest
from starlette.testclient import TestClient

from adapters.bus import Page
from adapters.cli.main import run
from adapters.door import Door, Kind
from adapters.http.app import make_app
from adapters.problems import Unknown, Unreadable
from adapters.settings import Settings
from adapters.sight import EVERYTHING, Rows, Sight
from adapters.system import System
from adapters.wiring import Tools
from domain.facts.duty import CONNECTED_SEE_NOTHING, CONNECTED_STAY_OUT
from domain.rules import Refused
from projections.catalogue import VIEWS
from tests.contract_papers import (
    REVIEW,
    bank_with_an_approval,
    contracted,
    guaranteed,
    paid,
    refused,
)
from tests.department import DIGEST
from tests.laws.asked import NAMED
from tests.specs import requiring
from tests.village import LI, ZHANG

WIFE: Final = {
    **ZHANG,
    "customer_id": "C3",
    "name": "王秀",
    "document": None,
    "origin": {"system": "former", "reference": "c.csv:3"},
}
MARRIED: Final = {
    "customer_id": "C2",
    "other_id": "C3",
    "relation": "spouse",
    "since": "2025-03-02",
}
DECLARED: Final = {"staff_id": "chen", "customer_id": "C3", "connection": "near_relative"}
# Customers, application, loan, guarantee and drawdown; that loan's contract has its number too.
OF_THE_FILE: Final = re.compile(r"\b(C2|C3|A1|N1|G1|D1|L1|M1)\b")
# What she declared herself, and what another guarantor's file says of a guarantee: its number.
OWN_FILES: Final = ("staff-chen", "guarantor-C1")
CODE: Final = CONNECTED_SEE_NOTHING.code


@pytest.fixture(scope="module")
def bank() -> Iterator[System]:
    with bank_with_an_approval() as system:
        contracted(system)
        paid(system)
        guaranteed(system)
        wang = system.bus("wang")
        wang.run("customer.register", WIFE)
        wang.run("customer.relate", MARRIED)
        system.bus("chen").run("staff.declare_connected", DECLARED)
        yield system


class Open(Tools):
    """The tools of a system that stays open."""

    def close(self) -> None:
        """Leave it open."""


class Typed:
    """What somebody types on the command line of the bank, and what comes back."""

    def __init__(self, bank: System, capsys: pytest.CaptureFixture[str]) -> None:
        self.bank, self.capsys = bank, capsys

    def __call__(self, *arguments: str, actor: str = "chen") -> tuple[int, str, str]:
        tools = Open(Settings(database=":memory:", actor=actor))
        tools._system = self.bank
        code = run(arguments, lambda _settings: tools)
        said = self.capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def typed(bank: System, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(bank, capsys)


def asked(bank: System, actor: str, view: str, query: Mapping[str, str]) -> Page | None:
    """Return what a view answers somebody; None where it is refused or has no such thing."""
    try:
        return bank.bus(actor).read(view, {**query, "limit": "1000"})
    except (Refused, Unknown, Unreadable):
        return None


def told_of(row: Mapping[str, Any]) -> bool:
    """Tell whether a row says anything of the file, wherever in it."""
    said = json.dumps(row, ensure_ascii=False, default=str)
    return bool(OF_THE_FILE.search(said)) and row.get("stream") not in OWN_FILES


@pytest.mark.row("AP-10", shown_by="views.connected_customers")
def test_who_is_kept_out_of_what_and_why_is_shown(bank):
    rows = bank.bus("zhou").read("connected_customers", {"staff_id": "chen"}).rows
    found = {row["stream"]: (row["connection"], row["ways"]) for row in rows}
    declared = "staff-chen near_relative customer-C3"
    assert found == {
        "customer-C2": ("near_relative", [declared, "customer-C2 spouse customer-C3"]),
        "customer-C3": ("near_relative", [declared]),
    }


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_tells_a_connected_person_of_the_file(bank, view):
    for query in ({}, *NAMED.get(view, ())):
        page, of_others = asked(bank, "chen", view, query), asked(bank, "zhou", view, query)
        if page is None:
            continue
        assert not [row for row in page.rows if told_of(row)]
        if of_others is not None and any(told_of(row) for row in of_others.rows):
            assert page.left_out > 0


@pytest.mark.parametrize(
    ("view", "query"),
    [
        ("customer_card", {"customer_id": "C2"}),
        ("credit_file", {"application_id": "A1"}),
        ("loan_statement", {"loan_id": "N1"}),
        ("contract_text", {"contract_id": "L1"}),
        ("judged_again", {"about": "A1"}),
        ("archive", {"file_id": "credit_application-A1"}),
        ("guarantees", {"guarantee_id": "G1"}),
    ],
)
def test_a_question_about_the_file_is_refused_and_that_is_on_record(bank, view, query):
    requiring(lambda: bank.bus("chen").read(view, query)).then_refused(CONNECTED_SEE_NOTHING)
    (fact,) = bank.core.journal.facts(bank.core.journal.head() - 1, 1)
    assert (fact.name, fact.context.actor) == ("disclosure.reading_refused", "chen")
    assert (fact.event.source, fact.event.rule) == (view, CODE)
    assert fact.event.subjects


def test_others_see_the_same_file_and_nobody_is_told_of_rows_left_out(bank):
    page = bank.bus("zhou").read("loan_register", {})
    assert ([row["loan_id"] for row in page.rows], page.left_out) == (["N1"], 0)
    assert bank.bus("nobody on the staff").read("loan_register", {}) == page


def test_the_terminal_shows_no_file_and_says_by_which_rule(typed):
    for arguments in (
        ("file", "show", "A1"),
        ("views", "customer_card", "--customer-id", "C2"),
        ("views", "loan_statement", "--loan-id", "N1", "--csv"),
        ("find", "--name", LI["name"]),
        ("export", "journal"),
    ):
        code, out, err = typed(*arguments)
        assert (code, out) == (3, "")
        assert CODE in err and "商业银行法 第40条" in err
    assert typed("file", "show", "A1", actor="zhou")[0] == 0
    assert typed("find", "--name", LI["name"], actor="zhou")[:2] == (0, "C2\n")


@pytest.mark.parametrize("view", ["worklist", "exposure", "customers", "ledger"])
@pytest.mark.parametrize("form", [(), ("--csv",)])
def test_lists_on_the_terminal_leave_rows_out_and_say_so(typed, view, form):
    code, out, err = typed("views", view, *form)
    assert code == 0 and not OF_THE_FILE.search(out)
    assert re.search(rf"\d+ left out \({CODE}\)", err)
    assert CODE not in typed("views", view, *form, actor="zhou")[2]


def test_what_is_found_under_one_name_is_shown_as_far_as_it_may_be_seen(bank, typed):
    namesake = {**WIFE, "customer_id": "C4", "origin": {"system": "former", "reference": "4"}}
    bank.bus("wang").run("customer.register", namesake)
    code, out, err = typed("find", "--name", "王秀")
    assert (code, out) == (0, "C4\n") and f"1 left out ({CODE})" in err


def test_tables_are_written_without_what_is_out_of_sight(tmp_path, typed):
    views = ("--view", "customers", "--view", "loan_register")
    code, out, _ = typed("export", "tables", "--to", str(tmp_path / "t"), "--form", "csv", *views)
    written = "".join(file.read_text("utf-8") for file in (tmp_path / "t").rglob("*.csv"))
    assert code == 0 and "C1" in written and not OF_THE_FILE.search(written)
    assert CODE in out


@pytest.mark.parametrize("name", ["east", "ledger", "audit"])
def test_what_must_be_whole_is_made_by_others(tmp_path, typed, name):
    code, _, err = typed("export", name, "--to", str(tmp_path / "out"))
    assert (code, CODE in err) == (3, True)
    assert not (tmp_path / "out").exists()


def test_over_http_the_refusal_names_rule_and_source_and_a_list_says_what_is_missing(bank):
    client = TestClient(make_app(bank.bus("chen")), "http://localhost")
    no = client.get("/views/credit_file", params={"application_id": "A1"})
    assert (no.status_code, no.json()["code"]) == (422, CODE)
    assert no.json()["source"] == CONNECTED_SEE_NOTHING.source
    listed = client.get("/views/customers").json()
    assert not OF_THE_FILE.search(json.dumps(listed["rows"]))
    assert listed["left_out"] == 2


def test_no_pack_goes_out_with_the_file(tmp_path, typed):
    secret = tmp_path / "secret"
    secret.write_text("to the village and back\n")
    pack = ("field", "pack", str(tmp_path / "p"), "--pack-id", "F1", "--customer", "C2")
    code, _, err = typed(*pack, "--passphrase-file", str(secret))
    assert (code, CODE in err) == (3, True)


def test_who_is_related_to_a_relative_does_not_act_on_the_file_either(bank):
    bank.bus("zheng").run("staff.declare_connected", {**DECLARED, "staff_id": "zheng"})
    refused(bank, CONNECTED_STAY_OUT, "zheng", "approval.review", **{**REVIEW, "signed": DIGEST})


def test_a_queue_takes_no_step_on_the_file_from_them_and_answers_with_the_rule(bank):
    bank.bus("zheng").run("staff.declare_connected", {**DECLARED, "staff_id": "zheng"})
    answer = Door(bank.bus("zheng")).run("approval.review", {**REVIEW, "signed": DIGEST}, "m1")
    assert (answer.kind, answer.body["code"]) == (Kind.REFUSED, CONNECTED_STAY_OUT.code)
    assert answer.body["source"] == CONNECTED_STAY_OUT.source


def test_the_sight_of_who_declared_nobody_is_not_narrowed():
    assert EVERYTHING.whole and EVERYTHING.seen([{"customer_id": "C1"}])[1] == 0


def test_a_row_is_left_out_whole_and_of_others_the_entries():
    sight = Sight(frozenset({"customer-C1", "customer_group-G1"}), {"loan-L1": "C1"}.get)
    rows: Rows = [
        {"loan_id": "L1"},
        {"name": "sum", "customers": ["C1", "C2"]},
        {"customer_id": "C2", "loans": ["L1", "L2"], "merged": {"customer_id": "C1"}},
        {"group_id": "G1"},
        {"record": "loan-L1@3"},
        {"about": "C1"},
        {"loan_id": "L9", "entrusted_by": "C1"},
    ]
    seen, count = sight.seen(rows)
    assert seen == [{"customer_id": "C2", "loans": ["L2"], "merged": None}]
    assert count == 8
    requiring(lambda: sight.require_whole("a return")).then_refused(CONNECTED_SEE_NOTHING)
