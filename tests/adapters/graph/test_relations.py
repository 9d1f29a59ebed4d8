"""The graph of relations: who hangs together is found as anyone would find it by hand."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.graph.relations import RelationGraph
from adapters.problems import Unavailable
from adapters.settings import Settings
from adapters.storage.views import ViewStore
from adapters.wiring import open_system
from domain.customer.events import CustomerMerged, CustomerRelated, RelationEnded
from domain.customer.values import Relation
from domain.facts.related import Tie
from tests.adapters.graph.webs import DAYS, FIRST, WHO, journal_of, naive, records
from tests.village import LI, OPEN, ZHANG

GUARANTORS = [("C2", "C1"), ("C3", "C2"), ("C1", "C3"), ("C4", "C3")]  # Who guarantees whom.


def guarantees(*pairs):
    return [
        (
            f"customer-{borrower}",
            CustomerRelated(other_id=guarantor, relation=Relation.GUARANTOR, since=FIRST),
        )
        for guarantor, borrower in pairs
    ]


def by_tie(related):
    ties = {tie: {one.customer_id for one in related.found if one.tie is tie} for tie in Tie}
    return {**ties, "ring": set(related.guarantee_ring)}


@settings(max_examples=25)
@given(records, st.sampled_from(WHO), st.sampled_from(DAYS))
def test_what_the_graph_finds_is_what_is_found_by_hand_and_what_the_view_shows(history, who, day):
    journal = journal_of(history)
    related = RelationGraph(journal).related(who, day)
    assert by_tie(related) == naive(journal, who, day)
    query = {"customer_id": who, "in_effect_on": day.isoformat(), "limit": "1000"}
    rows = ViewStore().read("relations", query, journal, DAYS[-1]).rows
    assert [(row["customer_id"], row["tie"]) for row in rows] == [
        (one.customer_id, one.tie.value) for one in related.found
    ]
    ring = {row["customer_id"] for row in rows if row["guarantee_ring"]}
    assert ring == set(related.guarantee_ring) - {who}
    assert all(row["distance"] == len(row["ways"]) > 0 for row in rows)


@settings(max_examples=15)
@given(records, st.integers(0, 25))
def test_what_is_taken_in_bit_by_bit_is_found_as_if_it_had_come_at_once(history, cut):
    journal = journal_of(history[:cut])
    graph = RelationGraph(journal)
    graph.related("C1", DAYS[-1])
    for stream, event in history[cut:]:
        journal.add(stream, event)
        assert graph.related("C1", DAYS[-1]).known_by == journal.head()
    fresh = RelationGraph(journal)
    assert graph.related("C1", DAYS[-1]) == fresh.related("C1", DAYS[-1])


@pytest.mark.row("CU-08", shown_by="views.relations")
def test_a_ring_of_guarantees_is_found_and_opens_when_one_of_them_ends():
    history = guarantees(*GUARANTORS)
    ring = RelationGraph(journal_of(history)).related("C1", FIRST)
    assert ring.guarantee_ring == ("C1", "C2", "C3")
    assert {one.customer_id for one in ring.found} == {"C2", "C3", "C4"}
    ended = RelationEnded(other_id="C3", relation=Relation.GUARANTOR, until=DAYS[2])
    after = journal_of([*history, ("customer-C2", ended)])
    assert RelationGraph(after).related("C1", DAYS[1]).guarantee_ring == ring.guarantee_ring
    assert RelationGraph(after).related("C1", DAYS[2]).guarantee_ring == ()


@pytest.mark.row("CU-08", shown_by="views.relations")
def test_the_core_hands_a_command_who_hangs_together_and_the_view_shows_the_ways():
    with open_system(Settings(database=":memory:")) as system:
        bus = system.bus("li")
        bus.run("log.open", OPEN)
        bus.run("customer.register", ZHANG)
        bus.run("customer.register", LI)
        bus.run(
            "customer.relate",
            {"customer_id": "C1", "other_id": "C2", "relation": "spouse", "since": "2025-01-02"},
        )
        today = system.now()[1]
        related = system.core.related("C1", today)
        assert related is not None
        assert (related.group, related.known_by) == (("C2",), system.core.journal.head())
        (row,) = bus.read("relations", {"customer_id": "C2"}).rows
        assert (row["customer_id"], row["tie"], row["ways"]) == (
            "C1",
            "group",
            ["customer-C1 spouse customer-C2"],
        )


def test_of_a_long_way_both_ends_are_shown_and_the_way_to_one_is_shown_whole():
    chain = guarantees(*((f"C{n + 1}", f"C{n}") for n in range(1, 31)))
    journal, views = journal_of(chain), ViewStore()
    query = {"customer_id": "C1", "limit": "1000"}
    rows = {row["customer_id"]: row for row in views.read("relations", query, journal, FIRST).rows}
    ways = [f"customer-C{n + 1} guarantor customer-C{n}" for n in range(1, 31)]
    assert (rows["C21"]["distance"], rows["C21"]["ways"]) == (20, ways[:20])
    assert rows["C31"]["distance"] == 30
    assert rows["C31"]["ways"] == [*ways[:10], "… 10 …", *ways[20:]]
    (one,) = views.read("relations", {**query, "other_id": "C31"}, journal, FIRST).rows
    assert one["ways"] == ways


def test_of_two_ways_around_a_ring_the_shorter_is_shown():
    ring = guarantees(("C2", "C1"), ("C3", "C2"), ("C4", "C3"), ("C5", "C4"), ("C1", "C5"))
    rows = ViewStore().read("relations", {"customer_id": "C1"}, journal_of(ring), FIRST).rows
    assert [row["distance"] for row in rows] == [1, 2, 2, 1]


def test_a_merged_duplicate_is_no_group_but_leads_to_one():
    merged = ("customer-C9", CustomerMerged(into_id="C1", on=FIRST))
    married = ("customer-C9", CustomerRelated(other_id="C5", relation=Relation.SPOUSE, since=FIRST))
    related = RelationGraph(journal_of([merged, married])).related("C1", FIRST)
    assert related.group == ("C5",)
    assert by_tie(related)[Tie.DUPLICATE] == {"C9"}


def test_without_the_library_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "rustworkx", None)
    with pytest.raises(Unavailable, match=r"pip install 'loanfold\[graph\]'"):
        RelationGraph(journal_of([])).related("C1", FIRST)
