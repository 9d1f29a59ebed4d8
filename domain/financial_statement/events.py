"""What has happened to a customer's financial statements: the contract with history."""

from datetime import date

from attrs import frozen

from domain.facts.policy import Setting
from domain.facts.statement import Preparation, StatementLines
from domain.ids import Digest
from domain.origin import Finding


@frozen(kw_only=True)
class FinancialStatementRecorded:
    """A period was stated for the first time."""

    period_start: date
    as_of: date
    prepared: Preparation
    digest: Digest
    statement_lines: StatementLines
    findings: tuple[Finding, ...]  # What does not add up, and warnings.
    settings: tuple[Setting, ...]  # That the warnings were judged by.


@frozen(kw_only=True)
class FinancialStatementRestated:
    """A period was stated anew."""

    period_start: date
    as_of: date
    prepared: Preparation
    digest: Digest
    statement_lines: StatementLines
    reason: str
    findings: tuple[Finding, ...]
    settings: tuple[Setting, ...]


FinancialStatementEvent = FinancialStatementRecorded | FinancialStatementRestated
