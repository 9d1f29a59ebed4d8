"""A guarantor: a customer who answers for debts of others, and for how much in all.

There is one stream for each, so that what is guaranteed in all cannot grow beyond what was
assessed, whoever guarantees what at the same moment.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.guarantor import labels, rules
from domain.guarantor.commands import GuarantorCommand
from domain.guarantor.decisions import decide
from domain.guarantor.events import GuarantorEvent
from domain.guarantor.state import Guarantor, evolve, fact
from domain.ties import GiveBackGuarantee, TakeOnGuarantee

GUARANTOR: Final[Decider[GuarantorCommand, Guarantor, GuarantorEvent]] = Decider(
    category="guarantor",
    identity="guarantor_id",
    initial=Guarantor(),
    decide=decide,
    evolve=evolve,
    commands=get_args(GuarantorCommand),
    events=get_args(GuarantorEvent),
    fact=fact,
    internal=(TakeOnGuarantee, GiveBackGuarantee),
    rules=(rules,),
    labels=labels,
)
