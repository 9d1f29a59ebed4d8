"""What a rating is made from, as it is on record.

Every figure is kept, whether the card looks at it or not, so that other versions can be tried.

Source: the facts that the figures are taken from; ratios: domain/facts/ratios.py.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from domain.facts.economy import Economy, Opinion
from domain.facts.inquiry import Inquiries
from domain.facts.ratios import Ratio, ratios_of
from domain.facts.scorecard import Figure
from domain.facts.scoring import Judged, Known, ScoreInputs
from domain.facts.statement import Statements
from domain.money import Money

Quotients = Mapping[Figure, Fraction | None]

_OPINIONS: Final = {Opinion.GOOD: 3, Opinion.FAIR: 2, Opinion.POOR: 1}
_RATIOS: Final = {Figure(ratio.value): ratio for ratio in Ratio if ratio.value in {*Figure}}


def inputs_of(
    economy: Economy | None,
    statements: Statements | None,
    inquiries: Inquiries | None,
    judged: tuple[Judged, ...],
) -> ScoreInputs:
    """Return every figure as it is on record, and what was judged."""
    found: dict[Figure, Fraction | None] = dict.fromkeys(Figure)
    found.update(_of_economy(economy) if economy else {})
    found.update(_of_statements(statements) if statements else {})
    found.update(_of_report(inquiries) if inquiries else {})
    known = tuple(
        Known(figure, None if quotient is None else str(quotient))
        for figure, quotient in found.items()
    )
    return ScoreInputs(measured=known, judged=judged)


def _of_economy(economy: Economy) -> Quotients:
    return {
        Figure.HOUSEHOLD_SIZE: _number(economy.household_size),
        Figure.LABOUR: _number(economy.labour),
        Figure.ASSETS: _yuan(economy.assets),
        Figure.NET_ASSETS: _yuan(economy.net_assets),
        Figure.SHARES: _yuan(economy.shares),
        Figure.NET_INCOME: _yuan(economy.net_income),
        Figure.EXPECTED_INCOME: _yuan(economy.expected_income),
        Figure.DISPOSABLE: _yuan(economy.disposable),
        Figure.OPINION: _number(_OPINIONS[economy.opinion] if economy.opinion else None),
    }


def _of_statements(statements: Statements) -> Quotients:
    if (newest := statements.newest) is None:
        return {}
    ratios = ratios_of(newest, statements)
    revenue = _yuan(newest.statement_lines.income_statement.revenue)
    return {Figure.REVENUE: revenue, **{figure: ratios[r] for figure, r in _RATIOS.items()}}


def _of_report(inquiries: Inquiries) -> Quotients:
    if (report := inquiries.report) is None:
        return {}
    return {
        Figure.OPEN_LOANS: _number(report.open_loans),
        Figure.OVERDUE_LOANS: _number(report.overdue_loans),
        Figure.GUARANTEES: _number(report.guarantees),
    }


def _number(count: int | None) -> Fraction | None:
    return None if count is None else Fraction(count)


def _yuan(amount: Money | None) -> Fraction | None:
    return None if amount is None else Fraction(amount.fen, 100)
