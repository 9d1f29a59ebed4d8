"""The audit trail: who did what, when it counts, when we knew, on whose authority, what changed."""

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve

from adapters.problems import Unreadable
from domain.customer.events import ParticularsChanged
from tests.domain.customer.people import ERASED, HELD, MERGED, REGISTERED, REQUESTED
from tests.domain.loan.loans import (
    AGREE,
    AGREED,
    DISBURSE,
    ORIGIN,
    REPAY,
    TAKE_OVER,
    receipt,
    reversal,
    yuan,
)
from tests.domain.product.catalogue import CHANGED, DEFINED
from tests.projections.asking import Books, shown

PHONE = ParticularsChanged(
    since=date(2027, 1, 1), name=None, phone="13987654321", address=None, others=()
)


def lent() -> Books:
    return Books().after(AGREE, DISBURSE)


def trail(books: Books, **query: str) -> list[str]:
    return [row["event"] for row in books.rows("audit_trail", **query)]


def test_an_act_says_who_did_it_when_and_under_which_command():
    row = lent().rows("audit_trail")[1]
    names = ("index", "event", "stream", "version", "actor", "command_id", "on")
    assert shown(row, *names) == (
        1,
        "loan.disbursed",
        "loan-L1",
        2,
        "teller",
        "cmd-1",
        "2024-01-20",
    )
    assert datetime.fromisoformat(row["recorded_at"]).year == 2026


def test_an_act_says_on_whose_authority_it_was_done():
    books = Books()
    books.journal.add(
        "loan-L1",
        AGREED,
        actor="wang",
        branch="B7",
        cause="app-1",
        approval=("li",),
        policy=("P-3",),
    )
    row = books.row("audit_trail")
    names = ("actor", "branch", "cause", "approval", "policy")
    assert shown(row, *names) == ("wang", "B7", "app-1", ["li"], ["P-3"])


def test_what_changed_is_shown_before_and_after_and_nothing_else():
    changes = lent().after(REPAY, reversal("R1")).rows("audit_trail")[3]["changes"]
    assert {"field": "known.receipt/R1.undone", "before": False, "after": True} in changes
    fields = {change["field"] for change in changes}
    assert "known.receipt/R1.moved.principal" in fields
    assert not [field for field in fields if field.startswith("begun")]


def test_the_first_act_of_a_stream_changes_nothing_into_something():
    changes = Books().after(AGREE).rows("audit_trail")[0]["changes"]
    assert {"field": "begun.amount", "before": None, "after": "12000.00 CNY"} in changes


def test_personal_values_are_opened_and_gone_once_erased():
    books = Books().sealed("customer-C1", REGISTERED, PHONE)
    first, second = (str(row["changes"]) for row in books.rows("audit_trail"))
    assert "张三" in first and "13812345678" in first and "13987654321" in second
    books.sealed("customer-C1", REQUESTED, ERASED).journal.erased.add("customer-C1")
    whole = str(books.rows("audit_trail"))
    assert "张三" not in whole and "1398" not in whole and "[erased]" in whole


def test_what_a_change_does_not_name_is_not_said_to_have_changed():
    """The name is sealed as given or not; only once it is opened it is known which."""
    books = Books().sealed("customer-C1", REGISTERED, PHONE)
    phone = {"field": "particulars.phone.2027-01-01", "before": None, "after": "13987654321"}
    assert books.rows("audit_trail")[1]["changes"] == [phone]


def test_two_changes_of_one_day_leave_each_others_fields_alone():
    name = evolve(PHONE, phone=None, name="张三丰")
    books = Books().sealed("customer-C1", REGISTERED, PHONE, name)
    said = {"field": "particulars.name.2027-01-01", "before": None, "after": "张三丰"}
    assert books.rows("audit_trail")[2]["changes"] == [said]


