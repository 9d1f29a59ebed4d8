"""Measure an audit export: made, and verified by programs that nobody here wrote.

The floor of making it is to copy the same files and flush them; figures stand beside it.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter

from attrs import evolve

from adapters.evidence.keys import Use, create_key
from adapters.evidence.signer import create_signer
from adapters.exports.bag import Order, make_bag
from adapters.exports.bag_payload import TABLES, write_views
from adapters.exports.desk import ExportDesk
from adapters.pinned import AuditRequest
from adapters.settings import Settings
from adapters.wiring import Tools
from tests.adapters.exports.many import fill
from tests.village import OPEN

DUCKDB = """
import duckdb
duckdb.execute('SET enable_progress_bar = false')
duckdb.execute(open('verify.sql').read())
"""
FRICTIONLESS = """
import json, frictionless
package = json.load(open('datapackage.json'))
package['resources'] = [r for r in package['resources'] if r['name'] == 'events']
report = frictionless.validate(package, basepath='.')
assert report.valid, report.flatten(['title', 'note'])
"""


def measure(folder: Path, count: int) -> Iterator[str]:
    """Yield one line a figure, for an export of so many records."""
    tools = Tools(Settings(database=str(folder / "bank.db"), signing=folder / "signing"))
    tools.system.bus("zhao").run("log.open", OPEN)
    create_signer(folder / "signing", OPEN["log_name"])
    create_key(folder / "signing", Use.EXPORT, f"{OPEN['log_name']}/export")
    spent = _timed(lambda: fill(tools.system, folder / "bank.db", count))
    yield f"journal of {count} records       {spent:8.1f} s to fill"
    spent = _timed(tools.system.catch_up)
    yield f"views brought up to it          {spent:8.1f} s   once, not for each export"
    desk = tools.exports(lambda *_: None)
    yield from _made(desk, folder, count)
    yield from _verified(folder)
    yield from _tables(desk, folder)
    tools.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    yield f"peak memory of all this         {peak:8.0f} MB   wanted at most 500"


def _made(desk: ExportDesk, folder: Path, count: int) -> Iterator[str]:
    bag = folder / "bag"
    order = _order(desk, bag)
    spent = _timed(lambda: make_bag(desk.source, order, lambda _: None, lambda *_: None))
    floor = _timed(lambda: (shutil.copytree(bag, folder / "copy"), subprocess.run(["sync"])))
    said = "wanted at most 90 for 1,000,000" if count >= 1_000_000 else ""
    yield f"export made                     {spent:8.1f} s   {said}"
    yield f"  the floor: copied and flushed {floor:8.1f} s   {spent / floor:.1f} times"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    yield f"  peak memory until then        {peak:8.0f} MB   wanted at most 500"
    shutil.rmtree(folder / "copy")


def _order(desk: ExportDesk, bag: Path) -> Order:
    scope = evolve(desk.source.scope(AuditRequest()), personal=True)
    signer, seal = desk.sign()
    dates = desk.source.dates(None, None)
    return Order(to=bag, scope=scope, dates=dates, signer=signer, seal=seal, tables=())


def _verified(folder: Path) -> Iterator[str]:
    data, python = folder / "bag" / "data", sys.executable
    keys = [f"--{use}-key={folder / 'signing' / f'{use}.vkey'}" for use in ("log", "export")]
    runs = {
        "sha256sum": (
            ["sha256sum", "--quiet", "-c", "tagmanifest-sha256.txt", "manifest-sha256.txt"],
            data.parent,
        ),
        "DuckDB: log, records, events.csv": ([python, "-c", DUCKDB], data),
        "frictionless: events.csv": ([python, "-c", FRICTIONLESS], data),
    }
    whole = 0.0
    for name, (command, where) in runs.items():
        spent = _timed(lambda c=command, w=where: subprocess.run(c, cwd=w, check=True))
        whole += spent
        yield f"{name:32}{spent:8.1f} s"
    yield f"  all of these                  {whole:8.1f} s   one after another"
    beside = _timed(lambda: _side_by_side(runs.values()))
    yield f"  all of these                  {beside:8.1f} s   at once; at most 60 for 1,000,000"
    alone = [python, str(data / "verify.py"), str(data.parent), *keys]
    spent = _timed(lambda: subprocess.run(alone, check=True, stdout=subprocess.DEVNULL))
    yield f"our own verify.py               {spent:8.1f} s"


def _side_by_side(runs: Iterable[tuple[list[str], Path]]) -> None:
    """Run commands at once, as somebody with a terminal for each would."""
    for process in [subprocess.Popen(command, cwd=where) for command, where in runs]:
        assert process.wait() == 0


def _tables(desk: ExportDesk, folder: Path) -> Iterator[str]:
    order = _order(desk, folder / "none")
    with desk.source.part(order.scope, folder / "views") as part:
        for name in TABLES:
            to = folder / "tables" / name

            def write(to: Path = to, name: str = name) -> None:
                write_views(to, part, order.dates, names=[name], progress=lambda *_: None)

            yield f"table {name:26}{_timed(write):8.1f} s   as CSV and Parquet"


def _timed(run: object) -> float:
    assert callable(run)
    began = perf_counter()
    run()
    return perf_counter() - began


def main() -> None:
    """Measure in a folder that goes away."""
    with tempfile.TemporaryDirectory() as name:
        count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
        for line in measure(Path(name), count):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
