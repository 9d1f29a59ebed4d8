"""What follows from stating a period, or stating it anew."""

from collections.abc import Sequence
from datetime import date
from typing import Final, assert_never

from domain.facts.duty import require_duty
from domain.facts.policy import SHIPPED, Setting
from domain.facts.staff import Post
from domain.facts.statement import Statement, months_of
from domain.financial_statement.commands import (
    FinancialStatementCommand,
    RecordFinancialStatement,
    RestateFinancialStatement,
)
from domain.financial_statement.events import (
    FinancialStatementEvent,
    FinancialStatementRecorded,
    FinancialStatementRestated,
)
from domain.financial_statement.rules import (
    ITEMS_ADD_UP,
    ONE_STATEMENT_A_PERIOD,
    PERIOD_IS_WHOLE_MONTHS,
    PERIOD_WAS_STATED,
    STATES_A_CUSTOMER,
)
from domain.financial_statement.sound import contradictions, require_lines, warnings
from domain.financial_statement.state import Spread
from domain.origin import Finding
from domain.party import Standing

POSTS: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.INVESTIGATOR,
)
OFTEN: Final = "bank.statement.overdrafts.warning_min"


def decide(command: FinancialStatementCommand, spread: Spread) -> Sequence[FinancialStatementEvent]:
    """Return what follows from a command."""
    match command:
        case RecordFinancialStatement():
            return record_statement(command, spread)
        case RestateFinancialStatement():
            return restate_statement(command, spread)
    assert_never(command)


def record_statement(
    command: RecordFinancialStatement, spread: Spread
) -> Sequence[FinancialStatementEvent]:
    """Record a period; () where the same document states the same of it."""
    _require_allowed(command)
    if (known := spread.standing.get((command.as_of, command.period_start))) is not None:
        ONE_STATEMENT_A_PERIOD.require(
            _says(known) == _says(command), as_of=command.as_of, digest=known.digest
        )
        return ()
    settings = _settings(command)
    recorded = FinancialStatementRecorded(
        period_start=command.period_start,
        as_of=command.as_of,
        prepared=command.prepared,
        digest=command.digest,
        statement_lines=command.statement_lines,
        findings=_findings(command, spread, settings[0]),
        settings=settings,
    )
    return (recorded,)


def restate_statement(
    command: RestateFinancialStatement, spread: Spread
) -> Sequence[FinancialStatementEvent]:
    """State a period anew; () where it stands so already."""
    _require_allowed(command)
    known = spread.standing.get((command.as_of, command.period_start))
    PERIOD_WAS_STATED.require(known is not None, as_of=command.as_of)
    assert known is not None
    if _says(known) == _says(command):
        return ()
    settings = _settings(command)
    restated = FinancialStatementRestated(
        period_start=command.period_start,
        as_of=command.as_of,
        prepared=command.prepared,
        digest=command.digest,
        statement_lines=command.statement_lines,
        reason=command.reason,
        findings=_findings(command, spread, settings[0]),
        settings=settings,
    )
    return (restated,)


def _require_allowed(command: FinancialStatementCommand) -> None:
    require_duty(command.staff, command.today, POSTS, command.customer_id)
    active = command.party is not None and command.party.standing is Standing.ACTIVE
    STATES_A_CUSTOMER.require(active, customer_id=command.customer_id)
    start, end = command.period_start, command.as_of
    PERIOD_IS_WHOLE_MONTHS.require(
        _last_day_came(end, command.today) and 1 <= months_of(start, end) <= 12,
        period_start=start,
        as_of=end,
    )
    require_lines(command.statement_lines)


def _last_day_came(end: date, today: date) -> bool:
    return end <= today and end < date.max


def _findings(
    command: FinancialStatementCommand, spread: Spread, often: Setting
) -> tuple[Finding, ...]:
    """Return what does not add up, where the document is to blame, and warnings."""
    broken = contradictions(command.statement_lines)
    ITEMS_ADD_UP.require(
        command.contradicts or not broken, found="; ".join(one.facts for one in broken)
    )
    now = Statement(
        period_start=command.period_start,
        as_of=command.as_of,
        prepared=command.prepared,
        statement_lines=command.statement_lines,
    )
    earlier = [s for s in spread.statements("").by_period if s.as_of < now.as_of]
    stating = [s for s in earlier if s.statement_lines.average_cash is not None]
    return (*broken, *warnings(now, stating[-1] if stating else None, often))


def _settings(command: FinancialStatementCommand) -> tuple[Setting, ...]:
    return ((command.book or SHIPPED).on(OFTEN, command.today),)


def _says(one: FinancialStatementCommand | FinancialStatementEvent) -> tuple[object, ...]:
    return one.prepared, one.digest, one.statement_lines
