"""An entrustment (委托): somebody else's money is lent to whom they chose, at their risk.

It shares its identity with the application, and stands where investigation and approval would: the
lender decides on no credit.  It looks at whose money it is and what it is for, holds what was
deposited before it lends any of it, and is paid for that by who entrusts.

Source: 商业银行委托贷款管理办法 (银监发〔2018〕2号).
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.entrustment import labels, rules
from domain.entrustment.commands import EntrustmentCommand
from domain.entrustment.decisions import decide
from domain.entrustment.events import EntrustmentEvent
from domain.entrustment.state import Entrusted, evolve, fact
from domain.ties import LendFunds, TakeUpEntrustment, UnlendFunds

ENTRUSTMENT: Final[Decider[EntrustmentCommand, Entrusted, EntrustmentEvent]] = Decider(
    category="entrustment",
    identity="application_id",
    initial=Entrusted(),
    decide=decide,
    evolve=evolve,
    commands=get_args(EntrustmentCommand),
    events=get_args(EntrustmentEvent),
    fact=fact,
    internal=(TakeUpEntrustment, LendFunds, UnlendFunds),
    rules=(rules,),
    labels=labels,
)
