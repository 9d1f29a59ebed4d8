"""Applications for credit as known by an index: what the views of them share."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.archive.state import File
from domain.archive.state import evolve as evolve_archive
from domain.archive.state import fact as papers_in
from domain.checklist.state import Checklist
from domain.checklist.state import evolve as evolve_checklist
from domain.credit_application.checklist import Item, items, required
from domain.credit_application.events import CreditApplicationSubmitted
from domain.credit_application.state import CreditApplication, evolve, fact
from domain.facts.application import Application
from domain.facts.papers import Paper
from domain.product.state import Product
from domain.product.state import evolve as evolve_product
from domain.recorded import Fact
from domain.terms import Terms
from projections.history import Recorded, histories, in_effect
from projections.policy_book import policy_known
from projections.view import Absent, Line, Lines, Reader

_ALARM: Final = "bank.admission.expiry_alarm_days"


@frozen(kw_only=True)
class TakenIn:
    """An application that was taken in; the application itself says how far it has come."""

    application_id: str
    customer_id: str
    unit_id: str
    taken_by: str


def taken_in(fact: Fact, event: CreditApplicationSubmitted) -> Iterator[tuple[date, TakenIn]]:
    """Yield the application under its customer, unit and officer."""
    yield (
        fact.on,
        TakenIn(
            application_id=fact.id,
            customer_id=event.customer_id,
            unit_id=event.unit_id,
            taken_by=event.taken_by,
        ),
    )


APPLICATIONS: Final = Lines(
    name="credit_application",
    row=TakenIn,
    of={CreditApplicationSubmitted: taken_in},
    by=("application_id", "customer_id", "taken_by", "unit_id"),
)


@frozen(kw_only=True)
class ApplicationOn:
    """An application on a day, as known by an index."""

    application_id: str
    state: CreditApplication
    lines: Sequence[Line[Recorded]]  # Of its history, that count on or before the day.
    known: Application


def applications_on(reader: Reader, numbers: Collection[str]) -> Iterator[ApplicationOn]:
    """Yield the applications of these numbers that were made by the day, in the order given."""
    found = histories(reader, [f"credit_application-{number}" for number in numbers])
    for number in numbers:
        lines = in_effect(found[f"credit_application-{number}"], reader.day)
        state: CreditApplication = reduce(
            evolve, [_event(line) for line in lines], CreditApplication()
        )
        if known := fact(number, state):
            yield ApplicationOn(application_id=number, state=state, lines=lines, known=known)


def application_on(reader: Reader, number: str) -> ApplicationOn:
    """Return the application of a number; Absent where none was made by the day."""
    for one in applications_on(reader, [number]):
        return one
    where = f"on {reader.day}, as known by {reader.known_by}"
    raise Absent(f"there is no application {number!r} {where}")


def papers_on(reader: Reader, file_ids: Sequence[str]) -> Mapping[str, Sequence[Paper]]:
    """Return file -> the papers that stood in it on a day."""
    known = histories(reader, [f"archive-{file_id}" for file_id in file_ids])
    return {file_id: _standing(known[f"archive-{file_id}"], reader.day) for file_id in file_ids}


def checklist_on(reader: Reader, one: ApplicationOn) -> Sequence[Item]:
    """Return the state of each paper that an application must bring, on a day."""
    alarm = policy_known(reader).book.count(_ALARM, reader.day)
    files = papers_on(reader, one.known.archives)
    papers = [paper for found in files.values() for paper in found]
    return items(_required(reader, one.known), papers, reader.day, alarm)


def _required(reader: Reader, known: Application) -> Sequence[Any]:
    asked, product = (
        f"checklist-{known.customer_kind.value}",
        f"product-{known.terms.product_id}",
    )
    found = histories(reader, [asked, product])
    checklist: Checklist = reduce(evolve_checklist, map(_event, found[asked]), Checklist())
    lent: Product = reduce(evolve_product, map(_event, found[product]), Product())
    offered: Terms | None = lent.terms.on(reader.day)
    return required(checklist.documents, offered, reader.day)


def _standing(lines: Sequence[Line[Recorded]], day: date) -> Sequence[Paper]:
    events = [_event(line) for line in in_effect(lines, day)]
    return papers_in("", reduce(evolve_archive, events, File()))


def _event(line: Line[Recorded]) -> Any:
    return line.row.event
