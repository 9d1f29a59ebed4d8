"""Webs of relations as the tests tell of them, drawn at random, and a naive reading of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from domain.customer.events import CustomerMerged, CustomerRelated, RelationEnded
from domain.customer.values import Relation
from domain.customer_group.events import CustomerGroupFormed, MemberAdded, MembershipEnded
from domain.facts.customer_group import GroupReason
from domain.facts.related import Tie
from domain.staff.commands import Connection
from domain.staff.events import ConnectedDeclared, ConnectionEnded
from projections.links import LINKS, Link
from tests.journal import MemoryJournal

FIRST = date(2026, 1, 1)
DAYS = [FIRST + timedelta(days=n) for n in range(6)]
WHO = [f"C{n}" for n in range(1, 7)]

_who, _day = st.sampled_from(WHO), st.sampled_from(DAYS)
_relation = st.sampled_from(
    [Relation.CONTROLS, Relation.SPOUSE, Relation.GUARANTOR, Relation.BUSINESS_PARTNER]
)
TEAMS = {"G1": GroupReason.CONTROL, "G2": GroupReason.JOINT_LIABILITY}


def _of_customer(kind: Any, **fields: Any) -> st.SearchStrategy[tuple[str, Any]]:
    return st.tuples(_who.map(lambda who: f"customer-{who}"), st.builds(kind, **fields))


def _of_team(kind: Any, **fields: Any) -> st.SearchStrategy[tuple[str, Any]]:
    """Return a strategy for an event of a group; it stays one for the same reason."""
    return st.sampled_from(sorted(TEAMS)).flatmap(
        lambda team: st.tuples(
            st.just(f"customer_group-{team}"),
            st.builds(kind, **fields, **_why(team) if kind is not MembershipEnded else {}),
        )
    )


def _why(team: str) -> dict[str, Any]:
    return {"why": st.just(TEAMS[team])}


records = st.lists(
    st.one_of(
        _of_customer(CustomerRelated, other_id=_who, relation=_relation, since=_day),
        _of_customer(CustomerRelated, other_id=_who, relation=_relation, since=_day),
        _of_customer(RelationEnded, other_id=_who, relation=_relation, until=_day),
        _of_customer(CustomerMerged, into_id=_who, on=_day),
        _of_team(
            CustomerGroupFormed,
            members=st.lists(_who, min_size=2, max_size=3, unique=True).map(tuple),
            since=_day,
        ),
        _of_team(MemberAdded, customer_id=_who, since=_day),
        _of_team(MembershipEnded, customer_id=_who, until=_day),
        st.tuples(
            st.just("staff-zhao"),
            st.builds(ConnectedDeclared, customer_id=_who, connection=st.just(Connection.FIRM)),
        ),
        st.tuples(
            st.just("staff-zhao"), st.builds(ConnectionEnded, customer_id=_who, reason=st.just("x"))
        ),
    ),
    max_size=25,
)


def journal_of(history: Sequence[tuple[str, Any]]) -> MemoryJournal:
    """Return a journal that holds these events."""
    journal = MemoryJournal()
    for stream, event in history:
        journal.add(stream, event)
    return journal


def links_on(journal: MemoryJournal, day: date) -> list[Link]:
    """Return the links that hold on a day, each looked at by itself."""
    last: dict[str, tuple[Any, Link]] = {}
    begun: dict[str, Link] = {}
    for fact in journal.kept:
        derive = LINKS.of.get(type(fact.event))
        for no, (on, link) in enumerate(derive(fact, fact.event) if derive else ()):
            if link.holds:
                begun.setdefault(link.number, link)
            place = (on, fact.index, no)
            if on <= day and (link.number not in last or place > last[link.number][0]):
                last[link.number] = (place, link)
    return [begun[number] for number, (_, link) in last.items() if link.holds]


def closure(pairs: set[tuple[str, str]], start: str) -> set[str]:
    """Return who is reached from a start by any number of pairs."""
    reached: set[str] = set()
    while True:
        step = {b for a, b in pairs if a == start or a in reached} - reached
        if not step:
            return reached
        reached |= step


def naive(journal: MemoryJournal, who: str, day: date) -> dict[str, set[str]]:
    """Return who hangs together with a customer, by tie; "ring" for who is in one circle."""
    links, start = links_on(journal, day), f"customer-{who}"
    pairs = {tie: {(k.one, k.other) for k in links if k.tie == tie} for tie in Tie}
    both = {t: p | {(b, a) for a, b in p} for t, p in pairs.items()}
    up = closure({(b, a) for a, b in pairs[Tie.GUARANTEE]}, start)
    down = closure(pairs[Tie.GUARANTEE], start)
    teams = {b for a, b in pairs[Tie.JOINT_LIABILITY] if a == start}
    group = closure(both[Tie.GROUP], start)
    merged = {k.one for k in links if k.way == "merged"}
    insiders = {b for _, b in pairs[Tie.INSIDER]} & (group | {start})
    return {
        Tie.INSIDER: _names(insiders),
        Tie.GROUP: _names(group - merged) - {who},
        Tie.DUPLICATE: _names(group & merged) - {who},
        Tie.GUARANTEE: _names(up | down) - {who},
        Tie.JOINT_LIABILITY: _names({a for a, b in pairs[Tie.JOINT_LIABILITY] if b in teams})
        - {who},
        "ring": _names(up & down) | {who} if (up & down) - {start} else set(),
    }


def _names(streams: set[str]) -> set[str]:
    return {s.removeprefix("customer-") for s in streams if s.startswith("customer-")}
