"""An investigation as it stands."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import frozen

from domain.facts.application import Application
from domain.facts.investigation import Investigation
from domain.investigation.events import (
    Analysis,
    CashFlowEstimated,
    CheckRecorded,
    DebtsSurveyed,
    FactorsAssessed,
    FieldWork,
    FormCompleted,
    InterviewRecorded,
    InvestigationConcluded,
    InvestigationEvent,
    InvestigationOpened,
    InvestigationReopened,
    InvestigatorsReplaced,
    LoanRiskGraded,
    RepaymentMatched,
    ReportSigned,
    SecurityAssessed,
    VisitRecorded,
)
from domain.investigation.values import Assessed, CheckItem, Factor


@frozen(kw_only=True)
class Case:
    """What was found so far; of what was recorded anew, the last."""

    application: Application | None = None  # As it was opened on; None before.
    investigators: tuple[str, ...] = ()
    former: tuple[str, ...] = ()  # Who investigated before them.
    simplified: bool = False
    visits: Mapping[str, VisitRecorded] = attrs.field(factory=dict)
    checks: Mapping[CheckItem, CheckRecorded] = attrs.field(factory=dict)
    debts: DebtsSurveyed | None = None
    interview: InterviewRecorded | None = None
    factors: Mapping[Factor, Assessed] = attrs.field(factory=dict)
    form: FormCompleted | None = None
    cash_flow: CashFlowEstimated | None = None
    repayment: RepaymentMatched | None = None
    securities: Mapping[str, SecurityAssessed] = attrs.field(factory=dict)
    risk: LoanRiskGraded | None = None
    concluded: InvestigationConcluded | None = None
    signed: tuple[ReportSigned, ...] = ()

    @property
    def signed_by_all(self) -> bool:
        """Whether every investigator stands for the report."""
        return self.concluded is not None and {*self.investigators} <= {
            one.signer for one in self.signed
        }


def evolve(case: Case, event: InvestigationEvent) -> Case:
    """Return the case after an event."""
    match event:
        case InvestigationOpened():
            return attrs.evolve(
                case,
                application=event.application,
                investigators=event.investigators,
                simplified=event.simplified,
            )
        case InvestigatorsReplaced():
            return _handed_on(case, event.investigators)
        case InvestigationConcluded():
            return attrs.evolve(case, concluded=event, signed=())
        case ReportSigned():
            return attrs.evolve(case, signed=(*case.signed, event))
        case InvestigationReopened():
            return attrs.evolve(case, concluded=None, signed=())
        case _:
            return _found(case, event)


def _handed_on(case: Case, to: tuple[str, ...]) -> Case:
    """Let others go on; who investigated stays known as such."""
    former = dict.fromkeys((*case.former, *case.investigators))
    return attrs.evolve(
        case, investigators=to, former=tuple(name for name in former if name not in to)
    )


def _found(case: Case, event: FieldWork | Analysis) -> Case:
    """Add what was found; what was reckoned from what it replaces has to be reckoned anew."""
    match event:
        case VisitRecorded():
            return attrs.evolve(case, visits={**case.visits, event.visit_id: event})
        case CheckRecorded():
            return attrs.evolve(case, checks={**case.checks, event.item: event})
        case DebtsSurveyed():
            return attrs.evolve(case, debts=event, cash_flow=None, risk=None)
        case InterviewRecorded():
            return attrs.evolve(case, interview=event)
        case FactorsAssessed():
            marks = {one.factor: one for one in event.assessed}
            return attrs.evolve(case, factors={**case.factors, **marks})
        case FormCompleted():
            return attrs.evolve(case, form=event)
        case CashFlowEstimated():
            return attrs.evolve(case, cash_flow=event, risk=None)
        case RepaymentMatched():
            return attrs.evolve(case, repayment=event)
        case SecurityAssessed():
            securities = {**case.securities, event.stream: event}
            return attrs.evolve(case, securities=securities, risk=None)
        case LoanRiskGraded():
            return attrs.evolve(case, risk=event)
    assert_never(event)


def fact(application_id: str, case: Case) -> Investigation:
    """Return what others may know; the recommendation only once all have signed."""
    done = case.concluded if case.signed_by_all else None
    return Investigation(
        application_id=application_id,
        investigators=case.investigators,
        concluded_on=case.signed[-1].signed_on if done else None,
        lend=done.lend if done else None,
        proposed=done.proposed if done else None,
        report=done.report if done else None,
        former=case.former,
        securities=tuple(case.securities),
    )
