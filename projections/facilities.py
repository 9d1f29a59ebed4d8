"""Credit limits on a day (授信台账): what was granted, what is reserved and used, what is left.

Headroom is a limit's own; available is the least in the chain of limits above it, which is what can
really be taken.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.facility import FACILITY
from domain.facility.events import FacilityGranted
from domain.facility.state import Granted
from domain.labels import Label
from domain.recorded import Fact
from projections.history import HISTORY, histories, in_effect
from projections.plain import plain
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Listed:
    """A limit, whose it is."""

    facility_id: str
    customer_id: str | None
    group_id: str | None


def listed(fact: Fact, event: FacilityGranted) -> Iterator[tuple[date, Listed]]:
    """Yield the limit under its customer or group."""
    yield (
        fact.on,
        Listed(facility_id=fact.id, customer_id=event.customer_id, group_id=event.group_id),
    )


FACILITIES: Final = Lines(
    name="facility",
    row=Listed,
    of={FacilityGranted: listed},
    by=("facility_id", "customer_id", "group_id"),
)


def limits_on(reader: Reader, facility_ids: Collection[str]) -> Mapping[str, Granted]:
    """Return those of these limits that are there on the reader's day, as they then stand."""
    known = histories(reader, [f"facility-{facility_id}" for facility_id in facility_ids])
    found = {}
    for facility_id in facility_ids:
        events: list[Any] = [
            line.row.event for line in in_effect(known[f"facility-{facility_id}"], reader.day)
        ]
        if events and isinstance(events[0], FacilityGranted):
            state = FACILITY.fold(events)
            assert state is not None
            found[facility_id] = state
    return found


def with_chains(reader: Reader, facility_ids: Collection[str]) -> Mapping[str, Granted]:
    """Return these limits and all above them."""
    known: dict[str, Granted] = {}
    wanted = set(facility_ids)
    while new := wanted - known.keys():
        found = limits_on(reader, sorted(new))
        known |= found
        wanted = {state.granted.parent_id for state in found.values() if state.granted.parent_id}
        wanted -= new
    return known


def chain_of(facility_id: str, known: Mapping[str, Granted]) -> Iterator[str]:
    """Yield a limit and those above it, the nearest first."""
    at: str | None = facility_id
    while at is not None and at in known:
        yield at
        at = known[at].granted.parent_id


def _answer(reader: Reader, question: Question) -> Answer:
    after, limit = question.after or "", question.limit
    ids = _asked(reader, question, after, limit + 1)
    known = with_chains(reader, ids[:limit])
    rows = [_row(one, known, reader.day) for one in ids[:limit] if one in known]
    return Answer(rows=rows, next=ids[limit - 1] if len(ids) > limit else None)


def _asked(reader: Reader, question: Question, after: str, limit: int) -> Sequence[str]:
    if one := question.text("facility_id"):
        return [one] if one > after else []
    where = question.where("customer_id", "group_id")
    if where:
        ids = {line.row.facility_id for line in reader.lines(FACILITIES, where)}
        return sorted(each for each in ids if each > after)[:limit]
    return reader.keys(FACILITIES, "facility_id", after=after, limit=limit)


def _row(facility_id: str, known: Mapping[str, Granted], day: date) -> Mapping[str, Any]:
    state = known[facility_id]
    granted = state.granted
    chain = list(chain_of(facility_id, known))
    return {
        "facility_id": facility_id,
        "kind": granted.kind.value,
        "customer_id": granted.customer_id,
        "group_id": granted.group_id,
        "chain": chain[1:],
        "special_use": plain(granted.special_use),
        "products": list(granted.products),
        "limit": str(state.limit),
        "reserved": str(state.reserved),
        "used": str(state.used),
        "headroom": str(state.headroom),
        "available": str(min(known[one].headroom for one in chain)),
        "revolving": granted.revolving,
        "since": plain(granted.since),
        "until": plain(granted.until),
        "review_due": plain(state.review_due),
        "last_review": plain(state.reviewed.outcome) if state.reviewed else None,
        "status": _status(state, day),
        "findings": plain(granted.findings),
    }


def _status(state: Granted, day: date) -> str:
    if day > state.granted.until:
        return "expired"
    if state.frozen is not None:
        return "frozen"
    return "review_late" if day >= state.nothing_new_from else "open"


FACILITY_LIST: Final = View(
    name="facilities",
    title=Label("授信台账", "credit limits"),
    tables=(FACILITIES, HISTORY),
    parameters=(
        Parameter(name="facility_id"),
        Parameter(name="customer_id"),
        Parameter(name="group_id"),
    ),
    columns=columns(
        facility_id="text",
        kind="text",
        customer_id="text",
        group_id="text",
        chain="list",
        special_use="text",
        products="list",
        limit="money",
        reserved="money",
        used="money",
        headroom="money",
        available="money",
        revolving="flag",
        since="date",
        until="date",
        review_due="date",
        last_review="text",
        status="text",
        findings="list",
    ),
    answer=_answer,
)
