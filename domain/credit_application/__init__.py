"""An application for credit: received, completed where papers lack, and admitted or not.

Admission says before work starts whether an application goes on (准入), goes on with more care
(审慎), or stops (禁入), criterion by criterion.  An application is withdrawn until it is approved.
"""

from typing import Final, get_args

from domain.credit_application import labels, rules
from domain.credit_application.admission import rules as admission_rules
from domain.credit_application.commands import CreditApplicationCommand
from domain.credit_application.decisions import decide, guards
from domain.credit_application.events import CreditApplicationEvent
from domain.credit_application.state import CreditApplication, evolve, fact
from domain.decider import Decider

CREDIT_APPLICATION: Final[
    Decider[CreditApplicationCommand, CreditApplication, CreditApplicationEvent]
] = Decider(
    category="credit_application",
    identity="application_id",
    initial=CreditApplication(),
    decide=decide,
    evolve=evolve,
    commands=get_args(CreditApplicationCommand),
    events=get_args(CreditApplicationEvent),
    fact=fact,
    rules=(rules, admission_rules),
    labels=labels,
    guards=guards,
)
