"""The views and the tools of the command line."""

import csv
import io
import sys
from pathlib import Path

import pytest

from adapters.cli.show import aligned, width
from adapters.cli.toolbox import Report
from projections.catalogue import VIEWS
from tests.adapters.terminal import Desk, Terminal
from tests.village import LI, ZHANG, lend

NOWHERE = "sha256:" + "0" * 64


@pytest.fixture
def terminal(system, capsys, monkeypatch) -> Terminal:
    lend(system.bus("zhao"))
    system.bus("zhao").run("customer.register", LI)
    return Terminal(Desk(system), capsys, monkeypatch)


def test_the_views_are_listed(terminal):
    listed = terminal.type("views").out
    assert all(f"\n{name} " in listed and VIEWS[name].title.zh in listed for name in VIEWS)
    assert {"rebuild", "status"}.isdisjoint(VIEWS)


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_names_what_may_be_asked_of_it(terminal, name):
    said = terminal.type("views", name, "--help")
    assert said.code == 0
    flags = [parameter.name.replace("_", "-") for parameter in VIEWS[name].parameters]
    for flag in (*flags, "in-effect-on", "known-by", "limit", "after", "json", "csv"):
        assert f"--{flag} " in said.out


def test_a_view_is_aligned_text_where_nobody_draws(terminal):
    said = terminal.type("views", "customers")
    lines = said.out.splitlines()
    assert lines[0].split() == ["customer_id", "kind", "standing", "merged_into", "name", "since"]
    assert [line.split()[0] for line in lines[1:]] == ["C1", "C2"]
    assert {width(line.partition("2025")[0]) for line in lines[1:]} == {width(lines[0]) - 5}
    assert said.err == "In effect on 2025-01-02, known by record 8.\n"


def test_a_view_is_a_drawn_table_on_a_terminal(terminal, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    drawn = terminal.type("views", "customers").out
    (heading,) = [line for line in drawn.splitlines() if "客户统一编号" in line]
    (row,) = [line for line in drawn.splitlines() if "张三" in line]
    assert "生效日" in heading
    assert "C1" in row


def test_a_table_too_wide_for_the_terminal_is_a_list_for_each_row(terminal, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    drawn = [line.split() for line in terminal.type("views", "loan_register").out.splitlines()]
    assert ["借据号", "loan", "number", "L1"] in drawn
    assert ["金额", "amount", "12000.00", "CNY"] in drawn


def test_a_chinese_character_takes_two_columns():
    assert [width("贷a"), width("e\u0301"), width("，")] == [3, 1, 2]
    assert aligned([["贷款", "x"], ["abcde", "y"]]) == ["贷款   x", "abcde  y"]
    assert aligned([["贷款", "x"], ["abcde", "y"]], {0}) == [" 贷款  x", "abcde  y"]
    assert aligned([]) == []


def test_amounts_stand_at_the_right(terminal):
    heading, *lines = terminal.type("views", "trial_balance").out.splitlines()
    ends = [width(line) for line in (heading, *lines)]
    assert len(lines) > 1
    assert len(set(ends)) == 1


def test_a_view_says_where_to_go_on(terminal):
    first = terminal.type("views", "customers", "--limit", "1", "--json").json
    assert [row["customer_id"] for row in first["rows"]] == ["C1"]
    said = terminal.type("views", "customers", "--limit", "1")
    assert said.err.endswith(f"Go on with --after {first['next']}\n")
    rest = terminal.type("views", "customers", "--after", first["next"], "--json").json
    assert [row["customer_id"] for row in rest["rows"]] == ["C2"]
    assert rest["next"] is None


def test_csv_holds_the_rows_of_all_pages(terminal):
    said = terminal.type("views", "customers", "--limit", "1", "--csv").out
    rows = list(csv.DictReader(io.StringIO(said)))
    assert [(row["customer_id"], row["name"]) for row in rows] == [("C1", "张三"), ("C2", "李四")]


def test_a_view_is_read_as_it_was_known(terminal):
    before = terminal.type("views", "customers", "--known-by", "2", "--json").json
    assert (before["known_by"], [row["customer_id"] for row in before["rows"]]) == (2, ["C1"])
    earlier = terminal.type("views", "customers", "--in-effect-on", "2025-01-01", "--json").json
    assert earlier["rows"] == []


def test_views_are_built_again(terminal):
    assert terminal.type("views", "rebuild").out == "Rebuilt: all views.\n"
    assert terminal.type("views", "rebuild", "customers").out == "Rebuilt: customers.\n"
    assert all(table["behind"] == 0 for table in terminal.type("views", "status", "--json").json)
    assert terminal.type("views", "status").out.startswith("table ")


def test_the_log_is_verified_against_a_root_noted_earlier(terminal):
    noted = terminal.type("log").out.strip()
    assert terminal.type("log", "--json").json["root"] == noted.partition(":")[2]
    said = terminal.type("verify", "--root", noted)
    assert (said.code, said.out.splitlines()[-1]) == (0, "Nothing is wrong.")
    assert terminal.type("verify", "--json").json["faults"] == []


def test_a_history_that_was_rewritten_is_a_fault(terminal):
    size = terminal.type("log", "--json").json["size"]
    said = terminal.type("verify", "--root", f"{size}:{NOWHERE}")
    assert (said.code, said.out.splitlines()[-1]) == (1, "1 faults.")
    faults = terminal.type("verify", "--root", f"{size}:{NOWHERE}", "--json")
    assert (faults.code, len(faults.json["faults"])) == (1, 1)


@pytest.mark.row("CU-01", shown_by="find")
@pytest.mark.parametrize("flag", ["name", "phone", "document"])
def test_a_customer_is_found_by_the_whole_value(terminal, flag):
    value = ZHANG["document"]["number"] if flag == "document" else ZHANG[flag]
    assert terminal.type("find", f"--{flag}", value).out == "C1\n"
    assert terminal.type("find", f"--{flag}", value, "--json").json == ["C1"]
    assert terminal.type("find", f"--{flag}", value[:-1], "--json").json == []


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("serve", ("serve", "127.0.0.1", 8000, {})),
        ("serve --host ::1 --port 0", ("serve", "::1", 0, {})),
        (
            "serve --host 0.0.0.0 --name bank.example --behind-proxy",
            ("serve", "0.0.0.0", 8000, {"names": ("bank.example",), "behind_proxy": True}),
        ),
        ("demo", ("demo",)),
        ("work fax --set line=2 --set to=a=b", ("work", "fax", {"line": "2", "to": "a=b"})),
        ("take-over berka", ("take_over", "berka", None)),
        ("take-over superlender sl", ("take_over", "superlender", Path("sl"))),
        ("take-over ibrd ib", ("take_over", "ibrd", Path("ib"))),
        (
            "take-over csv a.csv --map m.toml --processes 2",
            ("take_over_csv", Path("a.csv"), Path("m.toml"), 2),
        ),
        ("backup --to a --keys-to b", ("backup", Path("a"), Path("b"))),
        ("restore --from a --keys-from b", ("restore", Path("a"), Path("b"))),
        (
            "export journal --format beancount --in-effect-on 2025-01-02 --known-by 3",
            ("export", "beancount", "2025-01-02", "3"),
        ),
    ],
)
def test_a_tool_is_handed_what_was_typed(terminal, line, asked):
    assert terminal.type(*line.split()).code == 0
    assert terminal.desk.asked == [asked]


