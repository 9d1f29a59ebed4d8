"""Events of a small department: a branch, an officer, a mandate, a file and its handover."""

from datetime import date
from typing import Any, Final

from domain.facts.staff import Line, Post
from domain.facts.unit import HEAD_OFFICE, UnitKind
from domain.handover.events import FileObjected, HandoverProposed
from domain.responsibility.events import ResponsibilityAssigned, ResponsibilityMoved
from domain.staff.commands import Connection, Grade
from domain.staff.events import Appointed, ConnectedDeclared, LicenceGranted, StaffRegistered
from domain.unit.events import LendingSuspended, UnitRegistered
from tests.department import DIGEST
from tests.domain.mandate.examples import GRANTED

DAY: Final = date(2026, 3, 2)
BRANCH: Final = UnitRegistered(
    kind=UnitKind.BRANCH,
    title="清河",
    parent_id=HEAD_OFFICE,
    above=(HEAD_OFFICE,),
    office=None,
    committee=None,
    since=DAY,
)
SUSPENDED: Final = LendingSuspended(
    since=date(2026, 4, 1), reason="arrears", authority="Board 2", document=DIGEST
)
LICENSED: Final = LicenceGranted(
    grade=Grade.MIDDLE,
    tested_on=DAY,
    points=80,
    document=DIGEST,
    since=DAY,
    until=date(2026, 7, 31),
    settings=(),
)
POST: Final = Appointed(
    post=Post.RELATIONSHIP_MANAGER, unit_id="B1", line=Line.RETAIL, since=DAY, until=None
)
ASSIGNED: Final = ResponsibilityAssigned(
    staff_id="wang", customer_id="C1", since=DAY, reason="new customer"
)
MOVED: Final = ResponsibilityMoved(
    from_id="wang", staff_id="li", handover_id="H1", since=date(2026, 4, 1)
)
PROPOSED: Final = HandoverProposed(
    from_id="wang",
    to_id="li",
    file_ids=("customer-C1",),
    moves_on=date(2026, 4, 1),
    reason="moves",
    document=DIGEST,
    proposed_by="wang",
)
OBJECTED: Final = FileObjected(file_id="customer-C1", reason="overdue")
CONNECTED: Final = ConnectedDeclared(customer_id="C9", connection=Connection.FIRM)
HOUSE: Final[dict[str, tuple[Any, ...]]] = {
    "unit-B1": (BRANCH, SUSPENDED),
    "staff-wang": (StaffRegistered(since=DAY), LICENSED, POST),
    "staff-li": (CONNECTED,),
    "mandate-M1": (GRANTED,),
    "responsibility-customer-C1": (ASSIGNED, MOVED),
    "handover-H1": (PROPOSED, OBJECTED),
}
