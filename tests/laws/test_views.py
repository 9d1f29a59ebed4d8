"""Laws of every view: two dates, batches, restarts, pages, and books that agree with the loans."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.bus import Page
from adapters.problems import Unknown
from adapters.storage.view_answer import opened
from adapters.storage.view_feed import Journal
from adapters.storage.view_query import read_query
from adapters.storage.view_table import Blocks
from adapters.storage.views import ViewStore
from domain.money import Money
from projections.catalogue import VIEWS
from projections.chart import BILLS, ENTRUSTED_LOANS, LOANS
from projections.view import Absent, Reader, View
from tests.contract_papers import bank_with_an_approval, contracted, guaranteed, paid
from tests.laws.acts import FIRST, LAST, Act
from tests.laws.asked import NAMED, PAGED
from tests.laws.histories import CutJournal, histories, play
from tests.laws.naive import NaiveReader
from tests.village import DISBURSE, repay

CONNECTED: Final = {"staff_id": "zhao", "customer_id": "C1", "connection": "firm"}
TODAY: Final = date(2026, 7, 1)
LENT: Final = (LOANS.code, BILLS.code, ENTRUSTED_LOANS.code)
SMALL: Final = Blocks(first=2, fan=2)
DAYS: Final = st.dates(FIRST - timedelta(days=9), LAST + timedelta(days=99))


def ask(store: ViewStore, journal: Journal, view: str, **query: str) -> Any:
    """Return what a view answers; the words of it where what is asked for is not there."""
    try:
        page = store.read(view, query, journal, TODAY)
    except Unknown as error:
        return str(error)
    return page.in_effect_on, page.known_by, list(page.rows), page.next


# A dozen of the views in each example: in all examples of a law together, every one several times.
some_views: Final = st.lists(st.sampled_from(list(VIEWS)), min_size=12, max_size=12, unique=True)


@frozen
class Dates:
    """Two dates, and the views that are asked on them."""

    day: date
    known_by: int
    views: Sequence[str]


def dates_of(journal: Journal) -> st.SearchStrategy[Dates]:
    """Return a strategy for two dates within a journal, and some views."""
    return st.builds(Dates, day_of(journal), index(journal), some_views)


def everything(store: ViewStore, journal: Journal, on: Dates) -> Iterator[Any]:
    """Yield what views answer on two dates, whole and narrowed."""
    dates = {"in_effect_on": on.day.isoformat(), "known_by": str(on.known_by), "limit": "1000"}
    for view in on.views:
        for narrowed in NAMED.get(view, ({},)):
            yield view, narrowed, ask(store, journal, view, **dates, **narrowed)


def answered(view: View, reader: Reader, narrowed: dict[str, str], journal: Journal) -> Any:
    """Return the rows of a view from a reader; the words where what is asked for is not there."""
    try:
        query = read_query(view, {**narrowed, "limit": "1000"}, journal, TODAY)
        answer = view.answer(reader, query.question)
    except Absent as error:
        return str(error)
    return list(opened(answer.rows, journal))


def day_of(journal: Journal) -> st.SearchStrategy[date]:
    """Return a strategy for a day: mostly one on which something counts, or the day before."""
    counted = sorted({fact.on for fact in journal.facts(-1, journal.head() + 1)})
    eves = [day - timedelta(days=1) for day in counted]
    return st.one_of(st.sampled_from(counted), st.sampled_from(eves), DAYS)


def index(journal: Journal) -> st.SearchStrategy[int]:
    """Return a strategy for a log index, or -1 for before the first."""
    return st.integers(-1, journal.head())


@settings(max_examples=15)
@given(histories, st.data())
def test_an_answer_equals_that_of_a_rebuild_from_the_journal_cut_there(
    acts: list[Act], data: st.DataObject
) -> None:
    with play(acts) as system:
        journal, store = system.core.journal, ViewStore(blocks=SMALL)
        for _ in range(3):
            on = data.draw(dates_of(journal))
            expected = list(everything(ViewStore(), CutJournal(journal, on.known_by), on))
            assert list(everything(store, journal, on)) == expected


@settings(max_examples=15)
@given(histories, st.data())
def test_an_answer_is_that_of_looking_through_every_line(
    acts: list[Act], data: st.DataObject
) -> None:
    with play(acts) as system:
        journal, store = system.core.journal, ViewStore(blocks=SMALL)
        facts = journal.facts(-1, journal.head() + 1)
        for _ in range(3):
            on = data.draw(dates_of(journal))
            reader = NaiveReader(facts, on.day, on.known_by)
            for name, narrowed, answer in everything(store, journal, on):
                naive = answered(VIEWS[name], reader, narrowed, journal)
                assert naive == (answer if isinstance(answer, str) else answer[2])


@settings(max_examples=15)
@given(histories, st.data())
def test_batches_and_restarts_leave_every_answer_the_same(
    acts: list[Act], data: st.DataObject
) -> None:
    with play(acts) as system, TemporaryDirectory() as folder:
        journal, path = system.core.journal, Path(folder, "views")
        for _ in range(data.draw(st.integers(1, 3), label="restarts")):
            batch = data.draw(st.integers(1, 9), label="batch")
            cut = CutJournal(journal, data.draw(index(journal), label="up to"))
            store = ViewStore(path, batch=batch, blocks=SMALL)
            if store.status()[0].position <= cut.last:
                store.catch_up(cut)
            store.close()
        on = data.draw(dates_of(journal))
        store = ViewStore(path, batch=data.draw(st.integers(1, 9)), blocks=SMALL)
        answers = list(everything(store, journal, on))
        store.close()
        assert answers == list(everything(ViewStore(), journal, on))


@settings(max_examples=15)
@given(histories, st.data())
def test_pages_of_any_size_hold_what_one_page_holds(acts: list[Act], data: st.DataObject) -> None:
    with play(acts) as system:
        journal, store = system.core.journal, ViewStore()
        limit = str(data.draw(st.integers(1, 7)))
        for view in data.draw(st.lists(st.sampled_from(PAGED), min_size=8, unique=True)):
            whole = store.read(view, {"limit": "1000"}, journal, TODAY).rows
            assert list(store.rows(view, {"limit": limit}, journal, TODAY)) == list(whole)


@settings(max_examples=20)
@given(histories, st.data())
def test_the_books_balance_and_agree_with_the_loans(acts: list[Act], data: st.DataObject) -> None:
    with play(acts) as system:
        journal, store = system.core.journal, ViewStore(blocks=SMALL)
        day, known_by = data.draw(day_of(journal)), data.draw(index(journal))
        dates = {"in_effect_on": day.isoformat(), "known_by": str(known_by), "limit": "1000"}
        postings = list(store.read("ledger", dates, journal, TODAY).rows)
        for number in {row["index"] for row in postings}:
            assert sum_of(row for row in postings if row["index"] == number) == 0
        balances = store.read("trial_balance", dates, journal, TODAY).rows
        for row in balances:
            own = [p for p in postings if row["account"] in ("", p["account"])]
            assert Money.parse(row["balance"]).fen == sum_of(own)
        for loan in store.read("loan_register", dates, journal, TODAY).rows:
            own = [p for p in postings if p["loan_id"] == loan["loan_id"]]
            lent = sum_of(p for p in own if p["account"] in LENT)
            assert loan["principal"] in (None, str(Money(lent)))


def sum_of(postings: Any) -> int:
    """Return the sum of postings in fen."""
    return sum(Money.parse(posting["amount"]).fen for posting in postings)


def test_every_view_is_asked_by_these_laws() -> None:
    required = {n for n, v in VIEWS.items() if any(p.required for p in v.parameters)}
    assert required <= NAMED.keys()


@pytest.fixture(scope="module")
def credit_file() -> Iterator[Journal]:
    """Return the journal of a household's credit, from its application to money in hand."""
    with bank_with_an_approval() as system:
        contracted(system)
        paid(system)
        guaranteed(system)
        system.bus("zhao").run("staff.declare_connected", CONNECTED)
        yield system.core.journal


