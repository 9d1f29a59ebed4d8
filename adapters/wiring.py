"""The composition root: settings in, a running system out.  Nothing is wired at import time.

What few commands need is imported where it is asked for, so that the others start sooner.
"""

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve, field

from adapters.bus import Bus, Found
from adapters.cli.toolbox import Progress, Report
from adapters.evidence.log import Leaves
from adapters.graph.relations import RelationGraph
from adapters.log import make_log
from adapters.plugins import listed
from adapters.problems import Unavailable
from adapters.services import Services
from adapters.settings import Settings
from adapters.storage.core import CreditCore
from adapters.storage.foreign import open_foreign
from adapters.storage.involved import involved_in
from adapters.storage.kept import KeptLines
from adapters.storage.keys import Keys
from adapters.storage.opening import open_store, read_segments
from adapters.storage.outgoing import Outgoing
from adapters.storage.store import Store
from adapters.storage.verify import Verdict, verify
from adapters.storage.views import TableStatus, ViewStore
from adapters.system import Clock, HandClock, System, SystemBus, utc_now
from adapters.telemetry.commands import QUIET, Telemetry
from adapters.worker import note_plugins
from projections.links import LINKS

if TYPE_CHECKING:
    from adapters.exports.desk import ExportDesk
    from adapters.keeping import Keeping

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
    store, plugins = _store(settings)
    try:
        core = CreditCore(store, Keys(settings.keys_folder))
        views = ViewStore(settings.views_path)
        core.related = RelationGraph(core.journal, KeptLines(views, core.journal, LINKS)).related
        core.involved = partial(involved_in, views, core.journal)
    except BaseException:
        store.close()
        raise
    told = Telemetry(log=make_log(settings.log)) if settings.log else QUIET
    system = System(core, views, clock, told, plugins)
    if system.core.journal.settings() and not system.noted(plugins):
        note_plugins(system.bus(settings.actor), plugins)
    return system


@contextmanager
def opened_bus(settings: Settings) -> Iterator[SystemBus]:
    """Open a system, and give the bus of the settings' actor and branch."""
    with open_system(settings) as system:
        yield system.bus(settings.actor, settings.branch, settings.purpose)


def _store(settings: Settings) -> tuple[Store, tuple[str, ...]]:
    """Return the store that the settings name, and the plugin that it is of, if it is of one."""
    server = settings.server
    if settings.foreign is None:
        return open_store(server, None if server else settings.path), ()
    store, plugin = open_foreign(settings.database, settings.shown, settings.plugins)
    return store, (str(plugin),)


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

    def find(self, kind: str, text: str) -> Found:
        """Return the customers found by a "document" number, a "name" or a "phone" number."""
        return self._bus().find(kind, text)

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
        from adapters.exports.journal import export

        self._bus().sight().require_whole("export journal")
        dates = {"in_effect_on": in_effect_on, "known_by": known_by}
        return export(form, self._rows("ledger", {n: d for n, d in dates.items() if d}))

    def exports(self, progress: Progress) -> "ExportDesk":
        """Return what writes exports."""
        from adapters.exports.desk import ExportDesk
        from adapters.exports.signing import signers

        system = self.system
        system.catch_up()
        outgoing = Outgoing(system.core, system.views, self._today, self._bus().sight())
        sign = partial(signers, self.settings)
        note, purpose = self._bus().note, self.settings.purpose
        return ExportDesk(outgoing, progress, sign, note, purpose, self.services().export)

    def keeping(self) -> "Keeping":
        """Return what the owner of the journal does to keep it."""
        from adapters.keeping import Keeping

        return Keeping(self.settings, lambda: self.system)

    def demo(self, progress: Progress) -> Report:
        """Live through two years of a village bank, once, and show its books."""
        from adapters.demo.tour import shown_at_the_end
        from adapters.demo.village import OPEN

        opened = self.system.core.journal.settings()
        if opened is not None and opened.institution != OPEN["institution"]:
            raise Unavailable(
                f"{self.settings.shown} holds the journal of {opened.institution}:"
                " name another --database"
            )
        sent = 0 if opened else self._live(progress)
        return shown_at_the_end(sent, self.verify(None, progress))

    def _live(self, progress: Progress) -> int:
        from adapters.demo.village import Village

        clock = HandClock(utc_now())
        village = Village(evolve(self.system, clock=clock).bus, clock.set, progress)
        village.live()
        self.rebuild_views(None, progress)
        return village.sent

    def take_over(self, source: str, folder: Path | None, progress: Progress) -> Report:
        """Take over the files of another system, and reconcile with what it states."""
        from adapters.takeover.run import take_over

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

    def take_over_csv(
        self, file: Path, mapping: Path, progress: Progress, processes: int | None
    ) -> Report:
        """Take over a table with columns as a TOML mapping names them."""
        from adapters.takeover.run import take_over_csv

        report = StringIO()
        shared = self.settings.database != ":memory:"
        code = take_over_csv(
            file,
            mapping,
            self._bus(),
            report=report,
            quarantine=Path(f"{file.stem}-quarantine.csv"),
            progress=lambda done, size, what: progress(what, done, size),
            open_bus=partial(opened_bus, self.settings) if shared else None,
            processes=processes,
        )
        return Report(remarks=tuple(report.getvalue().splitlines()), passed=code == 0)

    def services(self) -> Services:
        """Return what runs until it is told to end."""
        return Services(self.settings, self.system)

    def plugins(self) -> Sequence[Mapping[str, str]]:
        """Return what is installed, and whether it may be loaded."""
        return listed(self.settings.plugins)

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
