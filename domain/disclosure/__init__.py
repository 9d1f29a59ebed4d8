"""What was shown to whom: an export that left the house, or personal data that was read.

The system records it itself, once, when it happens; nobody sends it as a command.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.disclosure import labels, rules
from domain.disclosure.commands import DisclosureCommand
from domain.disclosure.decisions import decide
from domain.disclosure.events import DisclosureEvent
from domain.disclosure.state import Disclosure, evolve

DISCLOSURE: Final[Decider[DisclosureCommand, Disclosure, DisclosureEvent]] = Decider(
    category="disclosure",
    identity="disclosure_id",
    initial=Disclosure(),
    decide=decide,
    evolve=evolve,
    commands=get_args(DisclosureCommand),
    events=get_args(DisclosureEvent),
    internal=get_args(DisclosureCommand),
    rules=(rules,),
    labels=labels,
)
