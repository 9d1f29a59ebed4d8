"""Questions to the views: their dates, what is wrong with them, and what is sealed in answers."""

from datetime import date
from pathlib import Path

import pytest

from adapters.problems import Unknown, Unreadable
from adapters.storage.views import ViewStore
from adapters.system import System
from domain.checklist.events import ChecklistSet
from domain.kinds import DocumentKind
from projections.catalogue import VIEWS
from tests.conftest import Clock
from tests.journal import MemoryJournal
from tests.projections.test_catalogue import SHIPPED
from tests.village import LI, lend, repay

DAY = date(2026, 1, 1)
SET = ChecklistSet(documents=(DocumentKind.OTHER,), since=DAY, source="circular")


def journal_of(number: int) -> MemoryJournal:
    """Return a journal of some records."""
    return MemoryJournal().add("checklist-x", *(SET for _ in range(number)))


def test_no_personal_value_is_ever_in_the_file(bank: System, tmp_path: Path) -> None:
    bus = bank.bus("zhao")
    lend(bus)
    bus.run("customer.register", LI)
    bus.run(
        "customer.change_particulars",
        {"customer_id": "C2", "since": "2025-01-02", "address": "柳树屯"},
    )
    for view, query in (("customer_card", {"customer_id": "C2"}), ("audit_trail", {})):
        assert "柳树屯" in str(bus.read(view, query).rows)
    files = list(tmp_path.glob("bank.db.views*"))
    assert files
    whole = b"".join(file.read_bytes() for file in files)
    assert b"loan.agreed" in whole
    for secret in ("张三", "李四", "柳树屯", "13800138000", "11010519491231002X", "清河村一组"):
        assert secret.encode() not in whole
        assert secret.encode("unicode-escape") not in whole


def test_an_erased_person_reads_as_erased_without_a_rebuild(bank: System) -> None:
    bank.bus("zhao").run("customer.register", LI)
    before = bank.bus("zhao").read("customer_card", {"customer_id": "C2"}).rows[0]
    fields = {"customer_id": "C2", "basis": "consent_withdrawn"}
    bank.bus("zhao").run("customer.request_erasure", fields)
    bank.bus("qian").run("customer.erase", {"customer_id": "C2"})
    after = bank.bus("zhao").read("customer_card", {"customer_id": "C2"}).rows[0]
    assert (before["name"], before["standing"]) == ("李四", "active")
    assert (after["name"], after["standing"]) == ("[erased]", "erased")


def test_a_question_names_its_second_date_by_index_or_by_time(bank: System, clock: Clock) -> None:
    bus = bank.bus("zhao")
    lend(bus)
    known, at = bus.read("loan_register", {}).known_by, clock().isoformat()
    clock.forward(hours=1)
    bus.run("loan.record_repayment", repay("R1", "500.00", "2025-01-02"))
    (now,) = bus.read("loan_register", {}).rows
    (then,) = bus.read("loan_register", {"known_by": str(known)}).rows
    assert (then["principal"], now["principal"]) == ("12000.00 CNY", "11500.00 CNY")
    assert bus.read("loan_register", {"known_by": at}).rows == [then]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"colour": "red"}, "unknown parameter: colour"),
        ({"limit": "0"}, "limit: expected 1 to 1000"),
        ({"limit": "1001"}, "limit: expected 1 to 1000"),
        ({"known_by": "7777"}, "known_by: the last record is"),
        ({"known_by": "yesterday"}, "known_by: expected a log index, or a time like"),
        ({"known_by": "2026-01-31"}, "known_by: expected a log index, or a time like"),
        ({"in_effect_on": "31.1.2026"}, "in_effect_on: expected a day like 2026-01-31"),
        ({"after": "x"}, "after: 'x' is no place like 17.2"),
    ],
)
def test_a_malformed_question_is_answered_with_what_is_wrong(
    query: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Unreadable, match=sentence):
        ViewStore().read("ledger", query, journal_of(1), DAY)


def test_a_question_without_what_it_needs_says_so() -> None:
    with pytest.raises(Unreadable, match="required parameter missing: loan_id"):
        ViewStore().read("loan_statement", {}, journal_of(1), DAY)


def test_a_view_or_a_thing_that_is_not_there_is_unknown() -> None:
    store, journal = ViewStore(), journal_of(1)
    with pytest.raises(Unknown, match="there is no view 'colours'; there is loan_register"):
        store.read("colours", {}, journal, DAY)
    with pytest.raises(Unknown, match="'L9'"):
        store.read("loan_statement", {"loan_id": "L9"}, journal, DAY)


def test_an_empty_journal_has_empty_views() -> None:
    store, journal = ViewStore(), MemoryJournal()
    for name, view in VIEWS.items():
        if name not in SHIPPED and not any(one.required for one in view.parameters):
            page = store.read(name, {}, journal, DAY)
            assert (list(page.rows), page.known_by, page.next) == ([], -1, None)
