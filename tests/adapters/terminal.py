"""A terminal for tests: the command line on a system in memory."""

import io
import json
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field, frozen

from adapters.bus import Bus, Found
from adapters.cli.main import run
from adapters.cli.toolbox import Progress, Report, TableStatus, Verdict
from adapters.evidence.log import Leaves
from adapters.exports.desk import ExportDesk
from adapters.exports.signing import signers
from adapters.settings import Settings
from adapters.storage.outgoing import Outgoing
from adapters.storage.verify import verify
from adapters.system import System


@frozen
class Said:
    """What one call wrote and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was written, read as JSON."""
        return json.loads(self.out)


@define
class Desk:
    """A toolbox on a system in memory; what goes outside is noted in `asked` and not done."""

    system: System
    report: Report = field(factory=Report)
    asked: list[tuple[Any, ...]] = field(factory=list)
    settings: Settings = field(factory=Settings)
    closed: int = 0

    def bus(self) -> Bus:
        return self.system.bus(self.settings.actor, self.settings.branch)

    def find(self, kind: str, text: str) -> Found:
        return self.system.bus(self.settings.actor).find(kind, text)

    def root(self) -> tuple[int, str]:
        return self.system.core.journal.root()

    def log_name(self) -> str:
        settings = self.system.core.journal.settings()
        assert settings is not None
        return settings.log_name

    def leaves(self) -> Leaves:
        return self.system.core.journal

    def verify(self, root_wanted: tuple[int, str] | None, progress: Progress) -> Verdict:
        core = self.system.core
        return verify(
            core.store,
            core.scribe,
            root_wanted=root_wanted,
            progress=lambda done, of: progress("records", done, of),
        )

    def view_status(self) -> Sequence[TableStatus]:
        return self.system.views.status(self.system.core.journal)

    def rebuild_views(self, names: Collection[str] | None, progress: Progress) -> None:
        self.system.views.rebuild(self.system.core.journal, names, progress)

    def export_journal(
        self, form: str, *, in_effect_on: str | None, known_by: str | None
    ) -> Iterator[str]:
        self.asked.append(("export", form, in_effect_on, known_by))
        yield from ("2025-01-02 放款", "    loans  12,000.00 CNY")

    def exports(self, progress: Progress) -> ExportDesk:
        core, clock = self.system.core, self.system.clock
        outgoing = Outgoing(core, self.system.views, lambda: core.journal.day_of(clock()))
        return ExportDesk(
            outgoing, progress, partial(signers, self.settings), self.system.bus("auditor").note
        )

    def take_over(self, source: str, folder: Path | None, progress: Progress) -> Report:
        return self._noted("take_over", source, folder)

    def take_over_csv(
        self, file: Path, mapping: Path, progress: Progress, processes: int | None
    ) -> Report:
        return self._noted("take_over_csv", file, mapping, processes)

    def backup(self, to: Path, *, keys_to: Path) -> Report:
        return self._noted("backup", to, keys_to)

    def restore(self, source: Path, *, keys_from: Path) -> Report:
        return self._noted("restore", source, keys_from)

    def write_segment(self, to: Path, closed_on: str) -> Report:
        return self._noted("write_segment", to, closed_on)

    def check_segments(self, folder: Path) -> Report:
        return self._noted("check_segments", folder)

    def migrate(self) -> Report:
        return self._noted("migrate")

    def scrub(self) -> Report:
        return self._noted("scrub")

    def demo(self, progress: Progress) -> Report:
        return self._noted("demo")

    def keeping(self) -> "Desk":
        return self

    def services(self) -> "Desk":
        return self

    def serve(self, host: str, port: int, **more: Any) -> None:
        self.asked.append(("serve", host, port, {n: v for n, v in more.items() if v}))

    def plugins(self) -> Sequence[Mapping[str, str]]:
        return [
            {
                "kind": "adapter",
                "name": "fax",
                "distribution": "fax-machine",
                "version": "2.0",
                "allowed": "no",
            }
        ]

    def asyncapi(self) -> Mapping[str, Any]:
        return {"asyncapi": "3.0.0"}

    def adapter(self, name: str, options: Mapping[str, str]) -> Any:
        return self.asked.append(("adapter", name, dict(options)))

    def issue_key(self, number: str, given: Mapping[str, Any]) -> str:
        self.asked.append(("issue_key", number, dict(given)))
        return f"lf.{number}.secret"

    def work(
        self, adapter: str, options: Mapping[str, str], metrics_port: int | None = None
    ) -> None:
        asked = ("work", adapter, dict(options))
        self.asked.append(asked if metrics_port is None else (*asked, metrics_port))

    def records(self, indexes: Sequence[int]) -> Sequence[bytes]:
        self.asked.append(("records", *indexes))
        return ()

    def close(self) -> None:
        self.closed += 1

    def _noted(self, *asked: Any) -> Report:
        self.asked.append(asked)
        return self.report


@define
class Terminal:
    """Where a person types, and reads what comes back."""

    desk: Desk
    capture: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch

    def type(self, *arguments: str, stdin: str | bytes = "") -> Said:
        """Run one line."""
        content = stdin.encode() if isinstance(stdin, str) else stdin
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        self.capture.readouterr()
        code = run(arguments, self._open)
        said = self.capture.readouterr()
        return Said(code, said.out, said.err)

    def _open(self, settings: Settings) -> Desk:
        self.desk.settings = settings
        return self.desk
