"""The command line: what can be typed, what comes back, and how it ends."""

import json
from pathlib import Path

import pytest

from adapters.bus import Bus
from adapters.problems import Unreadable
from adapters.system import System
from domain.catalogue import COMMANDS
from domain.rules import Refused
from tests.adapters.terminal import Desk, Terminal
from tests.village import AGREE, DISBURSE, PRODUCT, ZHANG, lend, repay


@pytest.fixture
def terminal(system, capsys, monkeypatch) -> Terminal:
    return Terminal(Desk(system), capsys, monkeypatch)


@pytest.fixture
def bus(system: System) -> Bus:
    return system.bus("zhao")


def test_a_loan_can_be_lent_and_repaid_by_typing(terminal):
    customer = "--customer-id C1 --kind natural_person --name 张三 --since 2025-01-02"
    card = "--document-kind resident_identity_card --document-number 11010519491231002X"
    loan = "--customer-id C1 --product-id P1 --amount 12000.00 --rate-yearly 6%"
    plan = "--method equal_instalment --instalments 12 --due-day 2 --signed-on 2025-01-02"
    paid = "--amount 12000.00 --value-date 2025-01-02 --reference PAY-1"
    came = "--receipt-no R1 --amount 15.00 --value-date 2025-01-02"
    for line in (
        f"customer.register {customer} {card}",
        f"loan.agree --loan-id L1 {loan} {plan}",
        f"loan.disburse --loan-id L1 {paid}",
        f"loan.record_repayment --loan-id L1 {came}",
    ):
        if line.startswith("loan.agree"):
            defined = terminal.type(
                "product.define", "--json-input", "-", stdin=json.dumps(PRODUCT)
            )
            assert defined.code == 0
        said = terminal.type(*line.split())
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith("Recorded: ")
    rows = terminal.type("views", "loan_register", "--json").json["rows"]
    assert [(row["loan_id"], row["amount"]) for row in rows] == [("L1", "12000.00 CNY")]


def test_machines_get_the_outcome_as_json(terminal):
    given = json.dumps(ZHANG)
    typed = ("customer.register", "--json-input", "-", "--key", "K1", "--json")
    said = terminal.type(*typed, stdin=given).json
    assert (said["command_id"], said["stream"], said["repeated"]) == ("K1", "customer-C1", False)
    assert said["recorded_at"] == "2025-01-02T01:00:00.000000Z"
    assert terminal.type(*typed, stdin=given).json["repeated"] is True


def test_what_is_there_already_is_said_to_need_nothing(terminal, bus):
    bus.run("customer.register", ZHANG)
    said = terminal.type("customer.register", "--json-input", "-", stdin=json.dumps(ZHANG))
    assert (said.code, said.out) == (0, "Nothing to do: customer-C1 stands at version 1.\n")


