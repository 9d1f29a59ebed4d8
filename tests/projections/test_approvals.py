"""The register of approvals, the record of one, who answers for it, and the file as it was seen."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from adapters.problems import Unknown, Unreadable
from domain.approval.commands import GrantFastTrack, NotifyCustomer
from domain.approval.values import Choice, Delivery
from tests.domain.approval.files import (
    APPROVE,
    APPROVER,
    DAY,
    FILE,
    HEAD,
    MEMBERS,
    MINUTES,
    MOTION,
    RESOLVE,
    REVIEW,
    by,
    vote,
)
from tests.domain.archive.files import FILED
from tests.domain.customer.people import REGISTERED
from tests.projections.asking import Books, shown

YI, ER, SAN = MEMBERS
TRACK = GrantFastTrack(**FILE, **by(HEAD), reason="seed must be in the ground this week")
TELL = NotifyCustomer(**FILE, **by(APPROVER), letter=MINUTES, delivery=Delivery.BY_POST, on=DAY)


def decided() -> Books:
    return Books().sealed("customer-C1", REGISTERED).after(REVIEW, APPROVE)


def test_the_register_shows_what_was_decided():
    row = decided().after(TELL).row("approvals")
    assert shown(row, "application_id", "outcome", "amount", "mandate_id", "decided_by") == (
        "A1",
        "approved",
        "50000.00 CNY",
        "M1",
        ["pi"],
    )
    assert shown(row, "valid_until", "notified_on", "reviews") == ("2026-08-29", "2026-03-02", 1)


def test_the_register_is_narrowed_by_outcome_and_customer():
    books = decided()
    assert books.rows("approvals", outcome="declined") == []
    assert books.rows("approvals", outcome="approved", customer_id="C1")
    assert books.rows("approvals", customer_id="C2") == []


@pytest.mark.row("AV-09", shown_by="approval.grant_fast_track, views.approvals")
def test_a_review_that_does_not_follow_a_fast_track_is_overdue():
    books = Books().after(TRACK, APPROVE)
    assert books.row("approvals", in_effect_on="2026-06-30")["review_overdue"] is True
    assert books.rows("approvals", review_overdue="true")
    books.after(evolve(REVIEW, today=date(2026, 3, 5)))
    assert books.row("approvals")["review_overdue"] is False


def test_the_record_keeps_every_round_and_every_vote():
    less = evolve(MOTION, terms=evolve(MOTION.terms, months=6), reason="one harvest")
    books = Books().after(REVIEW, MOTION, vote(YI), less, vote(YI), vote(SAN), RESOLVE)
    row = books.row("approval_record", application_id="A1")
    assert [motion["terms"]["months"] for motion in row["motions"]] == [12, 6]
    assert [cast["member"] for cast in row["votes"]] == ["yi", "yi", "san"]
    assert row["decision"]["ballot"]["absent"] == ["er"]
    assert row["decision"]["record"] == "approval-A1@7"
    assert row["seen"] == FILE["seen"].digest


def test_a_record_that_is_not_there_is_said():
    with pytest.raises(Unknown, match="nobody decided"):
        decided().rows("approval_record", application_id="A9")


@pytest.mark.row("AV-13", shown_by="views.approver_responsibility")
def test_each_person_answers_for_their_part_on_what_they_saw():
    past = (
        REVIEW,
        MOTION,
        vote(YI),
        vote(ER, Choice.AGAINST),
        vote(SAN),
    )
    books = Books().after(*past, evolve(RESOLVE, reasons=("price of pork",)))
    rows = books.rows("approver_responsibility", application_id="A1")
    assert [shown(row, "staff_id", "part", "said") for row in rows] == [
        ("shen", "reviewed", "pass_on"),
        ("shen", "put", "K1"),
        ("yi", "voted", "in_favour"),
        ("er", "voted", "against"),
        ("san", "voted", "in_favour"),
        ("yi", "decided", "declined"),
        ("san", "decided", "declined"),
        ("er", "decided", "declined"),
    ]
    (own,) = books.rows("approver_responsibility", staff_id="er", application_id="A1")[1:]
    assert shown(own, "reason", "mandate_id", "seen") == (
        "price of pork",
        "M9",
        FILE["seen"].digest,
    )


def as_seen(books: Books, **more: str) -> Any:
    return books.rows("credit_file", application_id="A1", as_seen_by="approval-A1@2", **more)


def test_a_file_is_shown_as_the_approver_saw_it():
    rows = as_seen(decided())
    assert [(row["stream"], row["version"]) for row in rows] == [
        ("customer-C1", 1),
        ("approval-A1", 1),
    ]
    assert rows[0]["content"]["name"] == REGISTERED.name


def test_what_comes_later_never_changes_what_was_seen():
    books = decided()
    before = as_seen(books)
    books.sealed("archive-customer-C1", FILED).after(TELL)
    books.sealed("customer-C1", evolve(REGISTERED, phone="13700137000"))
    assert as_seen(books) == before


def test_what_came_later_is_shown_below_where_it_is_asked_for():
    rows = as_seen(decided().after(TELL), later="shown")
    assert [row["seen"] for row in rows] == [True, True, False, False]


def test_only_a_decision_on_that_file_shows_what_was_seen():
    books = decided().after(TELL)
    for named, said in (
        ("approval-A1@9", "no record"),
        ("approval-A1@3", "no decision"),
    ):
        with pytest.raises(Unknown, match=said):
            books.rows("credit_file", application_id="A1", as_seen_by=named)
    with pytest.raises(Unknown, match="was not decided on"):
        books.rows("credit_file", application_id="A2", as_seen_by="approval-A1@2")
    with pytest.raises(Unreadable, match="no record like"):
        books.rows("credit_file", application_id="A1", as_seen_by="the third")


def test_a_file_without_an_application_is_not_there():
    with pytest.raises(Unknown, match="no application"):
        decided().rows("credit_file", application_id="A9")