def test_of_an_erased_person_the_trail_still_says_which_fields_changed():
    books = Books().sealed("customer-C1", REGISTERED, PHONE)
    books.journal.erased.add("customer-C1")
    changes = books.rows("audit_trail")[1]["changes"]
    phone = {"field": "particulars.phone.2027-01-01", "before": None, "after": "[erased]"}
    assert phone in changes


def test_a_merger_says_with_whom_business_goes_on_and_no_more():
    books = Books().sealed("customer-C1", REGISTERED, MERGED)
    into = {"field": "into_id", "before": None, "after": "C2"}
    assert books.rows("audit_trail")[1]["changes"] == [into]


def test_changed_terms_are_told_by_their_day_with_their_source():
    books = Books().with_events("product-P1", DEFINED, CHANGED)
    changes = books.rows("audit_trail")[1]["changes"]
    source = "Credit committee 2025-12"
    assert {"field": "terms.2026-01-01.source", "before": None, "after": source} in changes
    assert {"field": "terms.2026-01-01.value.rate_min", "before": None, "after": "4.00%"} in changes
    assert all(change["field"].startswith("terms.2026-01-01.") for change in changes)


def test_the_trail_is_whole_unless_a_day_is_asked_for():
    """The change counts from 2027, after today."""
    books = Books().sealed("customer-C1", REGISTERED, PHONE)
    assert len(trail(books)) == 2
    assert trail(books, in_effect_on="2026-06-30") == ["customer.registered"]
    assert trail(books, known_by="0") == ["customer.registered"]


def test_an_act_whose_day_is_its_recording_counts_from_there():
    """A hold counts from the day it was placed, not from its last day."""
    held = evolve(HELD, until=date(2030, 1, 1))
    books = (
        Books().sealed("customer-C1", REGISTERED).sealed("customer-C1", held, day=date(2026, 3, 1))
    )
    assert books.rows("audit_trail")[1]["on"] == "2026-03-01"


def test_findings_stand_beside_the_act_that_broke_a_rule():
    books = Books().after(evolve(TAKE_OVER, amount=yuan("310")))
    (finding,) = books.row("audit_trail")["findings"]
    assert finding["rule"] == "LOAN-027"
    assert "310.00 CNY" in finding["facts"]


def test_the_trail_is_narrowed_by_stream_and_by_actor():
    books = lent().after(evolve(AGREE, loan_id="L2"))
    books.journal.add("loan-L3", AGREED, actor="wang")
    assert trail(books, stream="loan-L1") == ["loan.agreed", "loan.disbursed"]
    assert [row["stream"] for row in books.rows("audit_trail", actor="wang")] == ["loan-L3"]
    assert trail(books, stream="loan-L1", actor="wang") == []
    assert trail(books, stream="loan-L9") == []


def test_the_trail_is_narrowed_by_index_and_by_time():
    books = lent().after(REPAY, reversal("R1"))
    assert trail(books, **{"from": "1", "to": "2"}) == ["loan.disbursed", "loan.repayment_recorded"]
    first = books.page("audit_trail", limit="1", **{"from": "1"})
    rest = books.rows("audit_trail", after=str(first.next), **{"from": "1"})
    assert [row["index"] for row in (*first.rows, *rest)] == [1, 2, 3]
    times = [fact.recorded_at.isoformat() for fact in books.journal.kept]
    assert trail(books, **{"from": times[1], "to": times[2]}) == trail(
        books, **{"from": "1", "to": "2"}
    )
    with pytest.raises(Unreadable, match="from: expected a log index, or a time like"):
        trail(books, **{"from": "yesterday"})


def test_a_change_is_the_same_on_whichever_page_it_is_read():
    books = lent().after(
        REPAY, receipt("R2", "500", date(2024, 3, 1), origin=ORIGIN), reversal("R1")
    )
    whole, after = books.rows("audit_trail"), ""
    paged: list[Any] = []
    while len(paged) < len(whole):
        page = books.page("audit_trail", limit="2", after=after)
        paged += page.rows
        after = page.next or ""
    assert paged == whole
    assert page.next is None
