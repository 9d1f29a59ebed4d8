"""What may be asked of a customer's financial statements: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.facts.policy import PolicyBook
from domain.facts.staff import Staff
from domain.facts.statement import Preparation, StatementLines
from domain.fields import looked_up, stamped
from domain.ids import CustomerId, Digest
from domain.party import Party


@frozen(kw_only=True)
class RecordFinancialStatement:
    """Record what a customer's statement says of a period, line by line."""

    customer_id: CustomerId
    period_start: date  # The first day of a month,
    as_of: date  # and the last day of a month: the statement covers both and all between.
    prepared: Preparation
    digest: Digest  # Of the statement as it was received.
    statement_lines: StatementLines
    contradicts: bool = False  # The document itself does not add up: recorded as it stands.
    party: Party | None = looked_up("customer", by="customer_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    book: PolicyBook | None = looked_up("policy", of="book")
    today: date = stamped("today")


@frozen(kw_only=True)
class RestateFinancialStatement:
    """Restate a period from a newer document; what was stated before stays on record."""

    customer_id: CustomerId
    period_start: date
    as_of: date
    prepared: Preparation
    digest: Digest
    statement_lines: StatementLines
    reason: str  # Without personal data.
    contradicts: bool = False
    party: Party | None = looked_up("customer", by="customer_id")
    actor: str = stamped("actor")
    staff: Staff | None = looked_up("staff", by="actor")
    book: PolicyBook | None = looked_up("policy", of="book")
    today: date = stamped("today")


FinancialStatementCommand = RecordFinancialStatement | RestateFinancialStatement
