"""Who may record something of a member of staff: somebody else, who keeps order."""

from domain.facts.duty import require_keeper
from domain.facts.staff import LEADERS
from domain.staff.commands import OfStaff
from domain.staff.rules import NOBODY_FOR_THEMSELVES, STAFF_IS_REGISTERED
from domain.staff.state import Person


def require_order(command: OfStaff, person: Person) -> None:
    """Raise Refused unless somebody is on record, and another who keeps order acts."""
    STAFF_IS_REGISTERED.require(
        person.since is not None and person.left_on is None, staff_id=command.staff_id
    )
    NOBODY_FOR_THEMSELVES.require(command.actor != command.staff_id, actor=command.actor)
    require_keeper(command.staff, command.head_office_unit, command.today, LEADERS)
