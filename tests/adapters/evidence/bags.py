"""A small export of a village bank, made by hand: what verifiers and those who tamper work on.

It has the layout that exports have; what makes them for users has tests of its own.
"""

import csv
import io
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import define

from adapters.codec import write_moment
from adapters.evidence.cells import json_cell
from adapters.evidence.check_bag import PAYLOAD, SIGNATURE, TAGS
from adapters.evidence.check_closing import heads_path
from adapters.evidence.check_records import RECORDS, said_by
from adapters.evidence.check_table import EVENTS, FIELDS
from adapters.evidence.heads import heads_text
from adapters.evidence.keys import Use, create_key, signing_key
from adapters.evidence.lines import Line
from adapters.evidence.log import publish
from adapters.evidence.signer import Signer, create_signer
from adapters.evidence.verification import EARLIER, SCOPE, Trust
from adapters.storage.closing import heads_at
from adapters.system import System
from tests.village import LI, lend, repay

ORIGIN = "qinghe.example/audit"
COLUMNS = ("index", "recorded_at", "digest", *FIELDS, "data")


@define
class Desk:
    """Where exports are made: a bank, its signer, and what an outsider kept."""

    system: System
    folder: Path

    @property
    def keys(self) -> Path:
        """The folder of signing keys."""
        return self.folder / "signing"

    @property
    def kept(self) -> Path:
        """The checkpoint that an outsider was given long ago."""
        return self.folder / "kept"

    def trust(self, **more: Any) -> Trust:
        """Return what an outsider brings along."""
        log, export = (signing_key(self.keys, use).public for use in (Use.LOG, Use.EXPORT))
        return Trust(**{"log": log, "export": export, "checkpoints": (self.kept,), **more})

    def publish(self) -> Any:
        """Publish the log as it stands."""
        return publish(self.system.core.journal, self.folder / "log", Signer(self.keys))

    def make_bag(
        self, name: str, keep: Callable[[Line], bool] = lambda _: True, scope: str = "whole"
    ) -> Path:
        """Make an export of the records that are kept, and sign it."""
        bag = self.folder / name
        (bag / "data").mkdir(parents=True)
        core = self.system.core
        checkpoint = publish(core.journal, bag / "data/log", Signer(self.keys))
        shutil.copytree(self.keys / "checkpoints", bag / EARLIER)
        lines = [
            Line(leaf.index, write_moment(leaf.recorded_at), stored.state)
            for leaf, stored in core.store.records(-1, checkpoint.size)
        ]
        self._write_heads(bag, lines)
        write_records(bag, [line for line in lines if keep(line)])
        (bag / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        (bag / "bag-info.txt").write_text(f"Source-Organization: Qinghe\n{SCOPE}: {scope}\n")
        self.seal(bag)
        return bag

    def seal(self, bag: Path) -> None:
        """Write the manifests of what is in a bag, and sign them."""
        write_manifests(bag)
        signature = signing_key(self.keys, Use.EXPORT).sign((bag / TAGS).read_bytes())
        (bag / SIGNATURE).write_bytes(signature)

    def _write_heads(self, bag: Path, lines: list[Line]) -> None:
        closed = [line for line in lines if said_by(line.record)["type"] == "day.closed"]
        if closed:
            closing = said_by(closed[-1].record)["data"]["closing"]
            core = self.system.core
            heads = heads_at(core.store, core.journal, closing["records"])
            for place, branch in enumerate(closing["branches"]):
                file = bag / heads_path(closed[-1].index, place)
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(heads_text(heads[branch["branch"]]))


def write_records(bag: Path, lines: list[Line]) -> None:
    """Write records and the table of events beside them."""
    (bag / RECORDS).write_bytes(b"".join(line.to_bytes() for line in lines))
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for line in lines:
        said = said_by(line.record)
        fields = ["" if said[name] is None else said[name] for name in FIELDS]
        data = json_cell(said["data"])
        table.writerow([line.index, line.recorded_at, line.digest.hex(), *fields, data])
    (bag / EVENTS).write_text(text.getvalue())


def write_manifests(bag: Path) -> None:
    """Write the manifests of a bag."""
    payload = sorted(f for f in (bag / "data").rglob("*") if f.is_file())
    (bag / PAYLOAD).write_text("".join(_listed(bag, file) for file in payload))
    tags = [bag / "bag-info.txt", bag / "bagit.txt", bag / PAYLOAD]
    (bag / TAGS).write_text("".join(_listed(bag, file) for file in tags))


def _listed(bag: Path, file: Path) -> str:
    return f"{sha256(file.read_bytes()).hexdigest()}  {file.relative_to(bag).as_posix()}\n"


def live(desk: Desk) -> None:
    """Live through some days with two branches; an outsider keeps an early checkpoint."""
    create_signer(desk.keys, ORIGIN)
    create_key(desk.keys, Use.EXPORT, f"{ORIGIN}/export")
    first, second = desk.system.bus("zhao", "B001"), desk.system.bus("qian", "B002")
    lend(first)
    early = desk.publish()
    shutil.copy(desk.keys / "checkpoints" / str(early.size), desk.kept)
    second.run("customer.register", LI)
    first.run("day.close", {"day": "2025-01-02"})
    for number in range(3):
        first.run("loan.record_repayment", repay(f"R{number}", "100.00", "2025-01-02"))
    desk.publish()
    first.run("day.close", {"day": "2025-01-02"})
