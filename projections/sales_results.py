"""Targets against results (营销业绩), per officer and month.

Results are the leads that the officer converted in the month, and the loans paid out in it to
customers for whose file the officer answered on the day of paying out.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from domain.lead.events import LeadConverted
from domain.loan.facts import Drawn
from domain.money import Money
from domain.recorded import Fact
from domain.responsibility import RESPONSIBILITY
from domain.sales_target import SALES_TARGET, Target
from domain.sales_target.events import SalesTargetSet
from projections.history import HISTORY
from projections.loans import LOANS, loans_of, loans_on
from projections.responsibility import ANSWERS
from projections.roster import Rows, known, roster
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns

_CUSTOMERS_MAX: Final = 10_000


@frozen(kw_only=True)
class Aimed:
    """An officer and a month for which a target was set."""

    target_id: str
    staff_id: str
    month: str


def aimed(fact: Fact, event: SalesTargetSet) -> Iterator[tuple[date, Aimed]]:
    """Yield the target."""
    yield fact.on, Aimed(target_id=fact.id, staff_id=event.staff_id, month=event.month)


AIMED: Final = Lines(
    name="aimed",
    row=Aimed,
    of={SalesTargetSet: aimed},
    by=("target_id", "staff_id", "month"),
)


@frozen(kw_only=True)
class Won:
    """A lead that an officer converted in a month."""

    staff_id: str
    month: str


def won(_fact: Fact, event: LeadConverted) -> Iterator[tuple[date, Won]]:
    """Yield who converted a lead, and in which month."""
    yield event.since, Won(staff_id=event.converted_by, month=event.since.isoformat()[:7])


WON: Final = Lines(name="won", row=Won, of={LeadConverted: won}, by=("staff_id", "month"))


def _answer(reader: Reader, question: Question) -> Answer:
    def rows(names: Sequence[str]) -> Rows:
        for name, target in known(reader, SALES_TARGET, names).items():
            yield name, {"target_id": name, **_row(reader, target)}

    where = question.where("staff_id", "month")
    return roster(reader, question, AIMED, rows, where=where)


def _row(reader: Reader, target: Target) -> dict[str, Any]:
    aim = target.last
    assert aim is not None
    staff_id, month = aim.staff_id, aim.month
    paid = list(_paid_out(reader, staff_id, month, aim.amount.currency))
    return {
        "staff_id": staff_id,
        "month": month,
        "leads": aim.leads,
        "leads_won": len(reader.lines(WON, {"staff_id": staff_id, "month": month})),
        "loans": aim.loans,
        "loans_paid_out": len(paid),
        "amount": str(aim.amount),
        "amount_paid_out": str(sum(paid, Money(0, aim.amount.currency))),
        "set_by": aim.set_by,
    }


def _paid_out(reader: Reader, staff_id: str, month: str, currency: str) -> Iterator[Money]:
    """Yield what was paid out in the month to customers for whom the officer answered then."""
    where = {"staff_id": staff_id}
    files = reader.keys(ANSWERS, "file_id", where=where, limit=_CUSTOMERS_MAX)
    holders = {
        answering.customer_id: answering.holder
        for answering in known(reader, RESPONSIBILITY, files).values()
    }
    for found in loans_on(reader, loans_of(reader, list(holders))):
        if found.loan.for_another:
            continue
        holder = holders[found.loan.begun.customer_id]
        facts = (known_.fact for known_ in found.loan.drawdowns)
        for paid in (fact for fact in facts if isinstance(fact, Drawn)):
            day, amount = paid.value_date, paid.amount
            mine = holder.on(day) == staff_id and day.isoformat()[:7] == month
            if mine and day <= reader.day and amount.currency == currency:
                yield amount


SALES_RESULTS: Final = View(
    name="sales_results",
    title=Label("营销业绩", "sales targets and results"),
    tables=(AIMED, WON, ANSWERS, LOANS, HISTORY),
    parameters=(Parameter(name="staff_id"), Parameter(name="month")),
    columns=columns(
        target_id="text",
        staff_id="text",
        month="text",
        leads="number",
        leads_won="number",
        loans="number",
        loans_paid_out="number",
        amount="money",
        amount_paid_out="money",
        set_by="text",
    ),
    answer=_answer,
)
