"""A contract: drafted on an approval, checked by a second person, printed, signed, drawn on, ended.

It is drafted again as often as needed until it is printed.  Printing compares it with the approval
once more and freezes its text by a digest; what is signed is that text or nothing.  A loan contract
names the contracts that secure it; it is drawn on by notes, within its amount, while it is signed.
"""

from typing import Final, get_args

from domain.contract import labels, rules
from domain.contract.commands import ContractCommand, ContractTie
from domain.contract.decisions import decide, fact
from domain.contract.events import ContractEvent
from domain.contract.guards import guards
from domain.contract.state import Agreement, evolve
from domain.decider import Decider

CONTRACT: Final[Decider[ContractCommand, Agreement, ContractEvent]] = Decider(
    category="contract",
    identity="contract_id",
    initial=Agreement(),
    decide=decide,
    evolve=evolve,
    commands=get_args(ContractCommand),
    events=get_args(ContractEvent),
    guards=guards,
    fact=fact,
    internal=get_args(ContractTie),
    rules=(rules,),
    labels=labels,
)
