"""The audit export: a bag that holds the whole log, records, tables, and what verifies them.

It is made in a folder beside the one that is asked for and takes that name when all is done,
signed, and recorded in the journal: what was cut short is no export, and is begun anew.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from adapters.evidence.assemble import assemble
from adapters.evidence.checkpoint import Checkpoint
from adapters.evidence.heads import heads_text
from adapters.evidence.log import publish
from adapters.evidence.signer import Signer
from adapters.evidence.verification import SCOPE
from adapters.exports.bag_payload import (
    TABLES,
    write_journals,
    write_package,
    write_records,
    write_views,
)
from adapters.exports.bag_tags import Seal, close_bag
from adapters.exports.bag_texts import query, readme
from adapters.exports.files import new_folder, write
from adapters.exports.source import Part, Source
from adapters.pinned import Dates, Scope
from adapters.report import Progress
from projections.ledger import LEDGER

VIEWS_BESIDE: Final = ".views"  # Of a part of the journal, made meanwhile, and removed.


@frozen(kw_only=True)
class Issued:
    """An export that is about to be handed out: what is recorded of it."""

    scope: Scope
    size: int  # Of the log in it, and its root.
    root: str
    manifest: str  # Digest of its tag manifest.


@frozen(kw_only=True)
class Order:
    """Where an export is to be, of what, on which dates, and by whom it is signed."""

    to: Path
    scope: Scope
    dates: Dates
    signer: Signer
    seal: Seal
    tables: tuple[str, ...] = TABLES  # The views that are in it as tables.


def make_bag(
    source: Source, order: Order, issue: Callable[[Issued], None], progress: Progress
) -> Mapping[str, int]:
    """Make an export; return how many of what is in it.

    issue records it in the journal, once it is whole and before it has its name: what cannot be
    recorded is not handed out.
    """
    with new_folder(order.to) as folder:
        beside = folder.with_name(folder.name + VIEWS_BESIDE)
        with source.part(order.scope, beside) as part:
            payload = folder / "data"
            checkpoint, counts = _payload(source, part, order, payload=payload, progress=progress)
        labels = _labels(source, order, checkpoint)
        manifest = close_bag(folder, labels, order.seal)
        issue(
            Issued(
                scope=order.scope,
                size=checkpoint.size,
                root=f"sha256:{checkpoint.root.hex()}",
                manifest=manifest,
            )
        )
    return counts


def _payload(
    source: Source, part: Part, order: Order, *, payload: Path, progress: Progress
) -> tuple[Checkpoint, Mapping[str, int]]:
    payload.mkdir()
    earlier = {path.name: path.read_bytes() for path in order.signer.given().values()}
    stamps = {path.name: path.read_bytes() for path in order.signer.stamps().values()}
    checkpoint = publish(part, payload / "log", order.signer, progress=progress)
    for name, content in [*earlier.items(), *stamps.items()]:
        write(payload / "prior-checkpoints" / name, [content])
    records, events = write_records(payload, part, progress)
    for name, heads in part.heads():
        write(payload / "heads" / f"{name}.txt", [heads_text(heads)])
    tables = write_views(payload, part, order.dates, names=order.tables, progress=progress)
    if LEDGER.name in order.tables:
        write_journals(payload, part, order.dates)
    institution, _ = source.institution()
    write_package(payload, [events, *tables], {"title": f"{institution}: audit export"})
    write(payload / "verify.py", [assemble().encode()])
    write(payload / "verify.sql", [query()])
    write(payload / "README.md", [readme(institution, checkpoint.origin, order.seal.key).encode()])
    counts = {
        "records": records,
        "log size": checkpoint.size,
        "earlier checkpoints": len(earlier),
        "tables": 1 + len(tables),
    }
    return checkpoint, counts


def _labels(source: Source, order: Order, checkpoint: Checkpoint) -> Mapping[str, str]:
    institution, _ = source.institution()
    scope = order.scope
    return {
        "Source-Organization": institution,
        "External-Identifier": f"{checkpoint.origin} {checkpoint.size}",
        SCOPE: scope_label(scope, checkpoint.size),
        "Loanfold-Records": f"{scope.first} to {scope.last}",
        **({"Loanfold-Customer": scope.customer_id} if scope.customer_id else {}),
        "Loanfold-In-Effect-On": order.dates.day.isoformat(),
        "Loanfold-Personal-Data": "disclosed" if scope.personal else "withheld",
    }


def scope_label(scope: Scope, size: int) -> str:
    """Return what a bag says that it holds whole: the log, a branch, or neither."""
    from_the_first = scope.first == 0
    if scope.whole and from_the_first and scope.last == size - 1:
        return "whole"
    if scope.customer_id is None and scope.branch and from_the_first and scope.last == size - 1:
        return f"branch {scope.branch}"
    return "part"