def test_flags_are_put_over_the_json(terminal, tmp_path):
    file = tmp_path / "customer.json"
    file.write_text(json.dumps(ZHANG), encoding="utf-8")
    card = ("--document-number", "440524188001010014")
    flags = ("--customer-id", "C7", *card)
    assert terminal.type("customer.register", "--json-input", str(file), *flags).code == 0
    assert terminal.type("find", "--document", card[1]).out == "C7\n"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("loan.disburse", {**DISBURSE, "amount": "99.00 USD"}),
        ("loan.disburse", {**DISBURSE, "amount": "9999999999999.00"}),
        ("loan.agree", {**AGREE, "loan_id": "L2", "amount": "1.00"}),
        ("loan.record_repayment", repay("R9", "15.00", "2024-12-31")),
        ("loan.record_repayment", repay("R9", "-15.00", "2025-01-02")),
    ],
)
def test_a_refusal_reads_as_the_core_says_it(terminal, bus, name, fields):
    lend(bus)
    with pytest.raises(Refused) as refused:
        bus.run(name, fields)
    flags = [text for n, v in fields.items() for text in (f"--{n.replace('_', '-')}", str(v))]
    said = terminal.type(name, *flags)
    assert (said.code, said.out) == (3, "")
    assert said.err == f"{refused.value}\nSource: {refused.value.rule.source}\n"
    problem = terminal.type(name, *flags, "--json")
    assert (problem.code, problem.err) == (3, "")
    assert problem.json["code"] == refused.value.rule.code
    assert problem.json["source"] == refused.value.rule.source


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"amount": "NaN"}, "amount: expected an amount like 120.00 or 120.00 CNY"),
        ({"amount": "-"}, "amount: expected an amount like 120.00 or 120.00 CNY"),
        ({"amount": "1e9"}, "amount: expected an amount like 120.00 or 120.00 CNY"),
        ({"amount": "9" * 25}, "amount: longer than 24 characters"),
        ({"value_date": "2026-02-30"}, "value_date: there is no such day in the calendar"),
        ({"value_date": "20260101"}, "value_date: expected a day like 2026-01-31"),
        ({"receipt_no": "a b"}, "receipt_no: expected a number of letters, digits and"),
        ({"loan_id": ""}, "loan_id: expected a number of letters, digits and"),
    ],
)
def test_what_cannot_be_read_is_said_as_the_core_says_it(terminal, bus, changed, says):
    fields = {**repay("R1", "15.00", "2025-01-02"), **changed}
    with pytest.raises(Unreadable) as unreadable:
        bus.run("loan.record_repayment", fields)
    flags = [text for n, v in fields.items() for text in (f"--{n.replace('_', '-')}", v)]
    said = terminal.type("loan.record_repayment", *flags)
    assert (said.code, said.err) == (2, f"unreadable: {unreadable.value}\n")
    assert says in said.err


@pytest.mark.parametrize(
    ("stdin", "says"),
    [
        ('{"loan_id": ', "--json-input: not JSON at line 1, column 13"),
        (b'{"loan_id": "\xff"}', "--json-input: not UTF-8 at byte 13"),
        ('{"amount": NaN}', "--json-input: NaN is no number"),
        ('{"amount": -Infinity}', "--json-input: -Infinity is no number"),
        ('{"a": 1, "a": 2}', "--json-input: given twice: a"),
        (
            '{"amount": 1e999}',
            "amount: expected an amount like 120.00 or 120.00 CNY, written as text",
        ),
        ('{"amount": ' + "9" * 5_000 + "}", "--json-input: a number of more than 4000 digits"),
        ("[" * 100_000, "--json-input: nested too deep"),
        ('["loan_id"]', "expected an object"),
        ("null", "expected an object"),
        ('{"loan_id": "\\ud800"}', "--json-input: half a character is no text"),
        ('{"today": "2020-01-01"}', "filled by the core, not by the caller: today"),
        ('{"rate": "1%"}', "unknown field: rate"),
    ],
)
def test_json_that_is_none_of_ours_is_named(terminal, stdin, says):
    said = terminal.type("loan.disburse", "--json-input", "-", stdin=stdin)
    assert (said.code, said.out) == (2, "")
    assert says in said.err


def test_a_flag_within_what_is_no_object_is_refused(terminal):
    flag = ("--document-number", "X1")
    given = '{"document": "card"}'
    said = terminal.type("customer.register", "--json-input", "-", *flag, stdin=given)
    assert (said.code, said.err) == (
        2,
        "unreadable: expected an object around --document-number\n",
    )


def test_a_file_that_is_not_there_is_named(terminal, tmp_path):
    said = terminal.type("loan.cancel", "--json-input", str(tmp_path / "none.json"))
    assert (said.code, "none.json: No such file" in said.err) == (2, True)


def test_the_name_of_a_thing_lists_the_commands_about_it(terminal):
    said = terminal.type("credit_application")
    about = {name for name in COMMANDS if name.startswith("credit_application.")}
    listed = {word for word in said.out.split() if word.startswith("credit_application.")}
    assert (said.code, listed) == (0, about)


