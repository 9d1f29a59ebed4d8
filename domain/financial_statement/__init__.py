"""A customer's financial statements (财务报表): what each period brought, cost, and left.

A statement is spread once for a period.  Where its lines change they are restated, and what was
stated before stays on record.  A farm household's lines stand in its economic file.
"""

from typing import Final, get_args

from domain.decider import Decider
from domain.financial_statement import labels, rules
from domain.financial_statement.commands import FinancialStatementCommand
from domain.financial_statement.decisions import decide
from domain.financial_statement.events import FinancialStatementEvent
from domain.financial_statement.state import Spread, evolve, fact

FINANCIAL_STATEMENT: Final[Decider[FinancialStatementCommand, Spread, FinancialStatementEvent]] = (
    Decider(
        category="financial_statement",
        identity="customer_id",
        initial=Spread(),
        decide=decide,
        evolve=evolve,
        commands=get_args(FinancialStatementCommand),
        events=get_args(FinancialStatementEvent),
        fact=fact,
        rules=(rules,),
        labels=labels,
    )
)
