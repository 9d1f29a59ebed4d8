"""What has happened to a service request: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.policy import Setting
from domain.fields import personal
from domain.ids import CustomerId, StaffId, UnitId
from domain.service_request.values import RequestKind, RequestTopic


@frozen(kw_only=True)
class ServiceRequestReceived:
    """A request or a complaint was received, and is to be answered by a day."""

    customer_id: CustomerId
    kind: RequestKind
    about: RequestTopic
    remarks: str = personal()
    on: date
    received_by: StaffId
    due_on: date
    setting: Setting


@frozen(kw_only=True)
class ServiceRequestExtended:
    """The time to answer was extended."""

    reason: str
    due_on: date
    setting: Setting
    customer_id: CustomerId | None = None
    received_by: StaffId | None = None  # Who answers it.


@frozen(kw_only=True)
class ServiceRequestAnswered:
    """The customer was answered."""

    customer_id: CustomerId  # Whose key seals the answer.
    remarks: str = personal()
    on: date
    answered_by: StaffId
    late_days: int  # After the last day to answer; 0 in time.


@frozen(kw_only=True)
class ServiceRequestFedBack:
    """A unit above was told what the request shows."""

    unit_id: UnitId
    says: str
    on: date


ServiceRequestEvent = (
    ServiceRequestReceived | ServiceRequestExtended | ServiceRequestAnswered | ServiceRequestFedBack
)
