"""Who finds what is wrong with the rows of an export, as its README has three tools look at them.

The insider has the key of exports: whatever was changed, the data package says its new digest, and
the manifests are signed again.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from adapters.evidence.check_bag import STAMP
from adapters.evidence.keys import Use, signing_key
from adapters.evidence.verifier import main as verify
from adapters.exports.bag_tags import Seal, close_bag
from adapters.pinned import AuditRequest

frictionless = pytest.importorskip("frictionless", reason="needs frictionless")
duckdb = pytest.importorskip("duckdb", reason="needs duckdb")


@pytest.fixture
def bag(auditing, lent, tmp_path):
    """Return an export with a closing of the day in it."""
    today = lent.core.journal.day_of(lent.clock()).isoformat()
    lent.bus("zhao").run("day.close", {"day": today})
    auditing.audit(tmp_path / "bag", AuditRequest())
    return tmp_path / "bag"


def change_a_cell(rows: list[str]) -> list[str]:
    return [row.replace(",zhao,", ",qian,") for row in rows]


def drop_a_row(rows: list[str]) -> list[str]:
    return rows[:-2] + rows[-1:]


def write_a_word_for_a_number(rows: list[str]) -> list[str]:
    return [*rows[:-1], "last" + rows[-1][rows[-1].index(",") :]]


def write_a_row_twice(rows: list[str]) -> list[str]:
    return [*rows, rows[-1]]


def repair_the_package(bag: Path) -> None:
    """Have the data package say the digest that the table has now."""
    place, content = bag / "data/datapackage.json", (bag / "data/events.csv").read_bytes()
    package = json.loads(place.read_text())
    (table,) = (each for each in package["resources"] if each["path"] == "events.csv")
    table.update(bytes=len(content), hash=f"sha256:{sha256(content).hexdigest()}")
    place.write_text(json.dumps(package))


def seal(bag: Path, signing: Path) -> None:
    for path in bag.iterdir():
        if path.is_file():
            path.unlink()
    assert not (bag / STAMP).exists()
    close_bag(bag, {"Loanfold-Scope": "part"}, Seal(signing_key(signing, Use.EXPORT)))


@contextmanager
def within(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def finders(bag: Path, signing: Path) -> set[str]:
    """Return the tools that find something."""
    found = set()
    if not frictionless.validate(str(bag / "data/datapackage.json")).valid:
        found.add("frictionless")
    with within(bag / "data"):
        try:
            duckdb.connect().execute(Path("verify.sql").read_text()).fetchall()
        except duckdb.Error:
            found.add("duckdb")
    keys = [f"--log-key={signing / 'log.vkey'}", f"--export-key={signing / 'export.vkey'}"]
    if verify([str(bag), *keys]):
        found.add("verifier")
    return found


ALL = {"frictionless", "duckdb", "verifier"}
TABLE: list[tuple[Callable[[list[str]], list[str]], set[str]]] = [
    (change_a_cell, {"duckdb", "verifier"}),
    (drop_a_row, {"duckdb", "verifier"}),  # As the package says it, it is valid.
    (write_a_word_for_a_number, ALL),
    (write_a_row_twice, ALL),
]


@pytest.mark.parametrize("row", TABLE, ids=[change.__name__ for change, _ in TABLE])
def test_a_changed_table_is_found_by_those_who_should(bag, signing, row):
    change, wanted = row
    assert finders(bag, signing) == set()
    place = bag / "data/events.csv"
    place.write_text("".join(change(place.read_text().splitlines(True))))
    repair_the_package(bag)
    seal(bag, signing)
    assert finders(bag, signing) == wanted


def test_a_table_that_the_package_does_not_know_is_found_by_all(bag, signing):
    place = bag / "data/events.csv"
    place.write_text("".join(change_a_cell(place.read_text().splitlines(True))))
    seal(bag, signing)
    assert finders(bag, signing) == ALL


def test_a_withheld_end_is_found_by_the_closing_of_the_day_alone(bag, signing):
    lines = (bag / "data/records.jsonl").read_text().splitlines(True)
    at = max(n for n, line in enumerate(lines) if '"type":"loan.' in line)
    (bag / "data/records.jsonl").write_text("".join(lines[:at] + lines[at + 1 :]))
    rows = (bag / "data/events.csv").read_text().splitlines(True)
    (bag / "data/events.csv").write_text("".join(rows[: at + 1] + rows[at + 2 :]))
    repair_the_package(bag)
    seal(bag, signing)
    assert finders(bag, signing) == {"verifier"}
