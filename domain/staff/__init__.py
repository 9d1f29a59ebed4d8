"""A member of staff: posts, licence to work in lending, training, and connected customers.

Known by the name that the core stamps as the actor; a person's own name stays with the personnel
department, so nothing personal is kept here.  Posts and licences run by date, from today on; what
was decided under them stays as it was.  Nobody records any of it of themselves, but for the
customers with whom they are connected, whose credit they may then neither act on nor see.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.staff import labels, rules
from domain.staff.commands import StaffCommand
from domain.staff.decisions import decide
from domain.staff.events import StaffEvent
from domain.staff.state import Person, evolve, fact
from domain.staff.ties import guards

__all__ = ["STAFF", "Person"]

STAFF: Final[Decider[StaffCommand, Person, StaffEvent]] = Decider(
    category="staff",
    identity="staff_id",
    initial=Person(),
    decide=decide,
    evolve=evolve,
    commands=get_args(StaffCommand),
    events=get_args(StaffEvent),
    fact=fact,
    guards=guards,
    rules=(rules,),
    labels=labels,
)
