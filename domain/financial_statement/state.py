"""The statements of a customer as they stand."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

import attrs
from attrs import frozen

from domain.facts.statement import Statement, Statements
from domain.financial_statement.events import (
    FinancialStatementEvent,
    FinancialStatementRecorded,
    FinancialStatementRestated,
)

Period = tuple[date, date]  # Its last day and its first, so that they sort by the last.


@frozen
class Spread:
    """What was last stated of each period."""

    standing: Mapping[Period, FinancialStatementEvent] = attrs.field(factory=dict)

    def statements(self, customer_id: str) -> Statements:
        """Return the statements, by their last day."""
        return Statements(
            customer_id=customer_id,
            by_period=tuple(_statement(self.standing[key]) for key in sorted(self.standing)),
        )


def evolve(spread: Spread, event: FinancialStatementEvent) -> Spread:
    """Return the statements after an event; what is restated takes the earlier one's place."""
    match event:
        case FinancialStatementRecorded() | FinancialStatementRestated():
            return Spread({**spread.standing, (event.as_of, event.period_start): event})
    assert_never(event)


def fact(customer_id: str, spread: Spread) -> Statements:
    """Return what others may know: all periods as they stand."""
    return spread.statements(customer_id)


def _statement(event: FinancialStatementEvent) -> Statement:
    return Statement(
        period_start=event.period_start,
        as_of=event.as_of,
        prepared=event.prepared,
        statement_lines=event.statement_lines,
    )
