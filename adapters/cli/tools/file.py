"""Credit files: as they stand, as a decision saw them, and decisions judged again."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import click
from attrs import frozen

from adapters.cli.session import EXIT_FAULTY, session_of
from adapters.cli.show import show_json, show_table
from adapters.cli.tools.report import as_json_option
from adapters.evidence.heads import Head, heads_digest, heads_text

_ACTS: Final = ("index", "recorded_at", "stream", "version", "event", "actor", "content")
_BESIDE: Final = ("index", "recorded_at", "stream", "version", "event", "actor")
_JUDGED: Final = ("record", "event", "decided_on", "under_own", "under_today", "today_differences")


@frozen
class Shown:
    """A file, or what was looked up beside it: acts, and what their last records come to."""

    acts: Sequence[Mapping[str, Any]]
    heads: bytes  # One line "STREAM VERSION DIGEST" for each stream.
    stated: str | None  # The digest in the decision; None where it holds none.

    @property
    def digest(self) -> str:
        """The digest of the records."""
        return heads_digest(self.heads)

    @property
    def holds(self) -> bool:
        """Whether the records are still those that the decision was based on."""
        return self.stated in (None, self.digest)

    def to_json(self) -> Mapping[str, Any]:
        """Return it as it is shown to programs."""
        said = {"digest": self.digest, "stated": self.stated, "holds": self.holds}
        return {"acts": list(self.acts), **said}


@click.group()
def file() -> None:
    """Show the credit file of an application, or judge its decisions again."""


@file.command()
@click.argument("number", metavar="ID")
@click.option("--as-seen-by", metavar="RECORD", help="A decision, as in approval-A1@5.")
@click.option("--later", is_flag=True, help="Show what came later too, marked as not seen.")
@click.option("--heads", is_flag=True, help="Only the lines that the digest is of.")
@as_json_option
@click.pass_context
def show(
    context: click.Context,
    as_json: bool,
    *,
    number: str,
    as_seen_by: str | None,
    later: bool,
    heads: bool,
) -> None:
    """Show every act and document on the file of application ID, with the digest of the file.

    As it stands, its digest is what a decision names as read. As seen by a decision, the file is
    cut where the decision saw it, and what was looked up beside it (mandates, policy, who acted) is
    named with the last record seen; both digests are computed again from the records, and the exit
    code is 1 where one is not that which the decision holds.
    """
    shown, beside = _shown(context, number, as_seen_by, later=later)
    if heads:
        click.echo(shown.heads, nl=False)
    elif as_json:
        show_json({**shown.to_json(), "beside": beside.to_json()})
    else:
        show_table((*_ACTS, "seen") if later else _ACTS, shown.acts, right=("index", "version"))
        click.echo(f"digest of the file: {shown.digest}")
        _tell(shown, as_seen_by)
        if beside.acts:
            click.echo("\nlooked up beside the file, with the last record seen:\n")
            show_table(_BESIDE, beside.acts, right=("index", "version"))
            click.echo(f"digest of these: {beside.digest}")
            _tell(beside, as_seen_by)
    if not (shown.holds and beside.holds):
        context.exit(EXIT_FAULTY)


@file.command(short_help="Judge old decisions again.")
@click.argument("number", metavar="[ID]", required=False)
@click.option("--in-effect-on", metavar="2026-01-31", help="Whose rules are applied (else today).")
@as_json_option
@click.pass_context
def rejudge(
    context: click.Context, number: str | None, as_json: bool, *, in_effect_on: str | None
) -> None:
    """Judge the decisions on application ID again, or all of them; nothing is recorded.

    Each is judged under what was known when it was made, which must come out the same, and under
    the rules of a day. The exit code is 1 where one does not come out the same under its own.
    """
    asked = {"about": number, "in_effect_on": in_effect_on, "limit": "1000"}
    rows = list(_every(context, {name: text for name, text in asked.items() if text is not None}))
    if as_json:
        show_json(rows)
    else:
        show_table(_JUDGED, rows)
    if any(row["under_own"] != "same" for row in rows):
        context.exit(EXIT_FAULTY)


def _every(context: click.Context, asked: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    bus, after = session_of(context).toolbox.bus(), None
    while True:
        page = bus.read("judged_again", asked if after is None else {**asked, "after": after})
        yield from page.rows
        after = page.next
        if after is None:
            return


def _tell(shown: Shown, decision: str | None) -> None:
    """Say whether the digest is the one that the decision holds."""
    if shown.stated is None:
        return
    if shown.holds:
        click.echo(f"It is the one that {decision} holds: this is what was seen.")
    else:
        click.echo(f"It is NOT the one that {decision} holds: {shown.stated}")


def _shown(
    context: click.Context, number: str, decision: str | None, *, later: bool
) -> tuple[Shown, Shown]:
    """Return the file, and what was looked up beside it."""
    asked = {"application_id": number, "limit": "1000"}
    if decision is not None:  # The decision itself came later.
        asked |= {"as_seen_by": decision, "later": "shown", "beside": "shown"}
    rows = session_of(context).toolbox.bus().read("credit_file", asked).rows
    own = [row for row in rows if not row["beside"]]
    seen = _stated(context, decision, own)
    return (
        Shown(
            acts=[row for row in own if row["seen"] or later],
            heads=heads_text(_heads(context, [row for row in own if row["seen"]])),
            stated=seen.get("digest"),
        ),
        Shown(
            acts=(others := [row for row in rows if row["beside"]]),
            heads=heads_text(_heads(context, others)),
            stated=seen.get("beside_digest"),
        ),
    )


def _heads(context: click.Context, acts: Sequence[Mapping[str, Any]]) -> Sequence[Head]:
    """Return the last record of each stream with the digest that its bytes have."""
    last = {row["stream"]: row for row in acts}
    records = session_of(context).toolbox.records([row["index"] for row in last.values()])
    return [
        Head(stream, row["version"], hashlib.sha256(record).digest())
        for (stream, row), record in zip(last.items(), records, strict=True)
    ]


def _stated(
    context: click.Context, decision: str | None, rows: Sequence[Mapping[str, Any]]
) -> Mapping[str, str | None]:
    """Return what a decision holds of what it saw, read from its own record; {} for none."""
    place = [row["index"] for row in rows if f"{row['stream']}@{row['version']}" == decision]
    for record in session_of(context).toolbox.records(place):
        seen: Mapping[str, str | None] = json.loads(record)["data"]["seen"]
        return seen
    return {}
