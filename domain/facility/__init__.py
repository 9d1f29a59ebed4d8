"""A credit limit (授信额度): granted on a rating and against capital, then taken from and restored.

Limits hang together: a part under its customer's maximum, that under the limit of a group, and all
of related parties under one limit.  What is reserved, used or given back is so in the whole chain,
in one transaction.  A cut, a freeze or a late review stops what is new and keeps what was taken.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.facility import labels, rules
from domain.facility.commands import FacilityCommand
from domain.facility.decisions import decide, guards
from domain.facility.events import FacilityEvent
from domain.facility.evolution import evolve
from domain.facility.state import UNGRANTED, State, fact
from domain.facility.ties import Tie

FACILITY: Final[Decider[FacilityCommand, State, FacilityEvent]] = Decider(
    category="facility",
    identity="facility_id",
    initial=UNGRANTED,
    decide=decide,
    evolve=evolve,
    commands=get_args(FacilityCommand),
    events=get_args(FacilityEvent),
    guards=guards,
    fact=fact,
    internal=get_args(Tie),
    rules=(rules,),
    labels=labels,
)
