"""What is made of what was found: marks, cash flow, repayment, and the risk of the loan."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

import attrs

from domain.facts.inquiry import Inquiries, Report
from domain.facts.policy import SHIPPED, PolicyBook, Setting
from domain.facts.terms import SecurityWay
from domain.investigation.capacity import Capacity, capacity, dues
from domain.investigation.commands import (
    AssessFactors,
    EstimateCashFlow,
    GradeLoanRisk,
    MatchRepayment,
)
from domain.investigation.events import (
    CashFlowEstimated,
    FactorsAssessed,
    InvestigationEvent,
    LoanRiskGraded,
    RepaymentMatched,
)
from domain.investigation.fieldwork import require_amounts
from domain.investigation.opening import require_investigator
from domain.investigation.repayment import cover
from domain.investigation.rules import (
    CREDIT_RECORD_IS_KNOWN,
    DEBTS_ARE_SURVEYED,
    FACTORS_ARE_MARKED_ONCE,
    NO_PART_IS_MISSING,
)
from domain.investigation.state import Case
from domain.investigation.values import LoanRisk, Strength

SHARE: Final = "bank.investigation.debt_service.share_max"
RECENT: Final = "bank.investigation.credit_report.days_max"
ABILITY: Final = "bank.loan_risk.debt_service.percent_strong"
SECURITY: Final = "bank.loan_risk.security.percent_strong"


def assess_factors(command: AssessFactors, case: Case) -> Sequence[InvestigationEvent]:
    """Record marks; () where each stands so already."""
    require_investigator(command, case)
    factors = [one.factor for one in command.assessed]
    FACTORS_ARE_MARKED_ONCE.require(
        0 < len(factors) == len(set(factors)), factors=", ".join(factors)
    )
    if all(case.factors.get(one.factor) == one for one in command.assessed):
        return ()
    return (FactorsAssessed(assessed=command.assessed),)


def estimate_cash_flow(command: EstimateCashFlow, case: Case) -> Sequence[InvestigationEvent]:
    """Estimate what can be lent on disposable cash flow; () where it stands so already."""
    application = require_investigator(command, case)
    DEBTS_ARE_SURVEYED.require(case.debts is not None)
    assert case.debts is not None
    terms = command.terms or application.terms
    require_amounts(
        (*(flow.each_year for flow in (*command.incomes, *command.expenses)), terms.amount),
        application.terms.amount.currency,
    )
    share = (command.book or SHIPPED).on(SHARE, command.today)
    found = capacity(
        command.incomes,
        command.expenses,
        case.debts.debts,
        terms=terms,
        share=Fraction(share.setting),
        day=command.today,
    )
    estimated = CashFlowEstimated(
        incomes=command.incomes,
        expenses=command.expenses,
        terms=terms,
        repayable=found,
        settings=(share,),
    )
    return () if case.cash_flow == estimated else (estimated,)


def match_repayment(command: MatchRepayment, case: Case) -> Sequence[InvestigationEvent]:
    """Match sources with the instalments of the plan; () where it stands so already."""
    application = require_investigator(command, case)
    terms, currency = command.terms or application.terms, application.terms.amount.currency
    require_amounts((*(one.amount for one in command.sources), terms.amount), currency)
    matched = RepaymentMatched(
        sources=command.sources,
        terms=terms,
        covered=cover(command.sources, dues(terms, command.today), currency),
    )
    return () if case.repayment == matched else (matched,)


def grade_loan_risk(command: GradeLoanRisk, case: Case) -> Sequence[InvestigationEvent]:
    """Grade the loan by its three sides; () where it is graded so already."""
    require_investigator(command, case)
    book = command.book or SHIPPED
    report, recent = require_report(command.inquiries, book, command.today)
    NO_PART_IS_MISSING.require(case.cash_flow is not None, missing="cash_flow")
    assert case.cash_flow is not None
    strong, secured = book.on(ABILITY, command.today), book.on(SECURITY, command.today)
    record = _record(report)
    ability = _ability(case.cash_flow.repayable, case.cash_flow.terms.amount.fen, strong)
    covered = _cover(case, secured)
    graded = LoanRiskGraded(
        record=record,
        ability=ability,
        cover=covered,
        risk=risk_of(record, ability, covered),
        settings=(recent, strong, secured),
        seen=command.seen,
    )
    return () if _is_graded(case, graded) else (graded,)


def _is_graded(case: Case, graded: LoanRiskGraded) -> bool:
    """Say whether the loan is graded so already, however far the file has come since."""
    return case.risk is not None and attrs.evolve(case.risk, seen=graded.seen) == graded


def risk_of(*sides: Strength) -> LoanRisk:
    """Return the risk of a loan: low with all sides strong, and higher by each weak one."""
    weak = sides.count(Strength.WEAK)
    if weak > 1:
        return LoanRisk.SEVERE
    if weak == 1:
        return LoanRisk.ELEVATED
    return LoanRisk.LOW if {*sides} == {Strength.STRONG} else LoanRisk.MODERATE


def require_report(
    inquiries: Inquiries | None, book: PolicyBook, today: date
) -> tuple[Report, Setting]:
    """Return the credit report, and how long one is relied on; Refused without a live consent."""
    recent = book.on(RECENT, today)
    report = inquiries.report if inquiries else None
    consent = inquiries.consent_until if inquiries else None
    CREDIT_RECORD_IS_KNOWN.require(
        report is not None
        and consent is not None
        and today <= consent
        and (today - report.reported_on).days <= int(recent.setting),
        reported_on=report and report.reported_on,
        consent_until=consent,
        days_max=recent.setting,
    )
    assert report is not None
    return report, recent


def secured_by(case: Case) -> int:
    """Return what eligible and undisputed security counts for, in fen."""
    return sum(s.counts.fen for s in case.securities.values() if s.eligible and s.undisputed)


def _record(report: Report) -> Strength:
    if report.overdue_loans == 0:
        return Strength.STRONG
    return Strength.ADEQUATE if report.overdue_loans == 1 else Strength.WEAK


def _ability(found: Capacity, amount: int, strong: Setting) -> Strength:
    if 100 * found.affordable.fen >= int(strong.setting) * amount:
        return Strength.STRONG
    return Strength.ADEQUATE if found.enough else Strength.WEAK


def _cover(case: Case, secured: Setting) -> Strength:
    """Weigh security; a loan that is lent on credit alone has none, and no weakness by that."""
    assert case.cash_flow is not None
    terms = case.cash_flow.terms
    if set(terms.security) <= {SecurityWay.UNSECURED}:
        return Strength.ADEQUATE
    counts = secured_by(case)
    if 100 * counts >= int(secured.setting) * terms.amount.fen:
        return Strength.STRONG
    return Strength.ADEQUATE if 2 * counts >= terms.amount.fen else Strength.WEAK