def test_the_help_of_a_view_names_columns_and_choices_in_both_languages(terminal):
    said = "".join(terminal.type("views", "worklist", "--help").out.split())
    for named in ("step环节", "days_open已等天数", "oneofadmit准入判断"):
        assert named in said


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("loann.disburse", "there is no command 'loann.disburse'; there is loan.disburse"),
        ("loan.unheard_of", "there is no command 'loan.unheard_of'; there is loan.agree"),
        ("unheard", "No such command 'unheard'"),
        ("loan.cancel --unheard 1", "No such option '--unheard'"),
        ("loan.disburse --today 2020-01-01", "No such option '--today'"),
        ("loan.cancel --expect-version soon", "--expect-version"),
        ("loan.cancel --loan-id", "'--loan-id' requires an argument"),
        ("views unheard", "No such command 'unheard'"),
        ("views customers --limit many", "limit: expected 1 to 1000"),
        ("views customer_card", "required parameter missing: customer_id"),
        ("views rebuild unheard", "unheard"),
        ("find", "Give one of --document, --name and --phone"),
        ("find --name a --phone b", "Give one of --document, --name and --phone"),
        ("verify --root 17", "--root: expected SIZE:sha256:"),
        ("take-over elsewhere", "No such command 'elsewhere'"),
        ("export journal --format paper", "'paper' is not one of"),
        ("completion tcsh", "'tcsh' is not one of"),
    ],
)
def test_what_is_not_offered_is_named(terminal, line, says):
    said = terminal.type(*line.split())
    assert (said.code, said.out) == (2, "")
    assert says in said.err


def test_a_misuse_is_said_in_json_to_machines(terminal):
    said = terminal.type("loan.cancel", "--unheard", "1", "--json")
    assert (said.code, said.err, said.json["code"]) == (2, "", "unreadable")


def test_an_argument_must_be_utf_8(terminal):
    said = terminal.type("loan.cancel", "--loan-id", "L\udcff")
    assert (said.code, said.err) == (2, "unreadable: argument 3 is not UTF-8\n")


def test_another_version_than_expected_is_a_conflict(terminal, bus):
    lend(bus)
    repayment = ("--receipt-no", "R1", "--amount", "15.00", "--value-date", "2025-01-02")
    line = ("loan.record_repayment", "--loan-id", "L1", *repayment)
    assert terminal.type(*line, "--expect-version", "1").code == 4
    assert terminal.type(*line, "--expect-version", "2").code == 0


def test_a_key_used_for_something_else_is_a_conflict(terminal, bus):
    bus.run("customer.register", ZHANG, key="K1")
    given = json.dumps({**ZHANG, "name": "张四"})
    typed = ("customer.register", "--json-input", "-", "--key", "K1")
    assert terminal.type(*typed, stdin=given).code == 4


def test_who_acts_is_who_the_settings_name(terminal, monkeypatch):
    monkeypatch.setenv("LOANFOLD_ACTOR", "wang")
    terminal.type("log")
    assert terminal.desk.settings.actor == "wang"
    terminal.type("--actor", "sun", "--branch", "B1", "--database", "a.db", "--keys", "k", "log")
    settings = terminal.desk.settings
    assert (settings.actor, settings.branch, settings.database) == ("sun", "B1", "a.db")
    assert settings.keys == Path("k")
    assert terminal.type("--actor", " ", "log").code == 2


def test_what_was_opened_is_closed_also_after_a_refusal(terminal):
    assert terminal.type("loan.cancel").code == 2
    assert terminal.desk.closed == 1


def test_a_fault_of_the_program_is_said_as_such(terminal, monkeypatch):
    def fall(*_):
        raise TypeError("张三")

    monkeypatch.setattr(Desk, "root", fall)
    said = terminal.type("log")
    assert said.code == 70
    assert said.err == "The program is at fault (TypeError). With --debug it shows where.\n"
    assert "Traceback" in terminal.type("--debug", "log").err


def test_ctrl_c_ends_as_a_shell_expects(terminal, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "root", interrupt)
    assert terminal.type("log").code == 130
