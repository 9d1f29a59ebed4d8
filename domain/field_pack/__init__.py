"""A field pack: what an officer takes along where there is no network, and brings back.

What is captured stands in the pack, with the day it is true and a key of its own; when the pack
comes back, it is sent as commands.  The journal holds which entries were recorded, which a rule
refused, which met what others had written meanwhile, and who settled those.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.field_pack import labels, rules
from domain.field_pack.commands import PackCommand
from domain.field_pack.decisions import decide
from domain.field_pack.events import PackEvent
from domain.field_pack.state import State, evolve

FIELD_PACK: Final[Decider[PackCommand, State, PackEvent]] = Decider(
    category="field_pack",
    identity="pack_id",
    initial=None,
    decide=decide,
    evolve=evolve,
    commands=get_args(PackCommand),
    events=get_args(PackEvent),
    rules=(rules,),
    labels=labels,
)
