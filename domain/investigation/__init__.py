"""The investigation of an application (贷前调查), by two people at least, on one file with it.

Visits, checks, debts, judgement and figures are recorded as they are found.  The conclusion makes
the report in seven parts out of them, and each investigator signs it as themselves; what is found
later needs the investigation to be opened again.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.investigation import labels, rules
from domain.investigation.commands import InvestigationCommand
from domain.investigation.decisions import decide
from domain.investigation.events import InvestigationEvent
from domain.investigation.state import Case, evolve, fact

INVESTIGATION: Final[Decider[InvestigationCommand, Case, InvestigationEvent]] = Decider(
    category="investigation",
    identity="application_id",
    initial=Case(),
    decide=decide,
    evolve=evolve,
    commands=get_args(InvestigationCommand),
    events=get_args(InvestigationEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
