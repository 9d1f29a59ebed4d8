"""Decisions about what another system stated of a loan that was taken over from it."""

from collections.abc import Sequence

from domain.loan.commands import RecordStatement
from domain.loan.events import LoanEvent, LoanTakenOver, StatementRecorded
from domain.loan.opening import known, not_ahead
from domain.loan.rules import (
    LOAN_IS_TAKEN_OVER,
    STATED_DISBURSED_ADDS_UP,
    STATED_IS_NOT_NEGATIVE,
    STATED_OBLIGATION_ADDS_UP,
    STATED_ORIGINAL_ADDS_UP,
    STATED_SOLD_ADDS_UP,
)
from domain.loan.state import Loan
from domain.origin import Finding
from domain.rules import Rule

# A whole, and the parts that should add up to it, by the names of the stated amounts.
_IDENTITIES: tuple[tuple[Rule, str, tuple[str, ...]], ...] = (
    (STATED_ORIGINAL_ADDS_UP, "original", ("cancelled", "undisbursed", "disbursed")),
    (STATED_OBLIGATION_ADDS_UP, "obligation", ("due", "exchange_adjustment")),
    (STATED_DISBURSED_ADDS_UP, "disbursed", ("repaid", "due", "sold")),
    (STATED_SOLD_ADDS_UP, "sold", ("repaid_third_party", "due_third_party")),
)
_SIGNED = "exchange_adjustment"  # The one balance that may be below zero.


def state_balances(command: RecordStatement, loan: Loan | None) -> Sequence[LoanEvent]:
    """Record stated balances; of two statements for one day, the later known counts."""
    loan = known(loan)
    LOAN_IS_TAKEN_OVER.require(isinstance(loan.begun, LoanTakenOver))
    not_ahead(command.as_of, command.today)
    stated = StatementRecorded(
        as_of=command.as_of,
        status=command.status,
        amounts=command.amounts,
        dates=command.dates,
        origin=command.origin,
        findings=_findings(command),
    )
    return () if loan.statements.get(command.as_of) == stated else (stated,)


def _findings(command: RecordStatement) -> tuple[Finding, ...]:
    stated = {row.name: row.amount.fen for row in command.amounts}
    found: list[Finding] = []
    for rule, whole, parts in _IDENTITIES:
        if whole in stated and all(part in stated for part in parts):
            added = sum(stated[part] for part in parts)
            holds = stated[whole] == added
            found += rule.weigh(holds, command.origin, stated=stated[whole], added=added)
    for name, fen in stated.items():
        found += STATED_IS_NOT_NEGATIVE.weigh(
            fen >= 0 or name == _SIGNED, command.origin, name=name, stated=fen
        )
    return tuple(found)
