"""Decisions: record what another system stated about a loan that was taken over from it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from domain.loan.commands import RecordStatement
from domain.loan.events import LoanEvent, LoanTakenOver, StatementRecorded
from domain.loan.rules import (
    AMOUNTS_ARE_STATED_ONCE,
    COMMITMENT_ADDS_UP,
    CURRENCY_IS_THE_LOANS,
    DISBURSED_ADDS_UP,
    LOAN_IS_TAKEN_OVER,
    OBLIGATION_ADDS_UP,
    SOLD_ADDS_UP,
    STATED_IS_NOT_NEGATIVE,
)
from domain.loan.standing import begun, require_not_ahead
from domain.loan.state import Loan
from domain.money import Money
from domain.origin import Finding, Origin
from domain.rules import Rule

# A rule, the amount that is a sum, and the amounts that it is the sum of.
_IDENTITIES: Final[tuple[tuple[Rule, str, tuple[str, ...]], ...]] = (
    (COMMITMENT_ADDS_UP, "original", ("cancelled", "undisbursed", "disbursed")),
    (OBLIGATION_ADDS_UP, "obligation", ("due", "exchange_adjustment")),
    (DISBURSED_ADDS_UP, "disbursed", ("repaid", "due", "sold")),
    (SOLD_ADDS_UP, "sold", ("repaid_third_party", "due_third_party")),
)
_MAY_BE_NEGATIVE: Final = frozenset({"exchange_adjustment"})


def record_statement(command: RecordStatement, loan: Loan | None) -> Sequence[LoanEvent]:
    """Record stated balances as they are; what does not add up becomes a finding.

    () where the last statement known of that day says the same; another one corrects it.
    """
    known = begun(loan)
    LOAN_IS_TAKEN_OVER.require(isinstance(known.begun, LoanTakenOver))
    require_not_ahead(command.as_of, command.today)
    amounts = {stated.name: stated.amount for stated in command.amounts}
    days = {stated.name for stated in command.dates}
    AMOUNTS_ARE_STATED_ONCE.require(
        len(amounts) == len(command.amounts) and len(days) == len(command.dates)
    )
    if _says_the_same(command, known.statements.get(command.as_of)):
        return ()
    recorded = StatementRecorded(
        as_of=command.as_of,
        status=command.status,
        amounts=command.amounts,
        dates=command.dates,
        origin=command.origin,
        findings=tuple(_findings(amounts, known.currency, command.origin)),
    )
    return (recorded,)


def _says_the_same(command: RecordStatement, last: StatementRecorded | None) -> bool:
    return last is not None and (last.status, last.amounts, last.dates) == (
        command.status,
        command.amounts,
        command.dates,
    )


def _findings(amounts: Mapping[str, Money], currency: str, origin: Origin) -> Iterator[Finding]:
    """Yield what does not hold; sums are compared only where all amounts are stated."""
    for name, amount in amounts.items():
        yield from CURRENCY_IS_THE_LOANS.weigh(
            amount.currency == currency, origin, name=name, amount=amount
        )
        yield from STATED_IS_NOT_NEGATIVE.weigh(
            amount.fen >= 0 or name in _MAY_BE_NEGATIVE, origin, name=name, amount=amount
        )
    for rule, whole, parts in _IDENTITIES:
        if {whole, *parts} <= amounts.keys():
            total = sum(amounts[part].fen for part in parts)
            stated = amounts[whole]
            yield from rule.weigh(
                stated.fen == total, origin, stated=stated, sum=Money(total, stated.currency)
            )
