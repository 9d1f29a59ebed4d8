"""A request or a complaint is answered in time, and fed back to those above."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.facts.duty import ACTOR_HOLDS_THE_POST, ACTOR_IS_STAFF
from domain.facts.policy import SHIPPED
from domain.party import Party, Standing
from domain.service_request import SERVICE_REQUEST
from domain.service_request.commands import (
    AnswerServiceRequest,
    ExtendServiceRequest,
    FeedBack,
    ReceiveServiceRequest,
)
from domain.service_request.events import (
    ServiceRequestAnswered,
    ServiceRequestExtended,
    ServiceRequestFedBack,
    ServiceRequestReceived,
)
from domain.service_request.rules import (
    ONE_REQUEST_A_NUMBER,
    REQUEST_IS_KNOWN,
    REQUEST_IS_OF_A_CUSTOMER,
    REQUEST_IS_OPEN,
    REQUEST_IS_PAST,
)
from domain.service_request.values import RequestKind, RequestTopic
from tests.domain.officers import TELLER, WANG, ZHAO
from tests.specs import given

TODAY = date(2026, 3, 6)
BROUGHT = date(2026, 3, 2)
STEP: dict[str, Any] = {"request_id": "Q1", "actor": "wang", "staff": WANG, "today": TODAY}
HEAD: dict[str, Any] = {**STEP, "actor": "zhao", "staff": ZHAO}

RECEIVE = ReceiveServiceRequest(
    customer_id="C1",
    kind=RequestKind.COMPLAINT,
    about=RequestTopic.WAITING_TIME,
    remarks="等候两小时",
    on=BROUGHT,
    customer=Party("C1", Standing.ACTIVE),
    book=None,
    **STEP,
)
RECEIVED = ServiceRequestReceived(
    customer_id="C1",
    kind=RequestKind.COMPLAINT,
    about=RequestTopic.WAITING_TIME,
    remarks="等候两小时",
    on=BROUGHT,
    received_by="wang",
    due_on=date(2026, 3, 17),
    setting=SHIPPED.on("bank.complaint.answer_days", TODAY),
)
EXTEND = ExtendServiceRequest(reason="records of 2019 are sought", book=None, **HEAD)
EXTENDED = ServiceRequestExtended(
    reason="records of 2019 are sought",
    due_on=date(2026, 4, 1),
    setting=SHIPPED.on("bank.complaint.extended_days", TODAY),
    customer_id="C1",
    received_by="wang",
)
ANSWER = AnswerServiceRequest(remarks="已致歉", on=date(2026, 3, 5), **STEP)
ANSWERED = ServiceRequestAnswered(
    customer_id="C1", remarks="已致歉", on=date(2026, 3, 5), answered_by="wang", late_days=0
)
FEED_BACK = FeedBack(unit_id="HQ", says="one counter too few on market days", **STEP)


def test_a_complaint_is_received_with_the_day_by_which_it_is_answered():
    given(SERVICE_REQUEST).when(RECEIVE).then(RECEIVED)
    given(SERVICE_REQUEST, RECEIVED).when(RECEIVE).then_nothing()


def test_a_plain_request_is_answered_sooner():
    (event,) = given(SERVICE_REQUEST).when(evolve(RECEIVE, kind=RequestKind.REQUEST)).outcome()
    assert event.due_on == date(2026, 3, 7)


def test_a_number_names_one_request():
    other = evolve(RECEIVE, remarks="other")
    given(SERVICE_REQUEST, RECEIVED).when(other).then_refused(ONE_REQUEST_A_NUMBER)


@pytest.mark.parametrize("customer", [None, Party("C1", Standing.MERGED)])
def test_a_request_is_one_of_a_customer(customer):
    stranger = evolve(RECEIVE, customer=customer)
    given(SERVICE_REQUEST).when(stranger).then_refused(REQUEST_IS_OF_A_CUSTOMER)


def test_nothing_is_brought_or_answered_ahead():
    given(SERVICE_REQUEST).when(evolve(RECEIVE, on=date(2026, 3, 7))).then_refused(REQUEST_IS_PAST)
    for day in (date(2026, 3, 7), date(2026, 3, 1)):
        ahead = evolve(ANSWER, on=day)
        given(SERVICE_REQUEST, RECEIVED).when(ahead).then_refused(REQUEST_IS_PAST)


def test_a_request_is_answered_once():
    given(SERVICE_REQUEST, RECEIVED).when(ANSWER).then(ANSWERED)
    given(SERVICE_REQUEST, RECEIVED, ANSWERED).when(ANSWER).then_nothing()
    other = evolve(ANSWER, remarks="other")
    given(SERVICE_REQUEST, RECEIVED, ANSWERED).when(other).then_refused(ONE_REQUEST_A_NUMBER)


@pytest.mark.row("CU-20", shown_by="service_request.answer")
def test_a_late_answer_says_how_late():
    late = evolve(ANSWER, on=date(2026, 3, 20), today=date(2026, 3, 20))
    after = evolve(ANSWERED, on=date(2026, 3, 20), late_days=3)
    given(SERVICE_REQUEST, RECEIVED).when(late).then(after)
    in_time = evolve(after, late_days=0)
    given(SERVICE_REQUEST, RECEIVED, EXTENDED).when(late).then(in_time)


def test_a_head_gives_an_open_complaint_more_time_once():
    given(SERVICE_REQUEST, RECEIVED).when(EXTEND).then(EXTENDED)
    given(SERVICE_REQUEST, RECEIVED, EXTENDED).when(EXTEND).then_nothing()
    again = evolve(EXTEND, reason="more")
    given(SERVICE_REQUEST, RECEIVED, EXTENDED).when(again).then_refused(REQUEST_IS_OPEN)
    given(SERVICE_REQUEST, RECEIVED, ANSWERED).when(EXTEND).then_refused(REQUEST_IS_OPEN)
    late = evolve(EXTEND, today=date(2026, 3, 18))
    given(SERVICE_REQUEST, RECEIVED).when(late).then_refused(REQUEST_IS_OPEN)
    plain = evolve(RECEIVED, kind=RequestKind.REQUEST)
    given(SERVICE_REQUEST, plain).when(EXTEND).then_refused(REQUEST_IS_OPEN)
    given(SERVICE_REQUEST, RECEIVED).when(evolve(EXTEND, staff=WANG)).then_refused(
        ACTOR_HOLDS_THE_POST
    )


def test_what_a_request_shows_is_fed_back_once():
    told = ServiceRequestFedBack(unit_id="HQ", says="one counter too few on market days", on=TODAY)
    given(SERVICE_REQUEST, RECEIVED).when(FEED_BACK).then(told)
    given(SERVICE_REQUEST, RECEIVED, told).when(FEED_BACK).then_nothing()


@pytest.mark.parametrize("command", [EXTEND, ANSWER, FEED_BACK])
def test_only_what_was_received_goes_on(command):
    given(SERVICE_REQUEST).when(command).then_refused(REQUEST_IS_KNOWN)


def test_those_answer_whose_post_it_is():
    given(SERVICE_REQUEST, RECEIVED).when(evolve(ANSWER, staff=None)).then_refused(ACTOR_IS_STAFF)
    given(SERVICE_REQUEST, RECEIVED).when(evolve(ANSWER, staff=TELLER)).then_refused(
        ACTOR_HOLDS_THE_POST
    )
