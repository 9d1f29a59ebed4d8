"""What follows from receiving a request, extending its time, answering it, and feeding it back."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, assert_never

from domain.facts.duty import require_duty
from domain.facts.policy import SHIPPED
from domain.facts.staff import Post
from domain.party import Standing
from domain.service_request.commands import (
    AnswerServiceRequest,
    ExtendServiceRequest,
    FeedBack,
    ReceiveServiceRequest,
    ServiceRequestCommand,
)
from domain.service_request.events import (
    ServiceRequestAnswered,
    ServiceRequestEvent,
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
from domain.service_request.state import Request
from domain.service_request.values import RequestKind

SERVE: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_HEAD,
    Post.LOBBY_MANAGER,
)
LEAD: Final = (Post.RELATIONSHIP_HEAD, Post.CREDIT_HEAD, Post.SUB_BRANCH_HEAD, Post.BRANCH_HEAD)


def decide(command: ServiceRequestCommand, request: Request) -> Sequence[ServiceRequestEvent]:
    """Return what follows from a command."""
    match command:
        case ReceiveServiceRequest():
            return receive_request(command, request)
        case ExtendServiceRequest():
            return extend_request(command, request)
        case AnswerServiceRequest():
            return answer_request(command, request)
        case FeedBack():
            return feed_back(command, request)
    assert_never(command)


def receive_request(
    command: ReceiveServiceRequest, request: Request
) -> Sequence[ServiceRequestEvent]:
    """Receive a request; () where the number names the same."""
    require_duty(command.staff, command.today, SERVE, command.customer_id)
    _require_past(command.on, command.today)
    if (known := request.received) is not None:
        content = (command.customer_id, command.kind, command.about, command.remarks, command.on)
        same = (known.customer_id, known.kind, known.about, known.remarks, known.on) == content
        ONE_REQUEST_A_NUMBER.require(same, request_id=command.request_id)
        return ()
    customer = command.customer
    REQUEST_IS_OF_A_CUSTOMER.require(
        customer is not None and customer.standing is Standing.ACTIVE,
        customer_id=command.customer_id,
    )
    of = "complaint" if command.kind is RequestKind.COMPLAINT else "service_request"
    setting = (command.book or SHIPPED).on(f"bank.{of}.answer_days", command.today)
    received = ServiceRequestReceived(
        customer_id=command.customer_id,
        kind=command.kind,
        about=command.about,
        remarks=command.remarks,
        on=command.on,
        received_by=command.actor,
        due_on=command.on + timedelta(int(setting.setting)),
        setting=setting,
    )
    return (received,)


def extend_request(
    command: ExtendServiceRequest, request: Request
) -> Sequence[ServiceRequestEvent]:
    """Extend the time of an open complaint, once; () where it was extended for that reason."""
    received = _known(command, request, LEAD)
    if request.extended and request.extended.reason == command.reason:
        return ()
    due = request.due_on
    REQUEST_IS_OPEN.require(
        received.kind is RequestKind.COMPLAINT
        and request.answered is None
        and request.extended is None
        and due is not None
        and command.today <= due,
        kind=received.kind,
        due_on=due,
    )
    setting = (command.book or SHIPPED).on("bank.complaint.extended_days", command.today)
    until = received.on + timedelta(int(setting.setting))
    extended = ServiceRequestExtended(
        reason=command.reason,
        due_on=until,
        setting=setting,
        customer_id=received.customer_id,
        received_by=received.received_by,
    )
    return (extended,)


def answer_request(
    command: AnswerServiceRequest, request: Request
) -> Sequence[ServiceRequestEvent]:
    """Answer a request; () where it was answered so on that day.  A late answer says how late."""
    received, due = _known(command, request, SERVE), request.due_on
    assert due is not None
    _require_past(command.on, command.today)
    REQUEST_IS_PAST.require(received.on <= command.on, brought=received.on)
    if (before := request.answered) is not None:
        same = (before.remarks, before.on) == (command.remarks, command.on)
        ONE_REQUEST_A_NUMBER.require(same, request_id=command.request_id)
        return ()
    answered = ServiceRequestAnswered(
        customer_id=received.customer_id,
        remarks=command.remarks,
        on=command.on,
        answered_by=command.actor,
        late_days=max((command.on - due).days, 0),
    )
    return (answered,)


def feed_back(command: FeedBack, request: Request) -> Sequence[ServiceRequestEvent]:
    """Feed back; () where the unit was told the same."""
    _known(command, request, SERVE)
    told = {(one.unit_id, one.says) for one in request.fed_back}
    if (command.unit_id, command.says) in told:
        return ()
    return (ServiceRequestFedBack(unit_id=command.unit_id, says=command.says, on=command.today),)


def _known(
    command: ExtendServiceRequest | AnswerServiceRequest | FeedBack,
    request: Request,
    posts: tuple[Post, ...],
) -> ServiceRequestReceived:
    received = request.received
    customer = received.customer_id if received else None
    require_duty(command.staff, command.today, posts, customer)
    REQUEST_IS_KNOWN.require(received is not None, request_id=command.request_id)
    assert received is not None
    return received


def _require_past(day: date, today: date) -> None:
    REQUEST_IS_PAST.require(day <= today, day=day, today=today)
