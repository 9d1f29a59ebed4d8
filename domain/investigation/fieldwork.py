"""What is found: visits, checks, debts, the interview, the form, and the security."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from domain.investigation.commands import (
    AssessSecurity,
    CompleteForm,
    RecordCheck,
    RecordInterview,
    RecordVisit,
    SurveyDebts,
)
from domain.investigation.events import (
    CheckRecorded,
    DebtsSurveyed,
    FormCompleted,
    InterviewRecorded,
    InvestigationEvent,
    SecurityAssessed,
    VisitRecorded,
)
from domain.investigation.opening import require_investigator
from domain.investigation.rules import (
    AMOUNTS_FIT_THE_APPLICATION,
    FIELD_VISIT_HAS_A_PLACE,
    INVESTIGATED_BY_TODAY,
    ONE_VISIT_A_NUMBER,
    SECURITY_IS_ON_RECORD,
    VERDICT_HAS_EVIDENCE,
    VISITORS_INVESTIGATE,
)
from domain.investigation.state import Case
from domain.investigation.values import Verdict, VisitWay
from domain.money import Money

AMOUNTS_MOST: Final = 10**12  # Fen: ten billion yuan.  What comes of more could not be written.


def record_visit(command: RecordVisit, case: Case) -> Sequence[InvestigationEvent]:
    """Record a visit; () where the same was recorded under its number."""
    require_investigator(command, case)
    require_come(command.on, command.today)
    team = {*case.investigators}
    VISITORS_INVESTIGATE.require(
        command.actor in command.visitors and {*command.visitors} <= team,
        visitors=", ".join(command.visitors),
    )
    FIELD_VISIT_HAS_A_PLACE.require(
        command.way is VisitWay.DESK_CHECK or command.division is not None, way=command.way
    )
    visited = VisitRecorded(
        visit_id=command.visit_id,
        way=command.way,
        on=command.on,
        division=command.division,
        visitors=command.visitors,
        says=command.says,
        photos=command.photos,
    )
    known = case.visits.get(command.visit_id)
    ONE_VISIT_A_NUMBER.require(known in (None, visited), visit_id=command.visit_id)
    return () if known else (visited,)


def record_check(command: RecordCheck, case: Case) -> Sequence[InvestigationEvent]:
    """Record what a check came to; () where it stands so already."""
    require_investigator(command, case)
    require_come(command.on, command.today)
    VERDICT_HAS_EVIDENCE.require(
        command.result is Verdict.DOUBTFUL or bool(command.evidence), item=command.item
    )
    checked = CheckRecorded(
        item=command.item,
        result=command.result,
        evidence=command.evidence,
        says=command.says,
        on=command.on,
        checked_by=command.actor,
    )
    return () if case.checks.get(command.item) == checked else (checked,)


def survey_debts(command: SurveyDebts, case: Case) -> Sequence[InvestigationEvent]:
    """Record all debts; () where the survey stands so already."""
    application = require_investigator(command, case)
    require_come(command.on, command.today)
    amounts = [amount for debt in command.debts for amount in (debt.amount, debt.each_year)]
    require_amounts(amounts, application.terms.amount.currency)
    surveyed = DebtsSurveyed(debts=command.debts, on=command.on)
    return () if case.debts == surveyed else (surveyed,)


def record_interview(command: RecordInterview, case: Case) -> Sequence[InvestigationEvent]:
    """Record the interview; () where it stands so already."""
    require_investigator(command, case)
    require_come(command.on, command.today)
    interviewed = InterviewRecorded(
        on=command.on,
        by_video=command.by_video,
        evidence=command.evidence,
        says=command.says,
        handler=command.actor,
    )
    return () if case.interview == interviewed else (interviewed,)


def complete_form(command: CompleteForm, case: Case) -> Sequence[InvestigationEvent]:
    """Enter the form; () where it stands so already."""
    application = require_investigator(command, case)
    require_amounts([command.form.monthly_turnover], application.terms.amount.currency)
    completed = FormCompleted(form=command.form)
    return () if case.form == completed else (completed,)


def assess_security(command: AssessSecurity, case: Case) -> Sequence[InvestigationEvent]:
    """Record what a security is worth to the loan; () where it stands so already."""
    application = require_investigator(command, case)
    require_come(command.on, command.today)
    security = command.security
    SECURITY_IS_ON_RECORD.require(
        security is not None and security.released_on is None, stream=command.stream
    )
    assert security is not None
    VERDICT_HAS_EVIDENCE.require(bool(command.evidence), stream=command.stream)
    require_amounts([security.value], application.terms.amount.currency)
    assessed = SecurityAssessed(
        stream=command.stream,
        eligible=command.eligible,
        undisputed=command.undisputed,
        value=security.value,
        counts=security.counts,
        says=command.says,
        evidence=command.evidence,
        on=command.on,
    )
    return () if case.securities.get(command.stream) == assessed else (assessed,)


def require_come(day: date, today: date) -> None:
    """Raise Refused where a day has not come."""
    INVESTIGATED_BY_TODAY.require(day <= today, on=day, today=today)


def require_amounts(amounts: Iterable[Money], currency: str) -> None:
    """Raise Refused where an amount is of another currency, less than nought, or beyond a bank."""
    total = 0
    for amount in amounts:
        total += amount.fen
        fits = amount.currency == currency and amount.fen >= 0 and total <= AMOUNTS_MOST
        AMOUNTS_FIT_THE_APPLICATION.require(fits, amount=amount)
