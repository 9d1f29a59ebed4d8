"""The cost of credit as an answer: every measure under its own name."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from adapters.calculations.answer import Answer, Because, Column
from adapters.calculations.labels import label_of
from domain.loan.cost import SOURCES, Flow, Interval, NoRate, cost_of
from domain.loan.plan import Contradiction, Draw, Plan, PlanTerms, make
from domain.money import Money

COLUMNS: Final = tuple(Column(name, str) for name in ("measure", "called", "rate", "source"))
_E6: Final = 10**6  # A percent is so many 1e-8.


@frozen(kw_only=True)
class CostTerms(PlanTerms):
    """The terms of a loan whose plan is weighed against what is paid out."""

    interval: Interval = Interval.MONTHS  # In which the European rule counts first.


@frozen(kw_only=True)
class FlowTerms:
    """Flows that are weighed as they are given."""

    flows: tuple[Draw, ...]  # To the borrower positive, from the borrower negative.
    interval: Interval = Interval.MONTHS


def cost(terms: CostTerms | FlowTerms) -> Answer:
    """Return every measure.  Raises Contradiction where no single rate can be stated."""
    moved = terms.flows if isinstance(terms, FlowTerms) else flows_of(make(terms), terms)
    currencies = sorted({draw.amount.currency for draw in moved})
    if len(currencies) > 1:
        raise Contradiction("flows", f"are in {' and '.join(currencies)}; use one currency")
    return _stated(moved, terms.interval, currencies[0] if currencies else "CNY")


def flows_of(plan: Plan, terms: PlanTerms) -> Sequence[Draw]:
    """Return what a borrower gets and pays by a plan, fees included."""
    kept_back = terms.fee_up_front or Money.zero(plan.drawn.currency)
    paid_out = Draw(value_date=terms.paid_out_on, amount=terms.principal - kept_back)
    rows = (Draw(value_date=row.due_date, amount=-row.instalment) for row in plan.rows)
    return [paid_out, *terms.draws, *rows]


def _stated(moved: Sequence[Draw], interval: Interval, currency: str) -> Answer:
    flows = [Flow(draw.value_date, draw.amount.fen) for draw in moved]
    try:
        costs = cost_of(flows, interval)
    except NoRate as error:
        raise Contradiction("flows", str(error)) from error
    lent = sum(flow.fen for flow in flows if flow.fen > 0)
    paid = -sum(flow.fen for flow in flows if flow.fen < 0)
    rows = [
        {
            "measure": str(found.measure),
            "called": f"{label_of(found.measure).zh} {label_of(found.measure).en}",
            "rate": percent(found.e8),
            "source": found.source,
        }
        for found in costs
    ]
    return Answer(
        whole={
            "lent": Money(lent, currency),
            "paid": Money(paid, currency),
            "cost": Money(paid - lent, currency),
        },
        columns=COLUMNS,
        rows=rows,
        explain=lambda: [
            Because(
                no=no,
                what=row["measure"],
                amount=row["rate"],
                formula=row["called"],
                says="sum of flows, each discounted to the first day, is nought",
                figures=f"{len(flows)} flows; {interval}",
                source=SOURCES[costs[no - 1].measure],
            )
            for no, row in enumerate(rows, start=1)
        ],
        currency=currency,
    )


def percent(e8: int) -> str:
    """Return a rate in 1e-8 as percent with six decimals, as "12.803802%"."""
    sign, size = "-" if e8 < 0 else "", abs(e8)
    return f"{sign}{size // _E6}.{size % _E6:06d}%"
