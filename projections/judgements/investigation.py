"""Conclusions of investigations and risk grades of loans, asked again."""

from collections.abc import Mapping
from typing import Any, Final

from domain.fields import look_ups
from domain.investigation.commands import ConcludeInvestigation, GradeLoanRisk
from domain.investigation.events import InvestigationConcluded, LoanRiskGraded
from projections.history import Recorded
from projections.judgements import Ask, Asked
from projections.view import Line


def concluded(line: Line[Recorded]) -> Asked:
    """Return the conclusion; its report is written again."""
    event: Any = line.row.event
    command = ConcludeInvestigation(
        application_id=line.row.stream.partition("-")[2],
        lend=event.lend,
        proposed=event.proposed,
        says=event.says,
        waiver=event.waiver,
        read=event.grounds.read,
        actor=event.decided_by,
        today=event.decided_on,
        **dict.fromkeys(look_ups(ConcludeInvestigation)),
    )
    return Asked(command, {"seen": event.seen})


def risk_graded(line: Line[Recorded]) -> Asked:
    """Return the grading of the loan's risk, by who recorded it and on that day."""
    command = GradeLoanRisk(
        application_id=line.row.stream.partition("-")[2],
        actor=line.row.actor,
        today=line.on,
        **dict.fromkeys(look_ups(GradeLoanRisk)),
    )
    event: Any = line.row.event
    return Asked(command, {"seen": event.seen})


ASKED: Final[Mapping[type, Ask]] = {
    InvestigationConcluded: concluded,
    LoanRiskGraded: risk_graded,
}
