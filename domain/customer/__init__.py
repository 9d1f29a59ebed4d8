"""A customer: unknown, then registered, and in the end merged as a duplicate or erased.

A registered customer is identified by documents that name nobody else, changes over time, and
cannot be erased while a loan is open, a hold is in force, or the law asks for the file.  Of an
erased person nothing follows any more.
"""

from typing import Final, get_args

from domain.customer import labels, rules
from domain.customer.commands import (
    AbsorbCustomer,
    CustomerCommand,
    EraseDuplicate,
)
from domain.customer.decisions import decide, guards
from domain.customer.events import CustomerErased, CustomerEvent
from domain.customer.evolution import evolve
from domain.customer.state import UNKNOWN, Customer, fact
from domain.decider import Decider
from domain.ties import ReleaseLoan, TieLoan

CUSTOMER: Final[Decider[CustomerCommand, Customer, CustomerEvent]] = Decider(
    category="customer",
    identity="customer_id",
    initial=UNKNOWN,
    decide=decide,
    evolve=evolve,
    commands=get_args(CustomerCommand),
    events=get_args(CustomerEvent),
    guards=guards,
    fact=fact,
    internal=(AbsorbCustomer, EraseDuplicate, TieLoan, ReleaseLoan),
    erases=(CustomerErased,),
    rules=(rules,),
    labels=labels,
)
