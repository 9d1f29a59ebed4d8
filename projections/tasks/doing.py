"""By which commands each step of the worklist is done: what somebody types next."""

from collections.abc import Mapping
from typing import Final

from projections.tasks.task import Step

# What ends the step comes with what it takes beforehand, in the order in which it is done.
COMMANDS: Final[Mapping[Step, tuple[str, ...]]] = {
    Step.ADMIT: ("credit_application.admit", "credit_application.return"),
    Step.COMPLETE: ("credit_application.resubmit", "credit_application.withdraw"),
    Step.ASSIGN: ("investigation.open",),
    Step.ACCEPT: ("entrustment.accept",),
    Step.INVESTIGATE: ("investigation.reopen", "investigation.conclude"),
    Step.SIGN_REPORT: ("investigation.sign_report",),
    Step.REVIEW: ("approval.review",),
    Step.LATER_REVIEW: ("approval.review",),
    Step.DECIDE: (
        "approval.approve",
        "approval.decline",
        "approval.put_motion",
        "approval.escalate",
    ),
    Step.RESOLVE: ("approval.vote", "approval.resolve"),
    Step.NOTIFY: ("approval.notify_customer",),
    Step.DRAFT: ("contract.draft_loan", "contract.draft_security"),
    Step.CHECK: ("contract.check", "contract.send_back"),
    Step.SIGN: ("contract.print", "contract.sign"),
    Step.CHECK_DRAWDOWN: ("drawdown.meet_condition", "drawdown.check"),
    Step.RELEASE: ("drawdown.release",),
    Step.REVALUE: ("collateral.record_valuation",),
    Step.REVIEW_LIMIT: ("facility.record_review",),
    Step.TAKE_OVER: ("handover.accept_files", "handover.object_to_file", "handover.sign"),
    Step.DECIDE_OBJECTION: ("handover.decide_objection",),
    Step.ANSWER: ("service_request.answer",),
    Step.FOLLOW_UP: ("lead.record_visit", "lead.convert", "lead.lose"),
    Step.REFRESH: ("economic_file.record_sections",),
}
