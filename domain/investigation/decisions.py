"""What follows from a command; each stage of the work has a file of its own."""

from collections.abc import Sequence
from typing import assert_never

from domain.investigation.analysis import (
    assess_factors,
    estimate_cash_flow,
    grade_loan_risk,
    match_repayment,
)
from domain.investigation.commands import (
    AssessFactors,
    AssessSecurity,
    CompleteForm,
    ConcludeInvestigation,
    EstimateCashFlow,
    GradeLoanRisk,
    InvestigationCommand,
    MatchRepayment,
    OpenInvestigation,
    RecordCheck,
    RecordInterview,
    RecordVisit,
    ReopenInvestigation,
    ReplaceInvestigators,
    SignReport,
    SurveyDebts,
)
from domain.investigation.conclusion import conclude
from domain.investigation.events import InvestigationEvent
from domain.investigation.fieldwork import (
    assess_security,
    complete_form,
    record_check,
    record_interview,
    record_visit,
    survey_debts,
)
from domain.investigation.opening import open_case, replace_investigators
from domain.investigation.signing import reopen, sign
from domain.investigation.state import Case


def decide(command: InvestigationCommand, case: Case) -> Sequence[InvestigationEvent]:
    """Return what follows from a command."""
    match command:
        case OpenInvestigation():
            return open_case(command, case)
        case ReplaceInvestigators():
            return replace_investigators(command, case)
        case RecordVisit():
            return record_visit(command, case)
        case RecordCheck():
            return record_check(command, case)
        case SurveyDebts():
            return survey_debts(command, case)
        case RecordInterview():
            return record_interview(command, case)
        case AssessFactors():
            return assess_factors(command, case)
        case CompleteForm():
            return complete_form(command, case)
        case EstimateCashFlow():
            return estimate_cash_flow(command, case)
        case MatchRepayment():
            return match_repayment(command, case)
        case AssessSecurity():
            return assess_security(command, case)
        case GradeLoanRisk():
            return grade_loan_risk(command, case)
        case ConcludeInvestigation():
            return conclude(command, case)
        case SignReport():
            return sign(command, case)
        case ReopenInvestigation():
            return reopen(command, case)
    assert_never(command)
