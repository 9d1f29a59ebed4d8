"""The links that are kept beside the journal: the same is found as by reading all of it."""

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.graph.relations import RelationGraph
from adapters.problems import Unavailable
from adapters.settings import Settings
from adapters.storage import kept
from adapters.storage.kept import KeptLines
from adapters.storage.views import ViewStore
from adapters.wiring import open_system
from domain.customer.events import CustomerRelated, RelationEnded
from domain.customer.values import Relation
from domain.staff.commands import Connection
from domain.staff.events import ConnectedDeclared
from projections.links import LINKS
from tests.adapters.graph.webs import DAYS, FIRST, WHO, journal_of, records
from tests.village import LI, OPEN, ZHANG

MARRIED = {"customer_id": "C1", "other_id": "C2", "relation": "spouse", "since": "2025-01-02"}


def graph_beside(views, journal):
    return RelationGraph(journal, KeptLines(views, journal, LINKS))


def guarantee(guarantor, borrower):
    event = CustomerRelated(other_id=guarantor, relation=Relation.GUARANTOR, since=FIRST)
    return f"customer-{borrower}", event


@settings(max_examples=25, deadline=None)
@given(records, st.integers(0, 25), st.integers(0, 25), st.sampled_from(DAYS))
def test_a_process_that_begins_later_finds_what_is_found_by_reading_all(history, cut, later, day):
    journal = journal_of(history[:cut])
    with closing(ViewStore()) as views:
        views.catch_up(journal)
        for stream, event in history[cut : cut + later]:
            journal.add(stream, event)
        graph = graph_beside(views, journal)
        for who in WHO:
            assert graph.related(who, day) == RelationGraph(journal).related(who, day)
        for stream, event in history[cut + later :]:
            journal.add(stream, event)
        for who in WHO:
            assert graph.related(who, day) == RelationGraph(journal).related(who, day)


def test_what_was_recorded_since_leads_on_to_more_that_is_kept():
    journal = journal_of([guarantee("C2", "C1"), guarantee("C4", "C3"), guarantee("C6", "C5")])
    with closing(ViewStore()) as views:
        views.catch_up(journal)
        for link in (guarantee("C3", "C2"), guarantee("C5", "C4"), guarantee("C1", "C6")):
            journal.add(*link)
        graph = graph_beside(views, journal)
        found = graph.related("C1", FIRST)
    assert found.guarantee_ring == ("C1", "C2", "C3", "C4", "C5", "C6")
    assert found == RelationGraph(journal).related("C1", FIRST)


def test_a_group_of_very_many_is_walked_as_one_of_few():
    controls = [
        (
            "customer-C0",
            CustomerRelated(other_id=f"C{n}", relation=Relation.CONTROLS, since=FIRST),
        )
        for n in range(1, 1_200)
    ]
    declared = ConnectedDeclared(customer_id="C1100", connection=Connection.FIRM)
    journal = journal_of([*controls, ("staff-zhao", declared)])
    with closing(ViewStore()) as views:
        views.catch_up(journal)
        graph = graph_beside(views, journal)
        assert graph.related("C7", FIRST) == RelationGraph(journal).related("C7", FIRST)
        assert graph.kept is not None


def test_an_end_that_is_recorded_since_ends_what_is_kept():
    journal = journal_of([guarantee("C2", "C1")])
    with closing(ViewStore()) as views:
        views.catch_up(journal)
        ended = RelationEnded(other_id="C2", relation=Relation.GUARANTOR, until=DAYS[2])
        journal.add("customer-C1", ended)
        graph = graph_beside(views, journal)
        assert [one.customer_id for one in graph.related("C1", DAYS[1]).found] == ["C2"]
        assert graph.related("C1", DAYS[2]).found == ()


def test_where_much_is_missing_it_is_taken_in_once_and_other_tables_wait(monkeypatch):
    monkeypatch.setattr(kept, "FAR", 1)
    journal = journal_of([guarantee("C2", "C1"), guarantee("C3", "C2"), guarantee("C4", "C3")])
    with closing(ViewStore()) as views:
        graph_beside(views, journal).related("C1", FIRST)
        stands = {each.table: each.position for each in views.status()}
    assert (stands["link"], stands["history"]) == (journal.head(), -1)


def test_what_another_process_takes_in_or_builds_again_changes_no_answer(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "FAR", 1)
    journal = journal_of([guarantee("C2", "C1"), guarantee("C3", "C2"), guarantee("C4", "C3")])
    with (
        closing(ViewStore(tmp_path / "views")) as mine,
        closing(ViewStore(tmp_path / "views")) as theirs,
    ):
        graph = graph_beside(mine, journal)
        assert graph.related("C4", FIRST) == RelationGraph(journal).related("C4", FIRST)
        journal.add(*guarantee("C5", "C4"))
        theirs.catch_up(journal)
        theirs.rebuild(journal)
        assert graph.related("C1", FIRST) == RelationGraph(journal).related("C1", FIRST)
        with theirs._file.writing():  # As a program of another version does.
            theirs._file.begin("link", live=True)
        assert graph.related("C2", FIRST) == RelationGraph(journal).related("C2", FIRST)


def test_what_was_kept_of_another_journal_is_not_taken(tmp_path):
    with closing(ViewStore(tmp_path / "views")) as views:
        views.catch_up(journal_of([guarantee("C6", "C1"), guarantee("C2", "C1")]))
        restored = journal_of([guarantee("C3", "C1")])
        found = graph_beside(views, restored).related("C1", FIRST)
    assert [one.customer_id for one in found.found] == ["C3"]


def test_a_file_of_views_that_cannot_be_used_costs_time_and_no_answer(monkeypatch):
    journal = journal_of([guarantee("C2", "C1")])
    with closing(ViewStore()) as views:
        views.catch_up(journal)

        def locked(*_args):
            raise Unavailable("another process is building the views")

        graph = graph_beside(views, journal)
        monkeypatch.setattr(views, "position", locked)
        assert graph.related("C1", FIRST) == RelationGraph(journal).related("C1", FIRST)


@pytest.mark.parametrize("place", ["file", "server"])
def test_the_next_process_decides_by_what_the_one_before_it_kept(place, tmp_path, request):
    database = str(tmp_path / "bank.db")
    if place == "server":
        database = request.getfixturevalue("servers")("wheel").database()
    told = Settings(database=database, keys=tmp_path / "keys", views=tmp_path / "views")
    with open_system(told) as system:
        bus = system.bus("li")
        bus.run("log.open", OPEN)
        bus.run("customer.register", ZHANG)
        bus.run("customer.register", LI)
        bus.run("customer.relate", MARRIED)
        bus.read("relations", {"customer_id": "C1"})
    with open_system(told) as system:
        journal, today = system.core.journal, system.now()[1]
        graph = graph_beside(system.views, journal)
        assert graph.related("C2", today).group == ("C1",)
        assert graph._kept_by == journal.head()
        assert system.core.related("C1", today) == RelationGraph(journal).related("C1", today)
