"""The calculations that are offered: one description, from which every face is derived."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Final

from attrs import evolve, frozen

from adapters.calculations.accrue import COLUMNS as ACCRUED
from adapters.calculations.accrue import accrued
from adapters.calculations.answer import Answer, Column
from adapters.calculations.cost import COLUMNS as COSTS
from adapters.calculations.cost import CostTerms, FlowTerms, cost
from adapters.calculations.labels import labelled
from adapters.calculations.schedule import COLUMNS as ROWS
from adapters.calculations.schedule import schedule
from adapters.codec import make_converter, read
from adapters.describe import Input, inputs
from adapters.problems import Unknown, Unreadable
from domain.labels import Label
from domain.loan.accrual import AccrueTerms
from domain.loan.plan import PlanTerms


@frozen(kw_only=True, slots=False)
class Calculation:
    """A calculation: what it is called, what it is given, what it answers."""

    name: str
    label: Label
    summary: str
    kinds: tuple[type, ...]  # The classes that its terms may be read as.
    columns: tuple[Column, ...]
    run: Callable[[Any], Answer]  # Raises Contradiction.
    drawn: bool = False  # A picture can be drawn of it.

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """All that can be given; what only one of the kinds needs is not required."""
        found: dict[str, Input] = {}
        for kind in self.kinds:
            for part in self.inputs_of(kind):
                found.setdefault(part.name, part)
        always = set.intersection(
            *({part.name for part in inputs(kind) if part.required} for kind in self.kinds)
        )
        return tuple(evolve(part, required=name in always) for name, part in found.items())

    def inputs_of(self, kind: type) -> tuple[Input, ...]:
        """Return what terms of one class are given by."""
        return tuple(map(labelled, inputs(kind)))

    def kind_of(self, fields: Mapping[str, Any]) -> type:
        """Return the class that some fields speak of: the one that knows most of them."""
        known = [{part.name for part in inputs(kind)} for kind in self.kinds]
        most = max(range(len(known)), key=lambda k: (len(known[k] & fields.keys()), -k))
        return self.kinds[most]

    def read(self, fields: Any) -> Any:
        """Return the terms that some fields say; Unreadable with a sentence for each problem."""
        if not isinstance(fields, Mapping):
            raise Unreadable(("expected an object",))
        return read(CONVERTER, fields, self.kind_of(fields))

    def answer(self, fields: Any) -> Answer:
        """Return the answer to some fields; raises Unreadable or Contradiction."""
        return self.run(self.read(fields))


CONVERTER: Final = make_converter()
CALCULATIONS: Final[Mapping[str, Calculation]] = {
    calculation.name: calculation
    for calculation in (
        Calculation(
            name="schedule",
            label=Label("还款计划试算", "plan of repayment"),
            summary="Calculate the plan of a loan, or of many.",
            kinds=(PlanTerms,),
            columns=ROWS,
            run=schedule,
            drawn=True,
        ),
        Calculation(
            name="accrue",
            label=Label("计息试算", "accrual of interest"),
            summary="Calculate interest, penalty and compound interest over an interval.",
            kinds=(AccrueTerms,),
            columns=ACCRUED,
            run=accrued,
        ),
        Calculation(
            name="cost",
            label=Label("综合融资成本", "cost of credit"),
            summary="Calculate what credit costs in a year, by every measure.",
            kinds=(CostTerms, FlowTerms),
            columns=COSTS,
            run=cost,
        ),
    )
}


def calculation_named(name: str) -> Calculation:
    """Return the calculation of that name; Unknown, with what there is, for another."""
    if name not in CALCULATIONS:
        raise Unknown(f"there is no calculation {name!r}; there is {', '.join(CALCULATIONS)}")
    return CALCULATIONS[name]
