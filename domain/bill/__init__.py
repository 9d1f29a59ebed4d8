"""A discounted bill in our hands: taken up by its loan, presented, and paid or refused.

What is owed is the loan's; this is what is done to be paid.  Where payment is refused, recourse is
taken on who signed the bill.  It ends with its loan: paid, or taken back by who had it discounted.
"""

from typing import Final, get_args

from domain.bill import labels, rules
from domain.bill.commands import BillCommand, BillTie
from domain.bill.decisions import decide
from domain.bill.events import BillEvent
from domain.bill.state import Holding, evolve
from domain.decider import Decider

BILL: Final[Decider[BillCommand, Holding, BillEvent]] = Decider(
    category="bill",
    identity="bill_no",
    initial=Holding(),
    decide=decide,
    evolve=evolve,
    commands=get_args(BillCommand),
    events=get_args(BillEvent),
    internal=get_args(BillTie),
    rules=(rules,),
    labels=labels,
)
