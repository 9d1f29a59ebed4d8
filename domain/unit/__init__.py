"""A unit of the institution: the head office, a branch, a department or a committee.

Units hang under one another up to the head office and never move: one that is reorganised is
closed, and another is registered.  A unit's right to lend is suspended and restored (停复牌) from
the day of deciding on, never back; a committee has seats, a quorum and a share of votes, by date.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.ties import NoteHead
from domain.unit import labels, rules
from domain.unit.commands import UnitCommand
from domain.unit.decisions import decide
from domain.unit.events import UnitEvent
from domain.unit.state import Known, evolve, fact

__all__ = ["UNIT", "Known"]

UNIT: Final[Decider[UnitCommand, Known, UnitEvent]] = Decider(
    category="unit",
    identity="unit_id",
    initial=Known(),
    decide=decide,
    evolve=evolve,
    commands=get_args(UnitCommand),
    events=get_args(UnitEvent),
    fact=fact,
    internal=(NoteHead,),
    rules=(rules,),
    labels=labels,
)
