"""Closed periods are read from files alone, and say what the store says."""

from pathlib import Path

import pytest

from adapters.cli.main import run
from adapters.problems import Unavailable, Unknown, Unreadable
from adapters.storage.opening import check_segments, read_segments, write_segment
from adapters.system import System
from domain.log.rules import SEGMENTS_FOLLOW
from domain.rules import Refused
from projections.catalogue import VIEWS
from tests.adapters.test_erasure import erase
from tests.village import AGREE, DISBURSE, PRODUCT, repay

LAST_DAY = "2025-02-05"


@pytest.fixture
def archived(bank, clock, tmp_path) -> tuple[System, Path]:
    """Return a bank with two closed months in segments, and a third begun."""
    lend_and_erase(bank, clock)
    folder = tmp_path / "segments"
    for days, no in ((30, 1), (2, 2)):
        pay(bank, no)
        clock.forward(days=days)
        close_and_write(bank, clock, folder)
    return bank, folder


def lend_and_erase(bank: System, clock) -> None:
    """Lend to one customer, and erase another."""
    erase(bank, clock)
    for name, fields in (
        ("product.define", PRODUCT),
        ("loan.agree", AGREE),
        ("loan.disburse", DISBURSE),
    ):
        bank.bus("zhao").run(name, fields)


def pay(bank: System, no: int) -> None:
    """Record three receipts."""
    for part in range(3):
        receipt = repay(f"R{no}.{part}", f"{100 * no + part}.00", "2025-01-02")
        bank.bus("zhao").run("loan.record_repayment", receipt)


def close_and_write(bank: System, clock, folder: Path) -> None:
    """Close the day, and write what it closes."""
    day = bank.core.journal.day_of(clock()).isoformat()
    bank.bus("zhao").run("day.close", {"day": day})
    fields = write_segment(bank.core, day, folder)
    assert fields is not None
    bank.bus("zhao").run("log.record_segment", fields)


def queries(bank: System) -> list[tuple[str, dict[str, str]]]:
    """Return every view of the catalogue, with what it asks for."""
    known = {"loan_id": "L1", "customer_id": "C1", "file_id": "loan-L1", "stream": "loan-L1"}
    asked = []
    for name, view in VIEWS.items():
        needed = {p.name: known.get(p.name, "2025-01-02") for p in view.parameters if p.required}
        asked.append((name, needed))
    return asked


def test_every_view_says_of_a_closed_period_what_the_store_says(archived):
    bank, folder = archived
    segments, last = read_segments(folder), read_segments(folder).root()[0] - 1
    asked, equal = queries(bank), 0
    for name, query in asked:
        for day in ("2025-01-02", LAST_DAY):
            for known_by in (last, last // 2):
                dated = {**query, "in_effect_on": day, "known_by": str(known_by)}
                equal += said(segments, name, dated) == sealed(said(bank.bus("sun"), name, dated))
    assert equal == 4 * len(asked)


def said(bus, name: str, query: dict[str, str]) -> object:
    """Return the rows of a view, or the kind of its refusal."""
    try:
        return list(bus.read(name, query).rows)
    except (Unknown, Unreadable) as error:
        return type(error)


def sealed(value: object) -> object:
    """Return an answer of the store with what is personal as segments show it."""
    personal = {"张三", "13800138000", "清河村一组", "11010519491231002X", "[erased]", "李四"}
    personal |= {"张*", "138****8000", "清河村**", "110105********002X", "李*"}
    if isinstance(value, str):
        return "[sealed]" if value in personal else value
    if isinstance(value, dict):
        return {name: sealed(inner) for name, inner in value.items()}
    return [sealed(inner) for inner in value] if isinstance(value, list) else value


def test_the_root_of_the_segments_is_the_one_that_the_day_was_closed_with(archived):
    bank, folder = archived
    size, root = read_segments(folder).root()
    _, wanted = next(
        (f.event.closing.records, f.event.closing.root)
        for f in reversed(bank.core.journal.facts(-1, 9_999))
        if f.name == "day.closed"
    )
    assert root == wanted
    assert size < bank.core.journal.head() + 1


def test_each_file_is_named_in_the_journal_and_a_changed_one_is_found(archived):
    bank, folder = archived
    assert check_segments(bank.core, folder) == ([], 2)
    file = sorted(folder.glob("segment-*/posting.parquet"))[0]
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    faults, _ = check_segments(bank.core, folder)
    assert faults == [f"{file} is not the file whose digest the journal holds"]
    file.unlink()
    faults, _ = check_segments(bank.core, folder)
    assert faults == [f"{file} is missing"]
    with pytest.raises(Unavailable, match="is missing"):
        read_segments(folder).read("ledger", {})


def test_a_segment_holds_no_personal_value(archived):
    _, folder = archived
    content = b"".join(path.read_bytes() for path in folder.rglob("*.parquet"))
    assert not any(text.encode() in content for text in ("张三", "李四", "13900139000"))


def test_a_period_is_written_once_and_a_gap_is_refused(archived):
    bank, folder = archived
    day = bank.core.journal.day_of(bank.clock()).isoformat()
    assert write_segment(bank.core, day, folder) is None
    with pytest.raises(Refused) as refused:
        bank.bus("zhao").run("day.close", {"day": day})
        counted = bank.core.journal.head()
        fields = {"log_id": "main", "closed_on": day, "first_index": 1, "records": counted}
        bank.bus("zhao").run("log.record_segment", {**fields, "files": []})
    assert refused.value.rule == SEGMENTS_FOLLOW


def test_a_day_that_was_not_closed_ends_no_segment(bank, tmp_path):
    with pytest.raises(Unreadable, match="was not closed"):
        write_segment(bank.core, "2025-01-02", tmp_path)


def test_a_segment_that_was_cut_short_is_written_anew(bank, clock, tmp_path):
    torn = tmp_path / "s" / ".segment-000000000000.new"
    torn.mkdir(parents=True)
    (torn / "records.parquet").write_bytes(b"torn")
    close_and_write(bank, clock, tmp_path / "s")
    assert check_segments(bank.core, tmp_path / "s") == ([], 1)


def test_the_command_line_writes_checks_and_reads_segments(
    archived, settings_in_file, capsys, clock
):
    bank, folder = archived
    pay(bank, 3)
    clock.forward(days=1)
    day = bank.core.journal.day_of(clock()).isoformat()
    bank.bus("zhao").run("day.close", {"day": day})
    here = ["--database", settings_in_file.database]
    assert run([*here, "store", "segment", "--closed-on", day, "--to", str(folder)]) == 0
    assert run([*here, "store", "check-segments", str(folder)]) == 0
    capsys.readouterr()
    there = ["--database", f"segments:///{folder}"]
    assert run([*there, "views", "trial_balance", "--csv", "--in-effect-on", LAST_DAY]) == 0
    assert "1303" in capsys.readouterr().out
    assert run([*there, "log"]) == 0
    withdraw = ["--product-id", "P1", "--since", "2025-09-01", "--source", "board"]
    assert run([*there, "product.withdraw", *withdraw]) == 5
    assert run(["--database", f"segments:///{folder}/none", "views", "ledger"]) == 5
