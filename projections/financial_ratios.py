"""Financial statements of a customer, periods side by side: lines, ratios, and where they go."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from typing import Any, Final

from domain.facts.ratios import SAYS, SOURCE, Ratio, expense_of, ratios_of, shown, trend
from domain.facts.statement import Statement, StatementLines, Statements
from domain.financial_statement.events import (
    FinancialStatementEvent,
    FinancialStatementRestated,
)
from domain.financial_statement.state import Spread, evolve
from domain.labels import Label
from domain.money import Money
from projections.history import HISTORY, histories, in_effect
from projections.view import Answer, Parameter, Question, Reader, View, columns

NOT_DEFINED: Final = "not_defined"
_STATEMENTS: Final = "会计法 第13条, 企业会计准则第30号"
_LINES: Final[Mapping[str, Callable[[StatementLines], Money | None]]] = {
    "total_assets": lambda lines: lines.balance_sheet.total_assets,
    "total_liabilities": lambda lines: lines.balance_sheet.total_liabilities,
    "equity": lambda lines: lines.balance_sheet.equity,
    "revenue": lambda lines: lines.income_statement.revenue,
    "expense": lambda lines: Money(expense_of(lines), lines.income_statement.revenue.currency),
    "profit_total": lambda lines: lines.income_statement.profit_total,
    "average_cash": lambda lines: lines.average_cash,
}


def _answer(reader: Reader, question: Question) -> Answer:
    customer_id = question.values["customer_id"]
    stream = f"financial_statement-{customer_id}"
    known = in_effect(histories(reader, [stream])[stream], reader.day)
    events: list[Any] = [line.row.event for line in known]
    if not events:
        return Answer(rows=[])
    spread = reduce(evolve, events, Spread())
    rows = _rows(spread.statements(customer_id), list(spread.standing.values()))
    return Answer(rows=[{"customer_id": customer_id, **row} for row in rows])


def _rows(of: Statements, standing: Sequence[FinancialStatementEvent]) -> Iterator[dict[str, Any]]:
    by_end = {(e.as_of, e.period_start): e for e in standing}
    events = {_period(s): by_end[s.as_of, s.period_start] for s in of.by_period}
    yield _row("prepared", {p: e.prepared.value for p, e in events.items()})
    again = {p: isinstance(e, FinancialStatementRestated) for p, e in events.items()}
    yield _row("stated_anew", {p: "yes" if restated else "no" for p, restated in again.items()})
    found = {p: ", ".join(f.rule for f in e.findings) for p, e in events.items()}
    yield _row("findings", found)
    for name, line in _LINES.items():
        amounts = {_period(s): line(s.statement_lines) for s in of.by_period}
        values = {p: None if a is None else Fraction(a.fen) for p, a in amounts.items()}
        said = {p: str(amount) for p, amount in amounts.items() if amount is not None}
        yield _row(name, said, trend=_trend(of, values), source=_STATEMENTS)
    ratios = {_period(s): ratios_of(s, of) for s in of.by_period}
    for ratio in Ratio:
        quotients = {p: values[ratio] for p, values in ratios.items()}
        shown_as = {p: NOT_DEFINED if q is None else shown(q) for p, q in quotients.items()}
        yield _row(
            ratio.value,
            shown_as,
            says=SAYS[ratio],
            source=f"{SOURCE}; four decimals, half up",
            trend=_trend(of, quotients),
        )


def _trend(of: Statements, values: Mapping[str, Fraction | None]) -> str:
    """Return where values go over the periods that are as long as the newest."""
    months = of.by_period[-1].months
    alike = [_period(s) for s in of.by_period if s.months == months]
    return trend([values[period] for period in alike]).value


def _period(statement: Statement) -> str:
    return f"{statement.period_start}/{statement.as_of}"


def _row(figure: str, values: Mapping[str, str], **more: str) -> dict[str, Any]:
    return {
        "figure": figure,
        "says": more.get("says"),
        "source": more.get("source"),
        "values": dict(values),
        "trend": more.get("trend"),
    }


FINANCIAL_RATIOS: Final = View(
    name="financial_ratios",
    title=Label("财务比率", "financial ratios"),
    tables=(HISTORY,),
    parameters=(Parameter(name="customer_id", required=True, each=(("customers", "{}"),)),),
    columns=columns(
        customer_id="text",
        figure="text",
        says="text",
        source="text",
        values="map",
        trend="text",
    ),
    answer=_answer,
)
