"""What waits for whom, since when and until when, and where work is stuck."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from adapters.problems import Unreadable
from domain.approval import APPROVAL
from domain.approval.commands import GrantFastTrack
from domain.catalogue import COMMANDS
from domain.contract.events import ContractSentBack
from domain.facts.parameters import PARAMETERS
from domain.facts.staff import Post
from domain.facts.unit import UnitKind
from domain.party import Party, Standing
from domain.staff.events import Appointed
from domain.unit.events import UnitRegistered
from projections import process_times
from projections.labels import LABELS
from projections.tasks.doing import COMMANDS as DONE_BY
from projections.tasks.task import Step, served_by
from tests.domain.approval.files import (
    APPROVE,
    FILE,
    HEAD,
    MEMBERS,
    MOTION,
    RESOLVE,
    REVIEW,
    by,
    vote,
)
from tests.domain.approval.test_afterwards import END, TELL
from tests.domain.approval.test_mandate import UP
from tests.domain.approval.test_review import SEND_BACK
from tests.domain.collateral.flat import VALUED
from tests.domain.contract import deeds
from tests.domain.drawdown import drawings
from tests.domain.relationship.test_service import GRANTED
from tests.domain.service_request.test_service_request import EXTENDED, RECEIVED
from tests.projections.asking import Books, shown
from tests.specs import given

YI, ER, _SAN = MEMBERS
TRACK = GrantFastTrack(**FILE, **by(HEAD), reason="seed must be in the ground this week")


def test_every_step_says_by_which_commands_it_is_done():
    assert DONE_BY.keys() == set(Step)
    assert {name for names in DONE_BY.values() for name in names} <= COMMANDS.keys()


def unit(unit_id: str, kind: UnitKind, *above: str) -> tuple[str, UnitRegistered]:
    registered = UnitRegistered(
        kind=kind,
        title=unit_id,
        parent_id=above[0] if above else None,
        above=above,
        office=None,
        committee=None,
        since=date(2026, 1, 1),
    )
    return f"unit-{unit_id}", registered


def office() -> Books:
    books = Books()
    for stream, event in (
        unit("HQ", UnitKind.HEAD_OFFICE),
        unit("CREDIT", UnitKind.DEPARTMENT, "HQ"),
        unit("B1", UnitKind.BRANCH, "HQ"),
    ):
        books.with_events(stream, event)
    return books


def waits(books: Books, **asked: str) -> list[tuple[Any, ...]]:
    return [shown(row, "step", "unit_id", "post") for row in books.rows("worklist", **asked)]


@pytest.mark.row("AV-12, RO-15", shown_by="views.worklist")
def test_a_task_waits_for_a_post_at_a_unit_until_a_day():
    (row,) = office().after(REVIEW).rows("worklist")
    assert shown(row, "step", "about", "customer_id", "unit_id", "post") == (
        "decide",
        "credit_application-A1",
        "C1",
        "B1",
        "approver",
    )
    assert shown(row, "since", "due_on", "overdue") == ("2026-01-01", "2026-01-06", True)


def test_last_days_leave_out_holidays_and_count_weekends_that_are_worked():
    books = office()
    books.with_events("approval-A1", *given(APPROVAL).when(REVIEW).outcome(), day=date(2026, 2, 13))
    (row,) = books.rows("worklist")
    assert shown(row, "since", "due_on") == ("2026-02-13", "2026-02-25")
    (times,) = books.rows("process_times", in_effect_on="2026-02-25")
    assert shown(times, "step", "overdue_now") == ("decide", 0)


def test_each_step_closes_the_one_before_and_opens_the_next():
    assert waits(office().after(SEND_BACK)) == [("investigate", "B1", "investigator")]
    motion = office().after(REVIEW, MOTION)
    assert waits(motion, unit_id="K1") == [("resolve", "K1", "committee_member")]
    decided = motion.after(vote(YI), vote(ER), RESOLVE)
    assert waits(decided, unit_id="K1") == []
    assert waits(decided) == [
        ("notify_customer", "B1", "relationship_manager"),
        ("draft_contract", "B1", "contract_officer"),
    ]
    assert waits(decided.after(TELL)) == [("draft_contract", "B1", "contract_officer")]


def test_a_file_that_went_up_waits_where_it_went():
    assert waits(office().after(REVIEW, UP)) == [("decide", "B1", "branch_head")]


def test_a_withdrawn_application_waits_for_nobody():
    assert waits(office().after(REVIEW, END)) == []


def test_a_review_after_a_fast_track_waits_until_the_day_that_was_set():
    books = office().after(TRACK, APPROVE)
    (row,) = books.rows("worklist", step="later_review")
    assert shown(row, "due_on", "overdue") == ("2026-03-16", True)
    assert waits(books.after(REVIEW), step="later_review") == []


def test_a_day_and_an_index_before_the_step_show_what_waited_then():
    books = office().after(REVIEW)
    known = books.last
    books.after(APPROVE)
    assert waits(books, known_by=known) == [("decide", "B1", "approver")]
    assert waits(books, in_effect_on="2025-12-31") == []


def test_a_request_waits_for_who_received_it_and_is_due_when_extended():
    books = Books().sealed("service_request-R1", RECEIVED)
    (row,) = books.rows("worklist", staff_id="wang")
    assert shown(row, "step", "staff_id") == ("answer_request", "wang")
    (row,) = books.sealed("service_request-R1", EXTENDED).rows("worklist", staff_id="wang")
    assert row["due_on"] == "2026-04-01"


def test_what_waits_at_a_unit_is_what_waits_for_its_posts_and_its_people():
    books = office().after(REVIEW).sealed("service_request-R1", RECEIVED)
    assert [row["step"] for row in books.rows("worklist", unit_id="B1")] == ["decide"]
    here = Appointed(
        post=Post.RELATIONSHIP_MANAGER, unit_id="B1", line=None, since=date(2026, 1, 1), until=None
    )
    books.with_events("staff-wang", here)
    for asked in ({"unit_id": "B1"}, {}):
        steps = {row["step"] for row in books.rows("worklist", **asked)}
        assert steps == {"decide", "answer_request"}
    assert waits(books, post="approver") == [("decide", "B1", "approver")]


def test_customers_of_the_priority_lane_come_first_with_the_same_last_day():
    books = office().after(REVIEW)
    second = evolve(FILE["application"], application_id="A2", customer_id="C2")
    other = {"application_id": "A2", "application": second}
    books.after(evolve(REVIEW, **other, party=Party("C2", Standing.ACTIVE)))
    books.with_events("relationship-C2", evolve(GRANTED, until=date(2026, 6, 30)))
    rows = books.rows("worklist", unit_id="B1")
    assert [shown(row, "customer_id", "priority") for row in rows] == [("C2", True), ("C1", False)]
    assert rows[0]["due_on"] == rows[1]["due_on"]
    later = books.rows("worklist", unit_id="B1", in_effect_on="2026-07-01")
    assert [row["priority"] for row in later] == [False, False]


def test_a_contract_waits_at_the_unit_that_took_the_application_in():
    drafted = office().with_events("contract-L1", deeds.DRAFTED)
    assert waits(drafted) == [("check_contract", "B1", "contract_officer")]
    sent_back = ContractSentBack(sent_back_by="qian", reason="a month is missing", unit_id="B1")
    again = office().with_events("contract-L1", deeds.DRAFTED, sent_back)
    assert waits(again, unit_id="B1") == [("draft_contract", "B1", "contract_officer")]
    checked = drafted.with_events("contract-L1", deeds.CHECKED)
    assert waits(checked, unit_id="B1") == [("sign_contract", "B1", "contract_officer")]
    assert waits(checked, unit_id="CREDIT") == []


def test_a_drawdown_waits_at_that_unit_and_one_that_was_recorded_without_it_anywhere():
    requested = office().with_events("drawdown-D1", drawings.REQUESTED)
    assert waits(requested) == [("check_drawdown", "B1", "disbursement_officer")]
    requested.with_events("drawdown-D1", drawings.CHECKED)
    assert waits(requested, unit_id="B1") == [("release_drawdown", "B1", "disbursement_officer")]
    before = office().with_events("drawdown-D1", evolve(drawings.REQUESTED, unit_id=None))
    assert waits(before) == [("check_drawdown", None, "disbursement_officer")]


def test_pages_go_on_where_they_ended():
    books = office()
    for number in range(5):
        books.after(evolve(REVIEW, application_id=f"A{number}"))
    whole = books.rows("worklist")
    first = books.page("worklist", limit="2")
    rest = books.page("worklist", limit="9", after=first.next or "")
    assert [*first.rows, *rest.rows] == list(whole)
    with pytest.raises(Unreadable, match="no place like"):
        books.rows("worklist", after="nowhere 3")


def test_the_holder_of_a_higher_post_can_do_what_waits_for_a_lower():
    assert served_by(Post.BRANCH_HEAD) == (
        Post.BRANCH_HEAD,
        Post.RELATIONSHIP_HEAD,
        Post.APPROVER,
    )
    assert served_by(Post.REVIEWER) == (Post.REVIEWER,)


def test_process_times_say_where_work_is_stuck():
    books = office()
    books.after(REVIEW, APPROVE)
    books.after(evolve(REVIEW, application_id="A2"))
    decide, notify, _draft = books.rows("process_times")
    assert shown(decide, "step", "came", "done", "waiting", "overdue_now") == (
        "decide",
        2,
        1,
        1,
        1,
    )
    assert shown(decide, "median_days", "longest_days") == (0, 180)
    assert shown(notify, "waiting", "oldest_waiting") == (1, "2026-01-01")
    assert books.rows("process_times", unit_id="B2") == []
    assert [row["step"] for row in books.rows("process_times", step="decide")] == ["decide"]


def test_process_times_go_back_page_by_page_and_count_each_task_once(monkeypatch):
    monkeypatch.setattr(process_times, "RECORDS", 2)
    monkeypatch.setattr(process_times, "LINES", 1)
    books = office().after(REVIEW, UP)
    for number in range(2, 6):
        books.after(evolve(REVIEW, application_id=f"A{number}"))
    books.after(evolve(APPROVE, application_id="A3"))
    pages = [books.page("process_times")]
    while pages[-1].next:
        pages.append(books.page("process_times", after=pages[-1].next))
    (whole,) = books.rows("process_times", step="decide", **{"from": "0"})
    parts = [row for page in pages for row in page.rows if row["step"] == "decide"]
    assert len(parts) > 2
    for name in ("came", "done", "waiting", "overdue_now"):
        assert sum(row[name] for row in parts) == whole[name]
    assert [row["from_record"] for row in parts[1:]] <= [row["to_record"] for row in parts]
    with pytest.raises(Unreadable, match="no index of a record"):
        books.page("process_times", after="B1")


def test_what_was_done_before_it_came_never_came():
    day = VALUED.due_again
    early = evolve(VALUED, valued_on=day - timedelta(days=99), due_again=day + timedelta(days=365))
    books = Books().with_events("collateral-K1", VALUED, early)
    for asked in ({}, {"from": "0"}):
        assert books.rows("process_times", in_effect_on=day.isoformat(), **asked) == []


def test_what_comes_round_again_is_shown_thirty_days_before_its_last_day():
    books = Books().with_events("collateral-K1", VALUED)
    day = VALUED.due_again
    before = (day - timedelta(days=31)).isoformat()
    assert books.rows("worklist", staff_id=VALUED.valued_by, in_effect_on=before) == []
    shows = (day - timedelta(days=30)).isoformat()
    (row,) = books.rows("worklist", staff_id=VALUED.valued_by, in_effect_on=shows)
    assert shown(row, "step", "due_on", "overdue") == ("revalue", day.isoformat(), False)
    after = evolve(VALUED, valued_on=day, due_again=day + timedelta(days=365))
    books.with_events("collateral-K1", after)
    assert books.rows("worklist", staff_id=VALUED.valued_by, in_effect_on=shows) == []


@pytest.mark.parametrize("step", Step)
def test_every_step_has_a_name_for_its_readers_and_the_bank_says_how_long_it_may_take(step):
    assert step.value in LABELS
    named_by_events = {Step.LATER_REVIEW, Step.REVALUE, Step.REVIEW_LIMIT, Step.TAKE_OVER}
    named_by_events |= {Step.ANSWER, Step.REFRESH}
    known = f"bank.work.{step.value}.working_days" in PARAMETERS
    assert known is (step not in named_by_events)
