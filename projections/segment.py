"""The customers whom a segmentation rule finds (目标客户筛选), on a day, as known by an index.

The rule looks at the kind of customer and at how they stand with us as borrowers, so that a list
can be drawn again later, from the same two dates, and is then the same.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from domain.campaign.commands import Lending, Segment
from domain.customer.events import CustomerErased, CustomerMerged, CustomerRegistered
from domain.kinds import CustomerKind
from domain.labels import Label
from domain.loan.events import LoanCancelled, LoanReopened, LoanSettled
from projections.customers import CUSTOMERS
from projections.history import HISTORY, histories, in_effect
from projections.loans import LOANS
from projections.roster import Rows, roster
from projections.view import Answer, Parameter, Question, Reader, View, columns

_ANYONE: Final = Segment(name="any", version="1", kinds=(), lending=Lending.ANY)


def members(
    reader: Reader, rule: Segment, names: Sequence[str], last: int | None = None
) -> Iterator[tuple[str, CustomerKind, Lending]]:
    """Yield the customers of these whom the rule finds, with what it looked at.

    last is the last index counted (None: all that is known).
    """
    known = histories(reader, [f"customer-{name}" for name in names], last=last)
    lending = _lending(reader, names, last)
    for name in names:
        events: list[Any] = [
            line.row.event for line in in_effect(known[f"customer-{name}"], reader.day)
        ]
        if not events or not isinstance(events[0], CustomerRegistered):
            continue
        gone = any(isinstance(event, CustomerErased | CustomerMerged) for event in events)
        kind, stands = events[0].kind, lending.get(name, Lending.NONE)
        if (
            not gone
            and (not rule.kinds or kind in rule.kinds)
            and rule.lending in (Lending.ANY, stands)
        ):
            yield name, kind, stands


def _lending(reader: Reader, names: Sequence[str], last: int | None) -> dict[str, Lending]:
    """Return how borrowers stand; who has one open loan is an open borrower."""
    begun = reader.lines(LOANS, {"customer_id": names}, last=last)
    streams = {f"loan-{line.row.loan_id}": line.row.customer_id for line in begun}
    stands: dict[str, Lending] = {}
    for stream, history in histories(reader, list(streams), last=last).items():
        customer, ended = streams[stream], False
        for line in in_effect(history, reader.day):
            if isinstance(line.row.event, LoanSettled | LoanCancelled):
                ended = True
            elif isinstance(line.row.event, LoanReopened):
                ended = False
        if customer is not None and stands.get(customer) is not Lending.OPEN:
            stands[customer] = Lending.PAST if ended else Lending.OPEN
    return stands


def _answer(reader: Reader, question: Question) -> Answer:
    kind, lending = question.text("kind"), question.text("lending")
    rule = Segment(
        name=_ANYONE.name,
        version=_ANYONE.version,
        kinds=(CustomerKind(kind),) if kind else (),
        lending=Lending(lending) if lending else Lending.ANY,
    )

    def rows(names: Sequence[str]) -> Rows:
        for name, found, stands in members(reader, rule, names):
            yield name, {"customer_id": name, "kind": found.value, "lending": stands.value}

    return roster(reader, question, CUSTOMERS, rows)


SEGMENT: Final = View(
    name="segment",
    title=Label("目标客户筛选", "customers of a segment"),
    tables=(CUSTOMERS, LOANS, HISTORY),
    parameters=(
        Parameter(name="kind", choices=tuple(kind.value for kind in CustomerKind)),
        Parameter(name="lending", choices=tuple(lending.value for lending in Lending)),
    ),
    columns=columns(customer_id="text", kind="text", lending="text"),
    answer=_answer,
)
