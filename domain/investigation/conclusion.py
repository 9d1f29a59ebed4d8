"""The recommendation, and the report that says why."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from domain.facts.policy import SHIPPED, PolicyBook
from domain.facts.ratios import Ratio, ratios_of, shown
from domain.facts.seen import Seen
from domain.facts.statement import Statements
from domain.facts.terms import CreditTerms, SecurityWay
from domain.investigation.analysis import RECENT, require_report, secured_by
from domain.investigation.basis import Basis, RatioThen
from domain.investigation.capacity import dues, fits
from domain.investigation.commands import ConcludeInvestigation
from domain.investigation.events import InvestigationConcluded, InvestigationEvent
from domain.investigation.fieldwork import require_amounts
from domain.investigation.opening import (
    AT_LEAST,
    require_going_on,
    require_investigator,
)
from domain.investigation.repayment import cover
from domain.investigation.report import digest_of, written
from domain.investigation.required import BUSINESS, missing
from domain.investigation.rules import (
    DEBTS_ARE_ALL_FOUND,
    LENDING_NAMES_TERMS,
    LENDS_WHAT_CAN_BE_REPAID,
    NO_DOUBT_IS_LEFT,
    NO_PART_IS_MISSING,
    REFUTED_IS_NOT_LENT,
    REPAYMENT_IS_COVERED,
    SECURITY_COVERS,
    SECURITY_IS_AS_ASSESSED,
)
from domain.investigation.state import Case
from domain.investigation.values import DebtKind, Verdict
from domain.money import Money
from domain.origin import Finding

INTERVIEW: Final = "interview.personal.required"
_PERIODS: Final = 3


def conclude(command: ConcludeInvestigation, case: Case) -> Sequence[InvestigationEvent]:
    """Conclude with the report; () where the same was concluded already."""
    if _as_concluded(command, case):
        return ()
    application = require_investigator(command, case)
    seen, book = command.seen or Seen((), ""), command.book or SHIPPED
    seen.require_as_read(command.read)
    LENDING_NAMES_TERMS.require(command.lend == (command.proposed is not None), lend=command.lend)
    settings = tuple(book.on(name, command.today) for name in (AT_LEAST, INTERVIEW, RECENT))
    if command.proposed is not None:
        require_amounts([command.proposed.amount], application.terms.amount.currency)
        _require_lendable(command, command.proposed, case, book)
    else:
        NO_PART_IS_MISSING.require(bool(case.visits or case.checks), missing="visit or check")
    concluded = InvestigationConcluded(
        lend=command.lend,
        proposed=command.proposed,
        says=command.says,
        waiver=command.waiver,
        grounds=_basis(command),
        findings=tuple(_findings(command, case)),
        text="",
        report="",
        decided_by=command.actor,
        decided_on=command.today,
        seen=seen,
        settings=settings,
        investigators=case.investigators,
    )
    text = written(case, concluded)
    return (attrs.evolve(concluded, text=text, report=digest_of(text)),)


def _as_concluded(command: ConcludeInvestigation, case: Case) -> bool:
    known = case.concluded
    return known is not None and (
        known.lend,
        known.proposed,
        known.says,
        known.waiver,
        known.decided_by,
    ) == (command.lend, command.proposed, command.says, command.waiver, command.actor)


def _require_lendable(
    command: ConcludeInvestigation, proposed: CreditTerms, case: Case, book: PolicyBook
) -> None:
    """Raise Refused where lending may not be recommended on what was found."""
    application, today = require_going_on(command), command.today
    require_report(command.inquiries, book, today)
    lacking = [
        *missing(
            case,
            attrs.evolve(application, terms=proposed),
            people=book.count(AT_LEAST, today),
            interview=book.says_yes(INTERVIEW, today),
        ),
        *_missing_figures(command, business=application.customer_kind in BUSINESS),
    ]
    NO_PART_IS_MISSING.require(not lacking, missing=", ".join(lacking))
    refuted = [one.item for one in case.checks.values() if one.result is Verdict.REFUTED]
    REFUTED_IS_NOT_LENT.require(not refuted, refuted=", ".join(refuted))
    _require_as_assessed(command, case)
    assert case.cash_flow is not None
    monthly = case.cash_flow.repayable.monthly_most
    LENDS_WHAT_CAN_BE_REPAID.require(
        _waived(command) or fits(dues(proposed, today), monthly.fen, today),
        amount=proposed.amount,
        monthly=monthly,
        affordable=case.cash_flow.repayable.affordable,
    )


def _require_as_assessed(command: ConcludeInvestigation, case: Case) -> None:
    changed = [
        one.stream
        for one in command.securities or ()
        if one.released_on is not None or one.counts != case.securities[one.stream].counts
    ]
    SECURITY_IS_AS_ASSESSED.require(not changed, changed=", ".join(changed))


def _waived(command: ConcludeInvestigation) -> bool:
    return command.waiver is not None and command.waiver.rule == LENDS_WHAT_CAN_BE_REPAID.code


def _missing_figures(command: ConcludeInvestigation, *, business: bool) -> Iterator[str]:
    stated = command.statements is not None and command.statements.newest is not None
    if not stated and (business or command.economy is None):
        yield "financial_statement" if business else "economic_file"


def _findings(command: ConcludeInvestigation, case: Case) -> Iterator[Finding]:
    """Yield what whoever decides should know: warnings, not refusals."""
    report = command.inquiries.report if command.inquiries else None
    if report and case.debts:
        banks = [one for one in case.debts.debts if one.kind is DebtKind.BANK_DEBT]
        surveyed = Money(sum(debt.amount.fen for debt in banks), report.owed.currency)
        if report.owed > surveyed:
            yield Finding(DEBTS_ARE_ALL_FOUND.code, f"owed {report.owed}, surveyed {surveyed}")
    for one in case.checks.values():
        if one.result is Verdict.DOUBTFUL:
            yield Finding(NO_DOUBT_IS_LEFT.code, f"item {one.item}")
    if command.proposed is not None:
        yield from _uncovered(command.proposed, case, command.today)


def _uncovered(terms: CreditTerms, case: Case, today: date) -> Iterator[Finding]:
    """Yield what of the proposed terms neither sources of repayment nor security cover."""
    assert case.repayment is not None
    currency = terms.amount.currency
    found = cover(case.repayment.sources, dues(terms, today), currency)
    if found.short.fen:
        yield Finding(REPAYMENT_IS_COVERED.code, f"short {found.short}, from {found.short_from}")
    counts = Money(secured_by(case), currency)
    if {*terms.security} - {SecurityWay.UNSECURED} and counts < terms.amount:
        yield Finding(SECURITY_COVERS.code, f"amount {terms.amount}, counts {counts}")


def _basis(command: ConcludeInvestigation) -> Basis:
    return Basis(
        economy=command.economy,
        ratios=tuple(_ratios(command.statements)) if command.statements else (),
        inquiries=command.inquiries,
        rating=command.rating,
        read=command.read,
    )


def _ratios(statements: Statements) -> Iterator[RatioThen]:
    for statement in statements.by_period[-_PERIODS:]:
        found = ratios_of(statement, statements)
        for ratio in Ratio:
            value = found[ratio]
            stated = None if value is None else shown(value)
            yield RatioThen(as_of=statement.as_of, ratio=ratio, shown_as=stated)
