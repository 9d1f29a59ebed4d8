"""The reception of a unit on one day (接待登记): an enquiry book, and what its head signed off."""

from typing import Final, get_args

from domain.decider import Decider
from domain.reception import labels, rules
from domain.reception.commands import ReceptionCommand
from domain.reception.decisions import decide
from domain.reception.events import ReceptionEvent
from domain.reception.state import Book, evolve

__all__ = ["RECEPTION", "Book"]

RECEPTION: Final[Decider[ReceptionCommand, Book, ReceptionEvent]] = Decider(
    category="reception",
    identity="reception_id",
    initial=Book(),
    decide=decide,
    evolve=evolve,
    commands=get_args(ReceptionCommand),
    events=get_args(ReceptionEvent),
    rules=(rules,),
    labels=labels,
)
