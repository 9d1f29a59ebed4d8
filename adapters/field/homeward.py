"""A pack comes back: entries become commands, and what does not go by itself is shown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from adapters.bus import Bus
from adapters.field.pack import Entry, Pack
from adapters.intake import command_spec
from adapters.problems import Forbidden, Stale, Unknown, Unreadable, problem
from domain.catalogue import SPEC_OF
from domain.field_pack.commands import EntryOutcome, RecordSync, SettleEntry, Settlement
from domain.rules import Refused
from projections.audit_trail import AUDIT_TRAIL

# What a command may meet that is about itself; anything else ends the sync, and is tried again.
_MET: Final = (Refused, Unreadable, Unknown, Forbidden)
SETTLED: Final = "settled"


@frozen(kw_only=True)
class Met:
    """An entry side by side with what stands in its way."""

    entry: Entry
    outcome: EntryOutcome
    says: str | None = None  # The refusal.
    rule: str | None = None
    others: Sequence[Mapping[str, Any]] = ()  # What others did meanwhile, as the trail shows it.


def sync(bus: Bus, pack: Pack, actor: str) -> list[Met]:
    """Send what is neither recorded nor settled, in order; return what became of each.

    Sending a pack again changes nothing that was recorded.  What others wrote to the same thing
    since the pack went out is a conflict: nothing is sent, both sides are shown.
    """
    if actor != pack.taken.officer:
        raise Unreadable(
            (f"the pack is {pack.taken.officer}'s: sync it with --actor {pack.taken.officer}",)
        )
    met = [_send(bus, pack, entry) for entry in _open(pack)]
    for one in met:
        pack.note(_noted(one))
    if met:
        fields = {"pack_id": pack.pack_id, "results": [_result(one) for one in met]}
        bus.run(SPEC_OF[RecordSync].name, fields)
    return met


def _open(pack: Pack) -> Iterator[Entry]:
    for entry in pack.entries:
        known = pack.outcomes.get(entry.no)
        if known is None or (known["outcome"] != EntryOutcome.RECORDED and SETTLED not in known):
            yield entry


def _send(bus: Bus, pack: Pack, entry: Entry) -> Met:
    stream = _stream(entry)
    others, version = _meanwhile(bus, pack, stream)
    if others:
        return Met(entry=entry, outcome=EntryOutcome.CONFLICTING, others=others)
    try:
        bus.run(entry.command, entry.fields, key=pack.key_of(entry), expected=version)
    except Stale:  # Others wrote between looking and sending: look again.
        others, _ = _meanwhile(bus, pack, stream)
        return Met(entry=entry, outcome=EntryOutcome.CONFLICTING, others=others)
    except _MET as error:
        return _refused(entry, error)
    return Met(entry=entry, outcome=EntryOutcome.RECORDED)


def _refused(entry: Entry, error: Exception) -> Met:
    known = problem(error)
    assert known is not None
    return Met(
        entry=entry, outcome=EntryOutcome.REFUSED, says=known.detail, rule=known.code or None
    )


def _stream(entry: Entry) -> str:
    spec = command_spec(entry.command)
    return f"{spec.decider.category}-{entry.fields.get(spec.decider.identity)}"


def _meanwhile(bus: Bus, pack: Pack, stream: str) -> tuple[Sequence[Mapping[str, Any]], int | None]:
    """Return what others did to a stream since the pack went out, and its version now."""
    rows = bus.read(AUDIT_TRAIL.name, {"stream": stream, "limit": "1000"}).rows
    own = {pack.key_of(entry) for entry in pack.entries}
    others = [
        row for row in rows if row["index"] > pack.taken.known and row["command_id"] not in own
    ]
    return others, rows[-1]["version"] if rows else None


def settle(
    bus: Bus, pack: Pack, entry_no: int, *, settlement: Settlement, reason: str
) -> Mapping[str, Any]:
    """Send an entry after all, on what others wrote, or drop it; either is recorded.

    Raises Refused where a rule still forbids it; the entry then stays open.
    """
    entry = next((one for one in _open(pack) if one.no == entry_no), None)
    if entry is None or entry_no not in pack.outcomes:
        raise Unknown(f"entry {entry_no} is not open: sync the pack, and look at what is")
    if settlement is Settlement.SENT:
        bus.run(entry.command, entry.fields, key=pack.key_of(entry))
    fields = {
        "pack_id": pack.pack_id,
        "entry_no": entry_no,
        "settlement": settlement.value,
        "reason": reason,
    }
    bus.run(SPEC_OF[SettleEntry].name, fields)
    noted = {**pack.outcomes[entry_no], SETTLED: settlement.value, "reason": reason}
    pack.note(noted)
    return noted


def _noted(one: Met) -> dict[str, Any]:
    return {"entry_no": one.entry.no, "outcome": one.outcome.value, "says": one.says}


def _result(one: Met) -> dict[str, Any]:
    return {
        "entry_no": one.entry.no,
        "command": one.entry.command,
        "captured_on": one.entry.captured_on,
        "outcome": one.outcome.value,
        "rule": one.rule,
        "others": [row["index"] for row in one.others],
    }
