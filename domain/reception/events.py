"""What has happened at a reception: the contract with history."""

from datetime import date

from attrs import frozen

from domain.ids import CustomerId, EnquiryId, StaffId, UnitId
from domain.reception.commands import Concern, Settled


@frozen(kw_only=True)
class EnquiryRegistered:
    """Somebody came."""

    unit_id: UnitId
    on: date
    enquiry_id: EnquiryId
    concern: Concern
    settled: Settled
    customer_id: CustomerId | None
    says: str | None
    greeted_by: StaffId


@frozen(kw_only=True)
class ReceptionSignedOff:
    """The head of the unit has seen the day's summary."""

    signed_by: StaffId
    remark: str
    enquiries: int  # How many there were.


ReceptionEvent = EnquiryRegistered | ReceptionSignedOff
