"""What the owner of a journal does to keep it: copies, segments, layouts, and what is scrubbed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen

from adapters.problems import Unavailable
from adapters.report import Report
from adapters.settings import Settings
from adapters.storage.backup import back_up, restore
from adapters.storage.foreign import done_by
from adapters.storage.opening import check_segments, migrate, scrub, write_segment
from adapters.storage.verify import verify
from adapters.system import System
from domain.catalogue import SPEC_OF
from domain.log.commands import RecordSegment


@frozen
class Keeping:
    """The care of one journal; see cli.toolbox.Keeping."""

    settings: Settings
    system: Callable[[], System]  # Opened when it is first asked for.

    def backup(self, to: Path, *, keys_to: Path) -> Report:
        """Copy the database and, elsewhere, its keys."""
        size, root = back_up(self.system().core, to, keys_to)
        return Report(counts={"records": size}, remarks=(f"root {root}",))

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
        core = self.system().core
        verdict = verify(core.store, core.scribe)
        return Report(
            counts={"records": verdict.size},
            remarks=(f"root {verdict.root}", *verdict.faults),
            passed=verdict.passed,
        )

    def write_segment(self, to: Path, closed_on: str) -> Report:
        """Write the journal from the last segment to a closing into files, and name them in it."""
        system, settings = self.system(), self.settings
        fields = write_segment(system.core, closed_on, to)
        if fields is None:
            return Report(remarks=("nothing was recorded since the last segment",))
        bus = system.bus(settings.actor, settings.branch, settings.purpose)
        bus.run(SPEC_OF[RecordSegment].name, fields)
        counts = {file["name"]: file["rows"] for file in fields["files"]}
        return Report(counts=counts, remarks=tuple(f["digest"] for f in fields["files"]))

    def check_segments(self, folder: Path) -> Report:
        """Compare the files of segments with what the journal says of them."""
        faults, found = check_segments(self.system().core, folder)
        return Report(counts={"segments": found}, remarks=tuple(faults), passed=not faults)

    def migrate(self) -> Report:
        """Bring the database to this program's layout."""
        server = self.settings.server
        if self.settings.foreign:
            done = self._by_others("migrate")
        else:
            done = migrate(server, None if server else self.settings.path)
        return Report(remarks=tuple(done) or ("there is nothing to do",))

    def scrub(self) -> Report:
        """Take what erased persons left in the files of a server."""
        foreign, server = self.settings.foreign, self.settings.server
        done = self._by_others("scrub") if foreign else scrub(server)
        return Report(remarks=tuple(done) or ("a file keeps nothing of what was erased",))

    def _by_others(self, step: str) -> Sequence[str]:
        return done_by(step, self.settings.database, self.settings.plugins)
