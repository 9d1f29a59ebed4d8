"""The list of customers and the card of one: who they are on a day, as known by a record."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from adapters.problems import Unknown
from domain.customer.events import (
    ContactAdded,
    ContactEnded,
    CustomerMerged,
    CustomerRelated,
    DocumentAdded,
    DuplicateAbsorbed,
    HoldLifted,
    ParticularsChanged,
    RelationEnded,
)
from domain.customer.values import ContactRelation, Particular, Relation
from tests.domain.customer.people import (
    CARD,
    ERASED,
    HELD,
    NUMBER,
    PASSPORT,
    REGISTERED,
    RELEASED,
    REQUESTED,
    TIED,
)
from tests.domain.loan.loans import AGREED, paid_out
from tests.projections.asking import Books, shown

NOTHING_SAID = ParticularsChanged(
    since=date(2025, 6, 1), name=None, phone=None, address=None, others=()
)


def changed(since: date, **what: str) -> ParticularsChanged:
    others = tuple(Particular(name=n, value=v) for n, v in what.items() if n == "village")
    plain = {name: value for name, value in what.items() if name != "village"}
    return evolve(NOTHING_SAID, since=since, others=others, **plain)


def known(*events: object) -> Books:
    return Books().sealed("customer-C1", REGISTERED, *events)


def card(books: Books, **query: str) -> dict[str, Any]:
    return dict(books.row("customer_card", customer_id="C1", **query))


def test_a_customer_is_there_from_the_day_their_particulars_hold():
    books = known()
    assert books.rows("customers", in_effect_on="2024-02-29") == []
    row = books.row("customers", in_effect_on="2024-03-01")
    assert shown(row, "customer_id", "kind", "standing", "name", "since", "merged_into") == (
        "C1",
        "natural_person",
        "active",
        "张三",
        "2024-03-01",
        None,
    )
    with pytest.raises(Unknown, match="no customer 'C1' on 2024-02-29"):
        card(books, in_effect_on="2024-02-29")


def test_a_particular_holds_until_the_day_of_the_next_one():
    books = known(changed(date(2025, 6, 1), phone="2"), changed(date(2025, 9, 1), phone="3"))
    phones = [
        card(books, in_effect_on=day)["phone"] for day in ("2025-05-31", "2025-06-01", "2025-09-01")
    ]
    assert phones == ["13812345678", "2", "3"]


def test_what_a_change_does_not_name_stays_as_it_was():
    said = card(known(changed(date(2025, 6, 1), phone="2")))
    assert shown(said, "name", "address", "phone") == ("张三", "北岸村 1 号", "2")


def test_a_change_known_late_counts_before_one_that_holds_later():
    books = known(changed(date(2025, 9, 1), phone="3"), changed(date(2025, 6, 1), phone="2"))
    assert card(books)["phone"] == "3"
    assert card(books, in_effect_on="2025-07-01")["phone"] == "2"
    assert card(books, in_effect_on="2025-07-01", known_by="1")["phone"] == "13812345678"


def test_of_two_changes_of_one_day_the_later_known_holds():
    books = known(changed(date(2025, 6, 1), phone="2"), changed(date(2025, 6, 1), phone="3"))
    assert card(books)["phone"] == "3"
    assert card(books, known_by="1")["phone"] == "2"


def test_particulars_under_names_of_the_institutions_own_are_dated_too():
    books = known(
        changed(date(2025, 6, 1), village="北岸"), changed(date(2025, 9, 1), village="南岸")
    )
    assert card(books)["others"] == {"village": "南岸"}
    assert card(books, in_effect_on="2025-07-01")["others"] == {"village": "北岸"}
    assert card(books, in_effect_on="2025-05-01")["others"] == {}


def test_documents_stand_from_their_day():
    books = known(DocumentAdded(document=PASSPORT, since=date(2025, 1, 1)))
    first = {"kind": "resident_identity_card", "number": NUMBER}
    assert card(books, in_effect_on="2024-12-31")["documents"] == [first]
    passport = {"kind": "passport", "number": "E12345678"}
    assert card(books)["documents"] == [first, passport]


def test_contacts_stand_from_their_day_to_their_end():
    added = ContactAdded(
        contact_id="K1",
        relation=ContactRelation.SPOUSE,
        name="李四",
        phone=None,
        since=date(2024, 5, 1),
    )
    books = known(added, ContactEnded(contact_id="K1", until=date(2025, 1, 1)))
    (contact,) = card(books, in_effect_on="2024-12-31")["contacts"]
    assert shown(contact, "contact_id", "relation", "name", "phone") == (
        "K1",
        "spouse",
        "李四",
        None,
    )
    assert card(books, in_effect_on="2025-01-01")["contacts"] == []
    assert len(card(books, known_by="1")["contacts"]) == 1


def test_relations_stand_from_their_day_to_their_end():
    guarantor = Relation.GUARANTOR
    books = known(
        CustomerRelated(other_id="C2", relation=guarantor, since=date(2024, 5, 1)),
        RelationEnded(other_id="C2", relation=guarantor, until=date(2025, 1, 1)),
    )
    (relation,) = card(books, in_effect_on="2024-12-31")["relations"]
    assert relation == {"other_id": "C2", "relation": "guarantor", "since": "2024-05-01"}
    assert card(books)["relations"] == []


def test_a_hold_is_in_force_to_its_last_day_unless_it_is_lifted():
    until = evolve(HELD, until=date(2026, 6, 29))
    books = known().sealed("customer-C1", until, HELD_2, day=date(2026, 2, 1))
    assert [h["hold_id"] for h in card(books)["holds"]] == ["H2"]
    both = card(books, in_effect_on="2026-06-29")["holds"]
    assert [h["hold_id"] for h in both] == ["H1", "H2"]
    assert card(books, in_effect_on="2026-01-31")["holds"] == []
    books.sealed("customer-C1", HoldLifted(hold_id="H2"))
    assert card(books)["holds"] == []


HELD_2 = evolve(HELD, hold_id="H2")


def test_loans_stand_on_the_card_with_what_is_owed():
    books = known(TIED).with_events("loan-L1", AGREED, paid_out())
    (loan,) = card(books, in_effect_on="2024-03-01")["loans"]
    assert loan == {
        "loan_id": "L1",
        "customer_id": "C1",
        "amount": "12000.00 CNY",
        "status": "overdue",
        "principal": "12000.00 CNY",
        "days_past_due": 10,
        "entrusted": False,
    }
    assert card(books, known_by="1")["loans"] == []


def test_a_released_loan_says_how_long_the_file_is_kept():
    assert card(known(TIED, RELEASED))["retained_until"] == "2025-05-06"


def test_a_loan_that_is_open_again_ends_no_file():
    assert card(known(TIED, RELEASED, TIED))["retained_until"] is None


def test_the_file_of_a_duplicates_loan_is_kept_with_the_customer():
    took = DuplicateAbsorbed(
        duplicate_id="C2", earlier=("C3",), documents=(), loans=(), retained_until=date(2030, 1, 1)
    )
    said = card(known(TIED, RELEASED, took))
    assert shown(said, "retained_until", "duplicates") == ("2030-01-01", ["C3", "C2"])


def absorbed() -> Books:
    """C2 is a duplicate of C1, and has a loan."""
    took = DuplicateAbsorbed(
        duplicate_id="C2", earlier=(), documents=(PASSPORT,), loans=("L1",), retained_until=None
    )
    books = known().sealed("customer-C2", evolve(REGISTERED, name="张三（重）", document=PASSPORT))
    books.with_events("loan-L1", evolve(AGREED, customer_id="C2"))
    books.sealed("customer-C2", CustomerMerged(into_id="C1", on=date(2026, 1, 1)))
    return books.sealed("customer-C1", took)


def test_a_merged_duplicate_says_with_whom_business_goes_on():
    books = absorbed()
    duplicate = books.row("customer_card", customer_id="C2")
    assert shown(duplicate, "standing", "merged_into") == ("merged", "C1")
    earlier = books.row("customer_card", customer_id="C2", in_effect_on="2025-12-31")
    assert shown(earlier, "standing", "merged_into") == ("active", None)


def test_who_absorbed_a_duplicate_has_its_documents_and_loans():
    said = card(absorbed())
    assert said["duplicates"] == ["C2"]
    assert [loan["loan_id"] for loan in said["loans"]] == ["L1"]
    assert [document["number"] for document in said["documents"]] == [NUMBER, "E12345678"]


def test_of_an_erased_person_nothing_personal_is_read_on_any_day():
    books = known(changed(date(2025, 6, 1), phone="2"), REQUESTED, ERASED)
    books.journal.erased.add("customer-C1")
    for query in ({}, {"in_effect_on": "2024-04-01"}, {"known_by": "0"}):
        said = card(books, **query)
        assert shown(said, "name", "phone", "address") == ("[erased]",) * 3
        assert said["documents"] == [{"kind": CARD.kind.value, "number": "[erased]"}]
    assert card(books)["standing"] == "erased"
    assert card(books, known_by="1")["standing"] == "active"


def test_the_list_is_read_page_by_page_in_order_of_numbers():
    books = Books()
    for name in ("C3", "C1", "C2"):
        books.sealed(f"customer-{name}", evolve(REGISTERED, name=name))
    first = books.page("customers", limit="2")
    rest = books.page("customers", limit="2", after=str(first.next))
    assert [[row["name"] for row in page.rows] for page in (first, rest)] == [["C1", "C2"], ["C3"]]
    assert rest.next is None
