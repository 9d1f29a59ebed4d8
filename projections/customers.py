"""Customers as known by an index, on a day: the list, and what the card and the files share.

Personal fields are references here.  Whether one stands for nothing is known only once it is
opened, so a particular is the first of its references, the latest first, that has a value.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.customer.events import (
    ContactAdded,
    ContactEnded,
    CustomerErased,
    CustomerMerged,
    CustomerRegistered,
    DocumentAdded,
    DuplicateAbsorbed,
    ParticularsChanged,
)
from domain.customer.values import IdentityDocument
from domain.kinds import CustomerKind
from domain.labels import Label
from domain.party import Standing
from domain.recorded import Fact
from projections.history import HISTORY, Recorded, histories, in_effect
from projections.sealed import FirstOf
from projections.view import Answer, Line, Lines, Question, Reader, View, columns


@frozen(kw_only=True)
class Listed:
    """A customer who was registered."""

    customer_id: str


def listed(fact: Fact, _event: CustomerRegistered) -> Iterator[tuple[date, Listed]]:
    """Yield the customer, from the day of the first particulars."""
    yield fact.on, Listed(customer_id=fact.id)


CUSTOMERS: Final = Lines(
    name="customer", row=Listed, of={CustomerRegistered: listed}, by=("customer_id",)
)


@frozen(kw_only=True)
class CustomerOn:
    """A customer on a day, as known by an index."""

    customer_id: str
    day: date
    first: CustomerRegistered
    lines: Sequence[Line[Recorded]]  # Of the history, that count on or before the day.

    def events(self, *kinds: type) -> list[Any]:
        """Return the events of these classes, in order of knowing."""
        return [line.row.event for line in self.lines if isinstance(line.row.event, kinds)]

    @property
    def kind(self) -> CustomerKind:
        """What kind of customer it is."""
        return self.first.kind

    @property
    def standing(self) -> Standing:
        """Whether business can be done."""
        if self.events(CustomerErased):
            return Standing.ERASED
        return Standing.MERGED if self.merged_into else Standing.ACTIVE

    @property
    def merged_into(self) -> str | None:
        """The customer with whom business goes on; None where it goes on with this one."""
        merged = self.events(CustomerMerged)
        return merged[-1].into_id if merged else None

    def contacts(self) -> list[ContactAdded]:
        """Return the contacts on the day; one that ended and was added again is the one added."""
        standing: dict[str, ContactAdded] = {}
        for event in self.events(ContactAdded, ContactEnded):
            if isinstance(event, ContactAdded):
                standing[event.contact_id] = event
            else:
                standing.pop(event.contact_id, None)
        return list(standing.values())

    def particular(self, name: str) -> FirstOf:
        """Return name, phone or address: what holds on the day."""
        return FirstOf(tuple(getattr(event, name) for event in self._stated()))

    @property
    def document(self) -> IdentityDocument | None:
        """The first identity document, its number sealed; None where there is none."""
        added = self.events(DocumentAdded, DuplicateAbsorbed)
        later = [d for e in added for d in getattr(e, "documents", None) or [e.document]]
        return self.first.document or next(iter(later), None)

    @property
    def number(self) -> FirstOf:
        """The number of that document."""
        return FirstOf((self.document.number,) if self.document else ())

    def others(self) -> Mapping[str, FirstOf]:
        """Return the particulars under names of the institution's own."""
        said: dict[str, list[str]] = {}
        for event in self._stated():
            for other in event.others:
                said.setdefault(other.name, []).append(other.value)
        return {name: FirstOf(tuple(values)) for name, values in sorted(said.items())}

    def _stated(self) -> list[Any]:
        """Return what was said of particulars: the latest day first, of one the later known."""
        said = enumerate(self.events(CustomerRegistered, ParticularsChanged))
        latest = sorted(said, key=lambda each: (each[1].since, each[0]), reverse=True)
        return [event for _, event in latest]


def customers_on(reader: Reader, customer_ids: Collection[str]) -> Iterator[CustomerOn]:
    """Yield the customers of these numbers that are there on the day, in the order given."""
    known = histories(reader, [f"customer-{customer_id}" for customer_id in customer_ids])
    for customer_id in customer_ids:
        history = known[f"customer-{customer_id}"]
        first: Any = history[0].row.event if history else None
        if isinstance(first, CustomerRegistered) and first.since <= reader.day:
            yield CustomerOn(
                customer_id=customer_id,
                day=reader.day,
                first=first,
                lines=in_effect(history, reader.day),
            )


def _answer(reader: Reader, question: Question) -> Answer:
    after, limit = question.after or "", question.limit
    ids = reader.keys(CUSTOMERS, "customer_id", after=after, limit=limit + 1)
    rows = [_row(customer) for customer in customers_on(reader, ids[:limit])]
    return Answer(rows=rows, next=ids[limit - 1] if len(ids) > limit else None)


def _row(customer: CustomerOn) -> dict[str, Any]:
    return {
        "customer_id": customer.customer_id,
        "kind": customer.kind.value,
        "standing": customer.standing.value,
        "merged_into": customer.merged_into,
        "name": customer.particular("name"),
        "since": customer.first.since.isoformat(),
    }


CUSTOMER_LIST: Final = View(
    name="customers",
    title=Label("客户名册", "customers"),
    tables=(CUSTOMERS, HISTORY),
    columns=columns(
        customer_id="text",
        kind="text",
        standing="text",
        merged_into="text",
        name="text",
        since="date",
    ),
    answer=_answer,
)
