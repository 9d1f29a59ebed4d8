"""What the command line asks of a running system; the wiring hands it in."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from adapters.bus import Bus, Found
from adapters.pinned import AuditRequest
from adapters.report import Progress, Report, Shown, Verdict

if TYPE_CHECKING:  # What signs is slow to load, and help does without it.
    from adapters.evidence.log import Leaves

__all__ = [
    "Exports",
    "Keeping",
    "Progress",
    "Report",
    "Services",
    "Shown",
    "TableStatus",
    "Toolbox",
    "Verdict",
]


class TableStatus(Protocol):
    """How a stored table of the views stands."""

    @property
    def table(self) -> str:
        """Its name."""

    @property
    def views(self) -> Sequence[str]:
        """The views that are answered from it."""

    @property
    def position(self) -> int:
        """Log index of the last record taken in; -1 for none."""

    @property
    def behind(self) -> int | None:
        """Records not yet taken in; None where that is not known."""

    @property
    def failed(self) -> str | None:
        """The record that it stopped before, and why."""


class Exports(Protocol):
    """What goes out of the house as files; a folder is new, and there whole or not at all.

    in_effect_on is an ISO date, known_by a log index or a time; None for today and now.
    """

    def tables(
        self,
        to: Path,
        views: Collection[str],
        form: str,
        *,
        in_effect_on: str | None,
        known_by: str | None,
    ) -> Report:
        """Write views as tables, "csv", "parquet" or "both"; () writes all of them."""

    def east(
        self,
        to: Path,
        *,
        in_effect_on: str | None,
        known_by: str | None,
        since: str | None,
        encoding: str,
    ) -> Report:
        """Write the credit pack of EAST 5.0."""

    def ledger(
        self, to: Path, *, begin: str | None, in_effect_on: str | None, known_by: str | None
    ) -> Report:
        """Write the general ledger by the AICPA Audit Data Standard."""

    def audit(self, to: Path, asked: AuditRequest) -> Report:
        """Make an audit export, and record it; Unavailable where there are no keys that sign."""

    def by_others(
        self,
        to: Path,
        name: str,
        options: Mapping[str, str],
        *,
        in_effect_on: str | None,
        known_by: str | None,
    ) -> Report:
        """Write an export that a plugin brings; Unknown for no such plugin."""

    def lineage(
        self,
        cell: tuple[str, str, str],
        *,
        in_effect_on: str | None,
        known_by: str | None,
        since: str | None,
        everything: bool,
    ) -> Sequence[Mapping[str, Any]]:
        """Return the records that a cell (table, row, column) comes from."""

    def compare(
        self, filed: Path, *, known_by: str | None
    ) -> tuple[Report, Sequence[Mapping[str, Any]]]:
        """Make a filed pack again; return what holds, and every cell that is another now."""


class Keeping(Protocol):
    """What the owner of a journal does to keep it."""

    def backup(self, to: Path, *, keys_to: Path) -> Report:
        """Copy the database and, elsewhere, its keys into folders that do not exist yet."""

    def restore(self, source: Path, *, keys_from: Path) -> Report:
        """Put a backup where the settings say, where nothing is yet, and verify it."""

    def write_segment(self, to: Path, closed_on: str) -> Report:
        """Write the journal from the last segment to the closing of a day into files."""

    def check_segments(self, folder: Path) -> Report:
        """Compare the files of segments with their digests in the journal."""

    def migrate(self) -> Report:
        """Bring the database to this program's layout, as its owner."""

    def scrub(self) -> Report:
        """Take what erased persons left in the files of a server, as the owner of its tables."""


class Services(Protocol):
    """What runs until the process is told to end, and what that takes."""

    def serve(self, host: str, port: int, **more: Any) -> None:
        """Answer HTTP; port 0 takes any that is free.

        more is what adapters.http.serve.Place has beside the two.
        """

    def work(
        self, adapter: str, options: Mapping[str, str], metrics_port: int | None = None
    ) -> None:
        """Run an adapter, with /metrics on a port of this machine where one is given.

        Raises Unknown for no such adapter.
        """

    def adapter(self, name: str, options: Mapping[str, str]) -> Any:
        """Return an adapter with its options, not running; Unknown for no such adapter."""

    def issue_key(self, number: str, given: Mapping[str, Any]) -> str:
        """Issue an API key with this number and return it; it is shown this once."""


class Toolbox(Protocol):
    """A system for one process, as its settings name it.

    Nothing is opened before it is asked for: backup, restore and demo open for themselves.
    Every method raises what adapters.problems knows.
    """

    def bus(self) -> Bus:
        """Return the bus of the settings' actor and branch."""

    def find(self, kind: str, text: str) -> Found:
        """Return the customers found by a "document" number, a "name" or a "phone" number."""

    def root(self) -> tuple[int, str]:
        """Return the size of the log and the root of its Merkle tree, "sha256:…"."""

    def log_name(self) -> str:
        """Return the outside name of the log; Unavailable before it is opened."""

    def leaves(self) -> "Leaves":
        """Return what is published of the log."""

    def records(self, indexes: Sequence[int]) -> Sequence[bytes]:
        """Return records as they are stored, by their log indexes, in the order given."""

    def verify(self, root_wanted: tuple[int, str] | None, progress: Progress) -> Verdict:
        """Recompute all that can be recomputed; root_wanted is a (size, root) noted earlier."""

    def view_status(self) -> Sequence[TableStatus]:
        """Return how every stored table of the views stands."""

    def rebuild_views(self, names: Collection[str] | None, progress: Progress) -> None:
        """Build the tables of views again (None: of all); Unknown for another name."""

    def export_journal(
        self, form: str, *, in_effect_on: str | None, known_by: str | None
    ) -> Iterator[str]:
        """Yield the lines, without line feeds, of the ledger for "hledger" or "beancount".

        in_effect_on is an ISO date, known_by a log index or a time; None for today and now.
        """

    def exports(self, progress: Progress) -> Exports:
        """Return what writes exports."""

    def take_over(self, source: str, folder: Path | None, progress: Progress) -> Report:
        """Take over "berka", "superlender" or "ibrd" from a folder (None: that of the settings)."""

    def take_over_csv(
        self, file: Path, mapping: Path, progress: Progress, processes: int | None
    ) -> Report:
        """Take over a table with columns as a TOML mapping names them.

        It is done by so many processes side by side (None: as many as it is worth).
        """

    def keeping(self) -> Keeping:
        """Return what the owner of the journal does to keep it."""

    def demo(self, progress: Progress) -> Report:
        """Fill an empty database with a small institution to look at."""

    def services(self) -> Services:
        """Return what runs until it is told to end."""

    def plugins(self) -> Sequence[Mapping[str, str]]:
        """Return what is installed: kind, name, distribution, version, and whether allowed."""

    def asyncapi(self) -> Mapping[str, Any]:
        """Return the description of the queues in AsyncAPI 3.0."""

    def close(self) -> None:
        """Close what was opened."""
