"""The composition root: settings in, a running system out.  Nothing is wired at import time."""

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any, Final

from attrs import define, evolve, field

from adapters import worker
from adapters.bus import Bus
from adapters.cli.toolbox import Progress, Report
from adapters.demo.tour import shown_at_the_end
from adapters.demo.village import OPEN, Village
from adapters.evidence.log import Leaves
from adapters.exports.desk import ExportDesk
from adapters.exports.journal import export
from adapters.exports.signing import signers
from adapters.graph.relations import RelationGraph
from adapters.log import make_log
from adapters.problems import Unavailable
from adapters.services import Services
from adapters.settings import Settings
from adapters.storage.backup import back_up, restore
from adapters.storage.core import CreditCore
from adapters.storage.keys import Keys
from adapters.storage.opening import (
    check_segments,
    migrate,
    open_store,
    read_segments,
    scrub,
    write_segment,
)
from adapters.storage.outgoing import Outgoing
from adapters.storage.verify import Verdict, verify
from adapters.storage.views import TableStatus, ViewStore
from adapters.system import Clock, HandClock, System, SystemBus, utc_now
from adapters.takeover.run import take_over, take_over_csv
from adapters.telemetry.commands import Telemetry
from domain.catalogue import SPEC_OF
from domain.log.commands import RecordSegment

# Beside the repository, unless the settings name another folder.
DATA: Final = Path(__file__).resolve().parents[2] / "shared" / "data"
FOLDERS: Final = {
    "berka": "berka_pkdd99",
    "superlender": "superlender_nigeria",
    "ibrd": "ibrd_loans",
}


def open_system(settings: Settings, clock: Clock = utc_now) -> System:
    """Return the system that the settings name, creating what is missing.

    Raises Unavailable where the database, its keys or its views cannot be used.
    """
    # Records and events hold no cycles; looking for some at the usual rate takes a third of a walk.
    gc.set_threshold(50_000, 20, 20)
    server = settings.server
    store = open_store(server, None if server else settings.path)
    try:
        core = CreditCore(store, Keys(settings.keys_folder))
        core.related = RelationGraph(core.journal).related
        views = ViewStore(settings.views_path)
    except BaseException:
        store.close()
        raise
    told = Telemetry(log=make_log(settings.log)) if settings.log else Telemetry()
    return System(core, views, clock, told)


def toolbox(settings: Settings) -> "Tools":
    """Return what a command line works with."""
    return Tools(settings)


