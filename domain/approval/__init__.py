"""An approval: a file that people decide on, from review to the decision and what becomes of it.

A reviewer passes it on or returns it.  One person decides under a mandate, or a committee votes on
a motion; a file may be taken up to a higher mandate first.  What is approved reserves headroom of
a limit, and gives it back where the approval is not used in time, is revoked, or the application is
withdrawn.  It shares its identity with the application and the investigation.
"""

from typing import Final, get_args

from domain.approval import labels, rules
from domain.approval.commands import ApprovalCommand
from domain.approval.decisions import decide, guards
from domain.approval.events import ApprovalEvent
from domain.approval.state import Case, evolve, fact
from domain.decider import Decider
from domain.ties import EndApproval, TakeUpApproval

APPROVAL: Final[Decider[ApprovalCommand, Case, ApprovalEvent]] = Decider(
    category="approval",
    identity="application_id",
    initial=Case(),
    decide=decide,
    evolve=evolve,
    commands=get_args(ApprovalCommand),
    events=get_args(ApprovalEvent),
    rules=(rules,),
    labels=labels,
    guards=guards,
    fact=fact,
    internal=(TakeUpApproval, EndApproval),
)
