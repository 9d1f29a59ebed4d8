"""The plan of a loan as an answer, and why each of its figures is what it is."""

from collections.abc import Iterator
from typing import Final

from adapters.calculations.answer import Answer, Because, columns_of, row_of
from domain.loan.plan import Piece, Plan, PlanRow, PlanTerms, make
from domain.loan.plan.formulae import LEVEL, Formula
from domain.money import Money

_FIELDS: Final = columns_of(PlanRow, instalment=Money)
_LAST: Final = ("closing", "balloon")  # After all that is asked for.
COLUMNS: Final = tuple(sorted(_FIELDS, key=lambda column: column.name in _LAST))
_WHOLE: Final = ("drawn", "deducted", "payment", "residue", "interest", "total")


def schedule(terms: PlanTerms) -> Answer:
    """Return the plan of these terms.  Raises Contradiction where they allow none."""
    return plan_answer(make(terms))


def plan_answer(plan: Plan) -> Answer:
    """Return a plan as an answer."""
    dates = {"maturity": plan.maturity, "unannounced_from": plan.unannounced_from}
    return Answer(
        whole={**{name: getattr(plan, name) for name in _WHOLE}, **dates},
        columns=COLUMNS,
        rows=[row_of(COLUMNS, row) for row in plan.rows],
        explain=lambda: [why for row in plan.rows for why in _row(row)],
        currency=plan.drawn.currency,
    )


def _row(row: PlanRow) -> Iterator[Because]:
    yield _because(row, "interest", row.by_interest, interest_figures(row.pieces))
    figures = f"{row.opening.number} + {row.drawn.number} - {row.principal.number}"
    figures = f"B = {figures} = {row.closing.number}"
    if row.by_principal is LEVEL:
        figures = f"A - I = {(row.principal + row.interest).number} - {row.interest.number}"
    yield _because(row, "principal", row.by_principal, figures)


def _because(row: PlanRow, what: str, formula: Formula, figures: str) -> Because:
    return Because(
        no=row.no,
        what=what,
        amount=getattr(row, what).number,
        formula=f"{formula.zh} {formula.en}",
        says=formula.says,
        figures=figures,
        source=formula.source,
    )


def interest_figures(pieces: tuple[Piece, ...]) -> str:
    """Return the figures that interest comes from: balance, rate and part of a year."""
    return " + ".join(f"{p.balance.number} x {p.rate} x {p.over}/{p.of}" for p in pieces)
