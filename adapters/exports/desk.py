"""The desk that exports are asked for at: texts in, files out, and a report of what was done."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import frozen

from adapters.evidence.signer import Signer
from adapters.exports.audit_standard import write_audit_standard
from adapters.exports.bag import Issued, Order, make_bag
from adapters.exports.bag_tags import Seal
from adapters.exports.by_others import window_of, write_by_others
from adapters.exports.compare import Comparison, compare
from adapters.exports.east import write_east
from adapters.exports.lineage import asked as row_asked
from adapters.exports.lineage import lineage, told
from adapters.exports.parquet import has_parquet
from adapters.exports.source import Source
from adapters.exports.tables_folder import FORMS, write_tables
from adapters.exports.view_tables import tabular
from adapters.pinned import AuditRequest
from adapters.problems import Unreadable
from adapters.report import Progress, Report
from adapters.sight import left_out
from domain.disclosure.commands import IssueExport, ReadPersonal
from projections.catalogue import VIEWS

NAME_LONGEST: Final = 40  # Of what shows personal data, in the record of it.


@frozen
class ExportDesk:
    """Exports of one institution; see adapters.cli.toolbox.Exports."""

    source: Source
    progress: Progress
    sign: Callable[[], tuple[Signer, Seal]]  # What signs; asked for by those exports alone.
    record: Callable[[IssueExport | ReadPersonal], object]  # In the journal.
    purpose: str | None = None  # What personal data is read for.
    # Return who brings the export by others of a name, and its class.
    plugin: Callable[[str], tuple[str, Any]] | None = None

    def audit(self, to: Path, asked: AuditRequest) -> Report:
        """Make an audit export; personal data is in it for a named recipient and purpose only."""
        self.source.require_whole("export audit")
        scope = self.source.scope(asked)
        dates = self.source.dates(asked.in_effect_on, asked.known_by)
        signer, seal = self.sign()
        order = Order(to=to, scope=scope, dates=dates, signer=signer, seal=seal)

        def issue(issued: Issued) -> None:
            self.record(_command(issued, asked))

        counts = make_bag(self.source, order, issue, self.progress)
        return Report(counts=counts, remarks=tuple(_told(order, asked)))

    def tables(
        self,
        to: Path,
        views: Collection[str],
        form: str,
        *,
        in_effect_on: str | None,
        known_by: str | None,
    ) -> Report:
        """Write views as tables; () writes all of them."""
        if form not in FORMS:
            raise Unreadable((f"--form: expected one of {', '.join(FORMS)}",))
        dates = self.source.dates(in_effect_on, known_by)
        named = views or tabular()
        counts = write_tables(
            self.source,
            to,
            dates,
            views=named,
            form=form,
            progress=self.progress,
            finish=lambda: self._read("export_tables"),
        )
        left = [] if views else [name for name in VIEWS if name not in named]
        remarks = [f"{name} is no table: it answers what it is asked." for name in left]
        if self.source.left_out:
            remarks.append(left_out(self.source.left_out))
        return Report(counts=counts, remarks=(_known(dates), *remarks))

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
        self.source.require_whole("export east")
        dates = self.source.dates(in_effect_on, known_by)
        counts = write_east(
            self.source,
            to,
            dates,
            since=since,
            encoding=encoding,
            progress=self.progress,
            finish=lambda: self._read("export_east"),
        )
        missing = "What no source supplies stays empty and is listed in missing.csv."
        return Report(counts=counts, remarks=(_known(dates), missing))

    def ledger(
        self, to: Path, *, begin: str | None, in_effect_on: str | None, known_by: str | None
    ) -> Report:
        """Write the general ledger by the AICPA Audit Data Standard."""
        self.source.require_whole("export ledger")
        dates = self.source.dates(in_effect_on, known_by)
        counts = write_audit_standard(self.source, to, dates, begin=begin, progress=self.progress)
        return Report(counts=counts, remarks=(_known(dates),))

    def by_others(
        self,
        to: Path,
        name: str,
        options: Mapping[str, str],
        *,
        in_effect_on: str | None,
        known_by: str | None,
    ) -> Report:
        """Write an export that a plugin brings."""
        assert self.plugin is not None, "a desk without plugins"
        self.source.require_whole(f"export by {name}")
        dates = self.source.dates(in_effect_on, known_by)
        window = window_of(self.source, dates)
        finish = partial(self._read, f"export_{_plain(name)}"[:NAME_LONGEST])
        plugin = self.plugin(name)
        counts = write_by_others(plugin, window, to, options=options, finish=finish)
        return Report(counts=counts, remarks=(_known(dates),))

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
        self.source.require_whole("export lineage")
        table, row, column = cell
        dates = self.source.dates(in_effect_on, known_by)
        steps = lineage(
            self.source, row_asked(table, row, since), column, dates, progress=self.progress
        )
        self._read("export_lineage")
        return list(told(steps, everything=everything))

    def compare(
        self, filed: Path, *, known_by: str | None
    ) -> tuple[Report, Sequence[Mapping[str, Any]]]:
        """Make a filed pack again; return what holds, and every cell that is another now."""
        self.source.require_whole("export compare")
        now = self.source.dates(None, known_by)
        found = compare(self.source, filed, now, self.progress)
        self._read("export_compare")
        counts = {
            "tables": len(found.same) + len(found.changed),
            "same as filed": len(found.same),
            "differences now": len(found.differences),
        }
        report = Report(counts=counts, remarks=tuple(_remarks(found)), passed=not found.changed)
        return report, [attrs.asdict(each) for each in found.differences]

    def _read(self, tool: str) -> None:
        """Record whose personal data a tool opened, before it is given out."""
        for reading in self.source.readings(tool, self.purpose):
            self.record(reading)


def _command(issued: Issued, asked: AuditRequest) -> IssueExport:
    scope = issued.scope
    return IssueExport(
        # Of its manifest, which no other export has: it holds a log signed for it alone.
        disclosure_id=f"export-{issued.manifest.removeprefix('sha256:')[:24]}",
        recipient=asked.recipient,
        purpose=asked.purpose,
        branch=scope.branch,
        customer_id=scope.customer_id,
        first=scope.first,
        personal=scope.personal,
        size=issued.size,
        root=issued.root,
        manifest=issued.manifest,
    )


def _told(order: Order, asked: AuditRequest) -> Iterator[str]:
    yield f"Written to {order.to}; README.md in its folder data says how to verify it."
    if not order.scope.personal:
        why = "as asked" if asked.redact else "name --recipient and --purpose to disclose it"
        yield f"Personal data is withheld: {why}."
    if not has_parquet():
        yield "The tables are CSV alone: for Parquet as well, install loanfold[tables]."
    if order.seal.stamp is None:
        yield "There is no time stamp: no authority is configured."


def _remarks(found: Comparison) -> Sequence[str]:
    if not found.changed:
        return ["As known then, every table is the same, byte for byte."]
    return [f"As known then, these are not the same: {', '.join(found.changed)}."]


def _plain(name: str) -> str:
    """Return a name as records have it, whatever its plugin is called."""
    return re.sub(r"[^A-Za-z0-9]", "_", name)


def _known(dates: Any) -> str:
    return f"In effect on {dates.day}, known by record {dates.known_by}."
