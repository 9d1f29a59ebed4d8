"""A form of contract that the institution adopted, from day to day, for one kind of contract.

There is one stream for each kind.  A contract is printed on the form of the day that it is printed
on, and keeps its text: adopting another form changes no contract that was printed.
"""

from typing import Final

from domain.contract_form import labels, rules
from domain.contract_form.commands import AdoptContractForm, ContractFormCommand
from domain.contract_form.decisions import decide, fact
from domain.contract_form.events import ContractFormAdopted, ContractFormEvent
from domain.contract_form.state import ContractForm, evolve
from domain.decider import Decider

CONTRACT_FORM: Final[Decider[ContractFormCommand, ContractForm, ContractFormEvent]] = Decider(
    category="contract_form",
    identity="kind",
    initial=ContractForm(),
    decide=decide,
    evolve=evolve,
    commands=(AdoptContractForm,),
    events=(ContractFormAdopted,),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
