"""Decision: take a guarantee, and read what its contract leaves open as the law reads it."""

from collections.abc import Sequence
from typing import Final

from domain.facts.duty import require_duty
from domain.facts.policy import SHIPPED, Setting
from domain.facts.staff import Post
from domain.guarantee.commands import GiveGuarantee, GuaranteeMode, PeriodClause
from domain.guarantee.events import GuaranteeEvent, GuaranteeGiven
from domain.guarantee.rules import (
    GUARANTEE_IS_POSITIVE,
    GUARANTEE_PARTIES_ARE_ACTIVE,
    GUARANTOR_IS_ANOTHER,
    MODE_IS_AGREED,
    ONE_GUARANTEE_A_NUMBER,
    PERIOD_FITS_CLAUSE,
    PERIOD_IS_CLEAR,
)
from domain.guarantee.state import State
from domain.origin import Finding
from domain.party import Standing

HANDLERS: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.INVESTIGATOR,
    Post.CONTRACT_OFFICER,
)
_PERIOD: Final = {
    PeriodClause.NOT_AGREED: "guarantee.period.default.months",
    PeriodClause.UNTIL_PAID: "guarantee.until_paid_clause.months",
}


def give_guarantee(command: GiveGuarantee, state: State) -> Sequence[GuaranteeEvent]:
    """Take a guarantee, with what the law makes of what is not agreed; () where it is known."""
    mode, period, settings, findings = _read(command)
    given = GuaranteeGiven(
        guarantor_id=command.guarantor_id,
        borrower_id=command.borrower_id,
        amount=command.amount,
        mode=mode,
        clause=command.clause,
        period_months=period,
        by_company=command.by_company,
        settings=settings,
        findings=findings,
    )
    if state is not None:
        same = (state.given.guarantor_id, state.given.borrower_id, state.given.amount) == (
            command.guarantor_id,
            command.borrower_id,
            command.amount,
        )
        ONE_GUARANTEE_A_NUMBER.require(same)
        return ()
    require_duty(command.staff, command.today, HANDLERS, command.borrower_id)
    parties = (command.guarantor, command.borrower)
    active = all(one is not None and one.standing is Standing.ACTIVE for one in parties)
    named = {"guarantor_id": command.guarantor_id, "borrower_id": command.borrower_id}
    GUARANTEE_PARTIES_ARE_ACTIVE.require(active, **named)
    GUARANTOR_IS_ANOTHER.require(command.guarantor_id != command.borrower_id, **named)
    GUARANTEE_IS_POSITIVE.require(command.amount.fen > 0, amount=command.amount)
    return (given,)


def _read(
    command: GiveGuarantee,
) -> tuple[GuaranteeMode, int, tuple[Setting, ...], tuple[Finding, ...]]:
    """Return mode, months, and what was read from the law where the contract is not clear.

    Source: 民法典 第686条 (no mode agreed: general), 第692条 and 担保制度解释 第32条 (no period,
    or "until paid off": six months).
    """
    book, settings, findings = command.policy or SHIPPED, [], []
    mode = command.mode
    if mode is None:
        settings.append(book.on("guarantee.mode.default", command.today))
        findings.append(Finding(MODE_IS_AGREED.code, "no mode is agreed"))
        mode = GuaranteeMode(settings[-1].setting)
    agreed = command.clause is PeriodClause.AGREED_PERIOD
    PERIOD_FITS_CLAUSE.require(
        agreed == (command.period_months is not None), months=command.period_months
    )
    period = command.period_months
    if period is None:
        settings.append(book.on(_PERIOD[command.clause], command.today))
        findings.append(Finding(PERIOD_IS_CLEAR.code, f"the clause is {command.clause}"))
        period = int(settings[-1].setting)
    return mode, period, tuple(settings), tuple(findings)
