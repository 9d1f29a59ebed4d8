"""Who stands for the report, and opening an investigation again."""

from collections.abc import Sequence
from typing import Final

from domain.facts.duty import require_duty
from domain.investigation.commands import ReopenInvestigation, SignReport
from domain.investigation.events import (
    InvestigationEvent,
    InvestigationReopened,
    ReportSigned,
)
from domain.investigation.opening import ASSIGNS, INVESTIGATES, require_going_on
from domain.investigation.rules import (
    ACTOR_INVESTIGATES,
    INVESTIGATION_IS_CONCLUDED,
    REPORT_IS_AS_CONCLUDED,
)
from domain.investigation.state import Case

TRUTH: Final = "本人参与了本次调查，对本报告内容的真实性、完整性负责。"


def sign(command: SignReport, case: Case) -> Sequence[InvestigationEvent]:
    """Sign the report that stands; () where the actor signed it."""
    application = require_going_on(command)
    require_duty(command.staff, command.today, INVESTIGATES, application.customer_id)
    standing = case.concluded and case.concluded.report
    REPORT_IS_AS_CONCLUDED.require(command.report == standing, report=standing)
    ACTOR_INVESTIGATES.require(
        command.actor in case.investigators, investigators=", ".join(case.investigators)
    )
    if any(one.signer == command.actor for one in case.signed):
        return ()
    others = {one.signer for one in case.signed}
    signed = ReportSigned(
        report=command.report,
        signer=command.actor,
        says=TRUTH,
        signed_on=command.today,
        customer_id=application.customer_id,
        unit_id=application.unit_id,
        completes={*case.investigators} <= {*others, command.actor},
    )
    return (signed,)


def reopen(command: ReopenInvestigation, case: Case) -> Sequence[InvestigationEvent]:
    """Let the investigation go on; what was concluded stays on record."""
    application = require_going_on(command)
    require_duty(command.staff, command.today, ASSIGNS, application.customer_id)
    INVESTIGATION_IS_CONCLUDED.require(case.concluded is not None)
    return (InvestigationReopened(reason=command.reason),)
