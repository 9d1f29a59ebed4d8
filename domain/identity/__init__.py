"""An identity document: free, then held by one customer, and moved when duplicates are merged.

Only customers send its commands, so that nobody is registered twice under one document.  The
stream is found by a keyed hash of the document; the number itself is nowhere recorded here.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.identity import labels, rules
from domain.identity.commands import IdentityCommand
from domain.identity.decisions import decide
from domain.identity.events import IdentityEvent
from domain.identity.state import Identity, evolve

IDENTITY: Final[Decider[IdentityCommand, Identity, IdentityEvent]] = Decider(
    category="identity",
    identity="document",
    initial=Identity(),
    decide=decide,
    evolve=evolve,
    commands=get_args(IdentityCommand),
    events=get_args(IdentityEvent),
    internal=get_args(IdentityCommand),
    keyed_for="holder",
    rules=(rules,),
    labels=labels,
)
