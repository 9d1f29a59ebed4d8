"""A customer as known so far."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs
from attrs import frozen

from domain.customer.commands import ChangeParticulars, RegisterCustomer
from domain.customer.events import (
    ContactAdded,
    CustomerRegistered,
    DuplicateAbsorbed,
    ErasureRequested,
    HoldPlaced,
    LoanReleased,
    ParticularsChanged,
)
from domain.customer.values import IdentityDocument, Relation
from domain.dated import Dated
from domain.party import Party, Standing


@frozen
class Unknown:
    """Nobody is registered under this number."""


@frozen
class Contact:
    """A contact as added, and the end; None while it lasts."""

    added: ContactAdded
    until: date | None = None


@frozen
class Spell:
    """A relation from a day until another; None while it lasts."""

    since: date
    until: date | None = None


@frozen(kw_only=True)
class Registered:
    """A customer with whom business is done."""

    first: CustomerRegistered
    documents: tuple[IdentityDocument, ...]  # In normal form; those of duplicates included.
    particulars: Mapping[str, Dated[str]]  # By name: "phone", "others.birth_date".
    contacts: Mapping[str, Contact] = attrs.field(factory=dict)
    relations: Mapping[tuple[str, Relation], tuple[Spell, ...]] = attrs.field(factory=dict)
    holds: Mapping[str, HoldPlaced] = attrs.field(factory=dict)
    lifted: frozenset[str] = frozenset()
    request: ErasureRequested | None = None
    open_loans: tuple[str, ...] = ()
    released: Mapping[str, LoanReleased] = attrs.field(factory=dict)
    absorbed: tuple[DuplicateAbsorbed, ...] = ()

    @property
    def duplicates(self) -> tuple[str, ...]:
        """The customers who were merged into this one, those merged into them first."""
        return tuple(name for one in self.absorbed for name in (*one.earlier, one.duplicate_id))

    @property
    def retained_until(self) -> date | None:
        """The last day that a file of an ended loan must be kept; None without such a loan."""
        own = [released.retained_until for released in self.released.values()]
        absorbed = [one.retained_until for one in self.absorbed if one.retained_until]
        return max((*own, *absorbed), default=None)

    def holds_on(self, day: date) -> tuple[str, ...]:
        """Return the numbers of the holds in force on a day; a hold's last day counts."""
        placed = ((name, hold.until) for name, hold in self.holds.items())
        return tuple(
            name
            for name, until in placed
            if name not in self.lifted and (until is None or day <= until)
        )


@frozen
class Merged:
    """A duplicate, as it was, and the customer with whom business goes on."""

    was: Registered
    into_id: str


@frozen
class Erased:
    """A person of whom nothing personal can be read any more."""


Customer = Unknown | Registered | Merged | Erased

UNKNOWN: Final = Unknown()


def fact(customer_id: str, customer: Customer) -> Party | None:
    """Return what others may know of a customer; None where nobody is registered."""
    match customer:
        case Registered():
            return Party(customer_id, Standing.ACTIVE, customer.first.kind, customer.open_loans)
        case Merged(was=was):
            return Party(customer_id, Standing.MERGED, was.first.kind, was.open_loans)
        case Erased():
            return Party(customer_id, Standing.ERASED)
    return None


def stated(
    said: RegisterCustomer | ChangeParticulars | CustomerRegistered | ParticularsChanged,
) -> Mapping[str, str]:
    """Return the particulars that a command or event states, by name; None states nothing."""
    plain = {"name": said.name, "phone": said.phone, "address": said.address}
    others = {f"others.{other.name}": other.value for other in said.others}
    return {name: value for name, value in plain.items() if value is not None} | others