Asked = tuple[ViewStore, Journal]


@pytest.fixture(scope="module")
def asked(credit_file: Journal) -> Iterator[Sequence[Asked]]:
    """Return the journals of a village's loans and of a credit file, with their views."""
    repaid = ("loan.record_repayment", repay("R1", "1033.00", "2025-02-02"))
    with play([("loan.disburse", DISBURSE), repaid]) as system:
        yield (ViewStore(), system.core.journal), (ViewStore(), credit_file)


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.name)
def test_a_row_holds_the_columns_that_the_view_names(view: View, asked: Sequence[Asked]) -> None:
    pages = list(_pages(view, asked))
    assert any(page.rows for page in pages)
    assert all(tuple(row) == page.columns for page in pages for row in page.rows)


def _pages(view: View, asked: Sequence[Asked]) -> Iterator[Page]:
    """Yield what a view answers; nothing where what is asked for is not there."""
    for store, journal in asked:
        with suppress(Unknown):
            yield store.read(view.name, NAMED.get(view.name, ({},))[0], journal, TODAY)


def test_a_credit_file_reads_the_same_from_a_rebuild_and_line_by_line(credit_file: Journal) -> None:
    head, store = credit_file.head(), ViewStore(blocks=SMALL)
    facts = credit_file.facts(-1, head + 1)
    for day, known_by in ((date(2026, 3, 2), head), (TODAY, head - 5), (TODAY, head // 2)):
        cut, reader = CutJournal(credit_file, known_by), NaiveReader(facts, day, known_by)
        on = Dates(day, known_by, list(VIEWS))
        answers = list(everything(store, credit_file, on))
        assert answers == list(everything(ViewStore(), cut, on))
        for name, narrowed, answer in answers:
            naive = answered(VIEWS[name], reader, narrowed, credit_file)
            assert naive == (answer if isinstance(answer, str) else answer[2])
