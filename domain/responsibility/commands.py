"""What may be asked of the responsibility for a file: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.responsibility import Responsibility
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import FileId, StaffId
from domain.party import Party
from domain.ties import MoveResponsibility


@frozen(kw_only=True)
class AssignResponsibility:
    """Assign a file to the officer who answers for it, from today on."""

    file_id: FileId  # "customer-C1" or "loan-L1".
    staff_id: StaffId
    reason: str
    actor: str = stamped("actor")
    today: date = stamped("today")
    staff: Staff | None = looked_up("staff", by="actor")
    assignee: Staff | None = looked_up("staff", by="staff_id")
    party: Party | None = looked_up("", by="file_id")
    answering: Responsibility | None = looked_up("responsibility", by="file_id")
    answering_staff: Staff | None = looked_up("staff", by="answering.last")


ResponsibilityCommand = AssignResponsibility | MoveResponsibility
