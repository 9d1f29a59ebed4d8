"""Who answered for a file from when to when, and the files that an officer answers for on a day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any, Final

from attrs import frozen

from domain.dated import Dated
from domain.labels import Label
from domain.recorded import Fact
from domain.responsibility import RESPONSIBILITY, Answering
from domain.responsibility.events import ResponsibilityAssigned, ResponsibilityMoved
from projections.history import HISTORY
from projections.roster import Rows, known, roster
from projections.view import FOREVER, Answer, Lines, Parameter, Question, Reader, View, columns

_DAY: Final = timedelta(days=1)


@frozen(kw_only=True)
class Answers:
    """A file, and somebody who answered for it at some time."""

    file_id: str
    staff_id: str
    customer_id: str | None  # None where it moved: whose it is was said before.


def answers(
    fact: Fact, event: ResponsibilityAssigned | ResponsibilityMoved
) -> Iterator[tuple[date, Answers]]:
    """Yield who answers for a file from a day on."""
    customer_id = getattr(event, "customer_id", None)
    yield fact.on, Answers(file_id=fact.id, staff_id=event.staff_id, customer_id=customer_id)


ANSWERS: Final = Lines(
    name="responsibility",
    row=Answers,
    of={ResponsibilityAssigned: answers, ResponsibilityMoved: answers},
    by=("file_id", "staff_id"),
)


def holders_of(reader: Reader, staff_id: str) -> Mapping[str, Dated[str]]:
    """Return who answers from when on for each customer for whom somebody ever answered.

    Of several files of a customer the last in order of their numbers says it.
    """
    every = reader.on(FOREVER)
    files = sorted({line.row.file_id for line in every.lines(ANSWERS, {"staff_id": staff_id})})
    holders: dict[str, Dated[str]] = {}
    whose: dict[str, str] = {}
    for line in every.lines(ANSWERS, {"file_id": files}) if files else ():
        row = line.row
        holders[row.file_id] = holders.get(row.file_id, Dated()).turned(line.on, row.staff_id)
        whose[row.file_id] = row.customer_id or whose[row.file_id]
    return {whose[file_id]: holders[file_id] for file_id in sorted(holders)}


def _periods(file_id: str, answering: Answering) -> Iterator[dict[str, Any]]:
    """Yield who answered, the first first; the last day is included."""
    entries = answering.holder.values
    for entry, following in zip_longest(entries, entries[1:]):
        yield {
            "file_id": file_id,
            "customer_id": answering.customer_id,
            "staff_id": entry.value,
            "since": entry.day.isoformat(),
            "until": (following.day - _DAY).isoformat() if following else None,
            "source": entry.source,
        }


def _of_file(reader: Reader, question: Question) -> Answer:
    file_id = question.values["file_id"]
    (answering,) = known(reader, RESPONSIBILITY, [file_id]).values()
    return Answer(rows=list(_periods(file_id, answering)))


def _portfolio(reader: Reader, question: Question) -> Answer:
    staff_id = question.values["staff_id"]

    def rows(names: Sequence[str]) -> Rows:
        for file_id, answering in known(reader, RESPONSIBILITY, names).items():
            yield file_id, _held(file_id, answering, staff_id, reader.day)

    return roster(reader, question, ANSWERS, rows, where={"staff_id": staff_id})


def _held(file_id: str, answering: Answering, staff_id: str, day: date) -> Mapping[str, Any] | None:
    entry = answering.holder.entry(day)
    if entry is None or entry.value != staff_id:
        return None
    return {
        "file_id": file_id,
        "customer_id": answering.customer_id,
        "since": entry.day.isoformat(),
        "source": entry.source,
    }


RESPONSIBILITIES: Final = View(
    name="responsibility",
    title=Label("经办责任", "who answers for a file"),
    tables=(HISTORY,),
    parameters=(
        Parameter(
            name="file_id",
            required=True,
            each=(
                ("customers", "customer-{}"),
                ("loan_register", "loan-{}"),
                ("entrusted_loans", "loan-{}"),
            ),
        ),
    ),
    columns=columns(
        file_id="text",
        customer_id="text",
        staff_id="text",
        since="date",
        until="date",
        source="text",
    ),
    answer=_of_file,
)
PORTFOLIO: Final = View(
    name="portfolio",
    title=Label("管户清单", "files of an officer"),
    tables=(ANSWERS, HISTORY),
    parameters=(Parameter(name="staff_id", required=True, each=(("staff_list", "{}"),)),),
    columns=columns(file_id="text", customer_id="text", since="date", source="text"),
    answer=_portfolio,
)