def test_an_api_key_is_shown_once(terminal):
    line = "issue-key k7 --caller batch --role officer --scope B1 --scope B2 --until 2026-12-31"
    assert terminal.type(*line.split()).out == "lf.k7.secret\n"
    given = {"caller": "batch", "roles": ["officer"], "scope": ["B1", "B2"], "until": "2026-12-31"}
    assert terminal.desk.asked == [("issue_key", "k7", given)]


def test_an_option_of_an_adapter_has_a_name_and_a_value(terminal):
    said = terminal.type("work", "fax", "--set", "line")
    assert (said.code, said.err) == (2, "unreadable: --set: expected NAME=VALUE, not 'line'\n")


def test_the_plugins_are_listed(terminal):
    assert terminal.type("plugins").out.split() == ["adapter", "fax", "fax-machine", "2.0", "no"]
    assert terminal.type("plugins", "--json").json[0]["allowed"] == "no"


def test_a_report_is_read_by_people_and_machines(terminal):
    terminal.desk.report = Report(counts={"loans": 682}, remarks=("All balances agree.",))
    assert terminal.type("demo").out == "loans  682\nAll balances agree.\n"
    assert terminal.type("demo", "--json").json == {
        "counts": {"loans": 682},
        "shown": [],
        "remarks": ["All balances agree."],
        "passed": True,
    }


def test_a_report_of_something_wrong_ends_as_faulty(terminal):
    terminal.desk.report = Report(remarks=("One balance differs.",), passed=False)
    assert terminal.type("take-over", "berka").code == 1


def test_the_ledger_is_written_to_a_new_file_only(terminal, tmp_path):
    file = tmp_path / "ledger.journal"
    assert terminal.type("export", "journal", "--to", str(file)).out == ""
    written = file.read_text(encoding="utf-8")
    assert written == terminal.type("export", "journal").out
    again = terminal.type("export", "journal", "--to", str(file))
    assert (again.code, "File exists" in again.err) == (2, True)


def test_a_part_of_a_ledger_is_not_left_behind(terminal, tmp_path, monkeypatch):
    def fall(*_, **__):
        yield "2025-01-02 放款"
        raise TypeError

    monkeypatch.setattr(Desk, "export_journal", fall)
    file = tmp_path / "ledger.journal"
    assert terminal.type("export", "journal", "--to", str(file)).code == 70
    assert not file.exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_asks_the_program(terminal, shell):
    said = terminal.type("completion", shell)
    assert (said.code, f"_LOANFOLD_COMPLETE={shell}_complete" in said.out) == (0, True)