@define
class Tools:
    """A system for one process, opened when it is first asked for; see cli.toolbox.Toolbox."""

    settings: Settings
    _system: System | None = field(default=None, init=False)

    @property
    def system(self) -> System:
        """The system, opened."""
        if self._system is None:
            self._system = open_system(self.settings)
        return self._system

    def bus(self) -> Bus:
        """Return the bus of the settings' actor and branch; one that only reads, of segments."""
        if self.settings.segments is not None:
            return read_segments(self.settings.segments)
        return self._bus()

    def _bus(self) -> SystemBus:
        settings = self.settings
        return self.system.bus(settings.actor, settings.branch, settings.purpose)

    def find(self, kind: str, text: str) -> Sequence[str]:
        """Return the customers found by a "document" number, a "name" or a "phone" number."""
        return self.system.core.journal.find(kind, text)

    def root(self) -> tuple[int, str]:
        """Return the size of the log and the root of its Merkle tree."""
        if self.settings.segments is not None:
            return read_segments(self.settings.segments).root()
        return self.system.core.journal.root()

    def log_name(self) -> str:
        """Return the outside name of the log."""
        settings = self.system.core.journal.settings()
        if settings is None:
            raise Unavailable("the journal is not open: begin with log.open")
        return settings.log_name

    def leaves(self) -> Leaves:
        """Return what is published of the log."""
        return self.system.core.journal

    def records(self, indexes: Sequence[int]) -> Sequence[bytes]:
        """Return records as they are stored, by their log indexes, in the order given."""
        store = self.system.core.store
        return [row.state for index in indexes for _, row in store.records(index - 1, 1)]

    def verify(self, root_wanted: tuple[int, str] | None, progress: Progress) -> Verdict:
        """Recompute all that can be recomputed."""
        core = self.system.core
        return verify(
            core.store,
            core.scribe,
            root_wanted=root_wanted,
            progress=lambda done, size: progress("records verified", done, size),
        )

    def view_status(self) -> Sequence[TableStatus]:
        """Return how every stored table of the views stands."""
        return self.system.views.status(self.system.core.journal)

    def rebuild_views(self, names: Collection[str] | None, progress: Progress) -> None:
        """Build the tables of views again (None: of all)."""
        self.system.views.rebuild(self.system.core.journal, names, progress=progress)

    def export_journal(
        self, form: str, *, in_effect_on: str | None, known_by: str | None
    ) -> Iterator[str]:
        """Yield the lines of the ledger for "hledger" or "beancount"."""
        dates = {"in_effect_on": in_effect_on, "known_by": known_by}
        return export(form, self._rows("ledger", {n: d for n, d in dates.items() if d}))

    def exports(self, progress: Progress) -> ExportDesk:
        """Return what writes exports."""
        system = self.system
        system.catch_up()
        outgoing = Outgoing(system.core, system.views, self._today)
        sign = partial(signers, self.settings)
        return ExportDesk(outgoing, progress, sign, self._bus().note, self.settings.purpose)

    def backup(self, to: Path, *, keys_to: Path) -> Report:
        """Copy the database and, elsewhere, its keys."""
        size, root = back_up(self.system.core, to, keys_to)
        return Report(counts={"records": size}, remarks=(f"root {root}",))

    def write_segment(self, to: Path, closed_on: str) -> Report:
        """Write the journal from the last segment to a closing into files, and name them in it."""
        fields = write_segment(self.system.core, closed_on, to)
        if fields is None:
            return Report(remarks=("nothing was recorded since the last segment",))
        self._bus().run(SPEC_OF[RecordSegment].name, fields)
        counts = {file["name"]: file["rows"] for file in fields["files"]}
        return Report(counts=counts, remarks=tuple(f["digest"] for f in fields["files"]))

    def check_segments(self, folder: Path) -> Report:
        """Compare the files of segments with what the journal says of them."""
        faults, found = check_segments(self.system.core, folder)
        return Report(counts={"segments": found}, remarks=tuple(faults), passed=not faults)

    def migrate(self) -> Report:
        """Bring the database to this program's layout."""
        server = self.settings.server
        done = migrate(server, None if server else self.settings.path)
        return Report(remarks=tuple(done) or ("there is nothing to do",))

    def scrub(self) -> Report:
        """Take what erased persons left in the files of a server."""
        done = scrub(self.settings.server)
        return Report(remarks=tuple(done) or ("a file keeps nothing of what was erased",))

    def restore(self, source: Path, *, keys_from: Path) -> Report:
        """Put a backup where the settings say, where nothing is yet, and verify it."""
        if self.settings.server:
            raise Unavailable(
                "a PostgreSQL database is restored by its server: run pg_restore, then `loanfold"
                " store migrate`, and put the folder of keys in place"
            )
        path, keys = self.settings.path, self.settings.keys_folder
        if path is None or keys is None:
            raise Unavailable("a backup is restored into a file: name one with --database")
        restore(source, keys_from, to=path, keys_to=keys)
        verdict = self.verify(None, lambda *_: None)
        return Report(
            counts={"records": verdict.size},
            remarks=(f"root {verdict.root}", *verdict.faults),
            passed=verdict.passed,
        )

    def demo(self, progress: Progress) -> Report:
        """Live through two years of a village bank, once, and show its books."""
        opened = self.system.core.journal.settings()
        if opened is not None and opened.institution != OPEN["institution"]:
            raise Unavailable(
                f"{self.settings.shown} holds the journal of {opened.institution}:"
                " name another --database"
            )
        sent = 0 if opened else self._live(progress)
        return shown_at_the_end(sent, self.verify(None, progress))

    def _live(self, progress: Progress) -> int:
        clock = HandClock(utc_now())
        village = Village(evolve(self.system, clock=clock).bus, clock.set, progress)
        village.live()
        self.rebuild_views(None, progress)
        return village.sent

    def take_over(self, source: str, folder: Path | None, progress: Progress) -> Report:
        """Take over the files of another system, and reconcile with what it states."""
        where = folder or (self.settings.folder or DATA) / FOLDERS.get(source, source)
        report = StringIO()
        code = take_over(
            source,
            where,
            self._bus(),
            report=report,
            quarantine=Path(f"{source}-quarantine.csv"),
            progress=lambda done, size, what: progress(what, done, size),
        )
        return Report(remarks=tuple(report.getvalue().splitlines()), passed=code == 0)

    def take_over_csv(self, file: Path, mapping: Path, progress: Progress) -> Report:
        """Take over a table with columns as a TOML mapping names them."""
        report = StringIO()
        code = take_over_csv(
            file,
            mapping,
            self._bus(),
            report=report,
            quarantine=Path(f"{file.stem}-quarantine.csv"),
            progress=lambda done, size, what: progress(what, done, size),
        )
        return Report(remarks=tuple(report.getvalue().splitlines()), passed=code == 0)

    def services(self) -> Services:
        """Return what runs until it is told to end."""
        return Services(self.settings, self.system)

    def plugins(self) -> Sequence[Mapping[str, str]]:
        """Return what is installed, and whether it may be loaded."""
        return worker.listed(self.settings.plugins)

    def asyncapi(self) -> Mapping[str, Any]:
        """Return the description of the queues in AsyncAPI 3.0."""
        from adapters.queues.asyncapi import asyncapi

        return asyncapi()

    def close(self) -> None:
        """Close what was opened."""
        if self._system is not None:
            self._system.close()

    def _rows(self, view: str, query: Mapping[str, str]) -> Iterator[Mapping[str, object]]:
        self.system.catch_up()
        journal = self.system.core.journal
        return self.system.views.rows(view, query, journal, self._today())

    def _today(self) -> date:
        return self.system.core.journal.day_of(self.system.clock())
