"""How one application was priced (利率测算): base rate, steps, and what it was found from."""

from typing import Any, Final

from domain.labels import Label
from projections.application import APPLICATIONS, application_on
from projections.history import HISTORY
from projections.plain import plain
from projections.view import Answer, Parameter, Question, Reader, View, columns


def _answer(reader: Reader, question: Question) -> Answer:
    one = application_on(reader, question.values["application_id"])
    found = one.state.priced
    if found is None:
        return Answer(rows=[])
    steps: list[dict[str, Any]] = [{"item": "base", "adds": 0, "rate_yearly": found.priced.base}]
    steps += [{"item": s.item, "adds": s.adds, "rate_yearly": None} for s in found.priced.steps]
    steps.append({"item": "priced", "adds": 0, "rate_yearly": found.priced.rate_yearly})
    rest = {
        "inputs": plain(found.inputs),
        "scorecard": found.scorecard,
        "source": found.source,
        "priced_by": found.priced_by,
        "on": plain(found.on),
        "application_id": one.application_id,
    }
    return Answer(rows=[{**plain(step), **rest} for step in steps])


APPLICATION_PRICE: Final = View(
    name="application_price",
    title=Label("利率测算", "pricing of an application"),
    tables=(APPLICATIONS, HISTORY),
    parameters=(Parameter(name="application_id", required=True, each=(("applications", "{}"),)),),
    columns=columns(
        item="text",
        adds="number",
        rate_yearly="text",
        inputs="map",
        scorecard="text",
        source="text",
        priced_by="text",
        on="date",
        application_id="text",
    ),
    answer=_answer,
)
