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
from domain.money import Money
from domain.recorded import Fact
from domain.sales_target import SALES_TARGET, Target
from domain.sales_target.events import SalesTargetSet
from projections.entrusted_loans import FOR_ANOTHER
from projections.history import HISTORY
from projections.loans import BEGUN, LOANS
from projections.paid_out import PAID, paid_on
from projections.responsibility import ANSWERS, holders_of
from projections.roster import Rows, known, roster
from projections.view import FOREVER, Answer, Lines, Parameter, Question, Reader, View, columns


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

    lead_id: str
    staff_id: str
    month: str


def won(fact: Fact, event: LeadConverted) -> Iterator[tuple[date, Won]]:
    """Yield who converted a lead, and in which month."""
    month = event.since.isoformat()[:7]
    yield event.since, Won(lead_id=fact.id, staff_id=event.converted_by, month=month)


WON: Final = Lines(
    name="won", row=Won, of={LeadConverted: won}, by=("lead_id", "staff_id", "month")
)


Payments = Sequence[tuple[str, Money]]  # The month, and how much.


def _answer(reader: Reader, question: Question) -> Answer:
    known_of: dict[str, Payments] = {}  # By officer: they have a target for every month.

    def rows(names: Sequence[str]) -> Rows:
        for name, target in known(reader, SALES_TARGET, names).items():
            staff_id = target.last.staff_id
            if staff_id not in known_of:
                known_of[staff_id] = list(_paid_out(reader, staff_id))
            yield name, {"target_id": name, **_row(reader, target, known_of[staff_id])}

    where = question.where("staff_id", "month")
    return roster(reader, question, AIMED, rows, where=where)


def _row(reader: Reader, target: Target, payments: Payments) -> dict[str, Any]:
    aim = target.last
    assert aim is not None
    staff_id, month, currency = aim.staff_id, aim.month, aim.amount.currency
    paid = [each for on, each in payments if on == month and each.currency == currency]
    return {
        "staff_id": staff_id,
        "month": month,
        "leads": aim.leads,
        "leads_won": len(reader.lines(WON, {"staff_id": staff_id, "month": month})),
        "loans": aim.loans,
        "loans_paid_out": len(paid),
        "amount": str(aim.amount),
        "amount_paid_out": str(sum(paid, Money(0, currency))),
        "set_by": aim.set_by,
    }


def _paid_out(reader: Reader, staff_id: str) -> Iterator[tuple[str, Money]]:
    """Yield what was paid out of our own money to customers whom the officer answered for then."""
    holders = holders_of(reader, staff_id)
    begun = reader.lines(LOANS, {"customer_id": list(holders), "mark": BEGUN}) if holders else ()
    whose = {line.row.loan_id: str(line.row.customer_id) for line in begun}
    if not whose:
        return
    others = reader.on(FOREVER).lines(FOR_ANOTHER, {"loan_id": list(whose)})
    ours = whose.keys() - {line.row.loan_id for line in others}
    for paid in paid_on(reader, list(ours)) if ours else ():
        if holders[whose[paid.row.loan_id]].on(paid.on) == staff_id:
            yield paid.on.isoformat()[:7], paid.row.amount


SALES_RESULTS: Final = View(
    name="sales_results",
    title=Label("营销业绩", "sales targets and results"),
    tables=(AIMED, WON, ANSWERS, LOANS, FOR_ANOTHER, PAID, HISTORY),
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
