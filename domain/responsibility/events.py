"""What has happened to the responsibility for a file: the contract with history."""

from datetime import date

from attrs import frozen

from domain.ids import CustomerId, HandoverId, StaffId


@frozen(kw_only=True)
class ResponsibilityAssigned:
    """An officer answers for the file, from a day on."""

    staff_id: StaffId
    customer_id: CustomerId
    since: date
    reason: str


@frozen(kw_only=True)
class ResponsibilityMoved:
    """Another officer answers for the file from a day on, by a handover that both signed."""

    from_id: StaffId
    staff_id: StaffId
    handover_id: HandoverId
    since: date


ResponsibilityEvent = ResponsibilityAssigned | ResponsibilityMoved
