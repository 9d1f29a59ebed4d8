"""What may be asked of a service request: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.policy import PolicyBook
from domain.facts.staff import Staff
from domain.fields import looked_up, personal, stamped
from domain.ids import CustomerId, RequestId, UnitId
from domain.party import Party
from domain.service_request.values import RequestKind, RequestTopic


@frozen(kw_only=True)
class ReceiveServiceRequest:
    """Receive a request or a complaint of a customer."""

    request_id: RequestId
    customer_id: CustomerId
    kind: RequestKind
    about: RequestTopic
    remarks: str = personal()
    on: date  # The day it was brought.
    customer: Party | None = looked_up("customer", by="customer_id")
    book: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class ExtendServiceRequest:
    """Extend the time to answer a complaint that is not simple."""

    request_id: RequestId
    reason: str  # Without personal data.
    book: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class AnswerServiceRequest:
    """Answer a request or a complaint."""

    request_id: RequestId
    remarks: str = personal()
    on: date  # The day the customer was told.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class FeedBack:
    """Feed back to a unit above what a request shows."""

    request_id: RequestId
    unit_id: UnitId
    says: str  # Without personal data.
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


ServiceRequestCommand = (
    ReceiveServiceRequest | ExtendServiceRequest | AnswerServiceRequest | FeedBack
)
