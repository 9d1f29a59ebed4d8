"""What may be asked of an economic file: the contract with callers."""

from datetime import date

from attrs import frozen

from domain.economic_file.values import Sections
from domain.facts.policy import PolicyBook
from domain.facts.staff import Staff
from domain.fields import looked_up, stamped
from domain.ids import CustomerId, StaffId
from domain.origin import Origin
from domain.party import Party


@frozen(kw_only=True)
class RecordSections:
    """Record what was found out about a customer's economy, section by section."""

    customer_id: CustomerId
    sections: Sections
    since: date  # The day on which it was found so.
    investigators: tuple[StaffId, ...]
    people: tuple[Staff, ...] | None = looked_up("staff", by="investigators")
    customer: Party | None = looked_up("customer", by="customer_id")
    book: PolicyBook | None = looked_up("policy", of="book")
    actor: str = stamped("actor")  # Who collected it.
    staff: Staff | None = looked_up("staff", by="actor")
    today: date = stamped("today")


@frozen(kw_only=True)
class TakeOverEconomicFile:
    """Take over an economic file as another system had it."""

    customer_id: CustomerId
    sections: Sections
    since: date
    origin: Origin
    customer: Party | None = looked_up("customer", by="customer_id")
    book: PolicyBook | None = looked_up("policy", of="book")
    today: date = stamped("today")


EconomicFileCommand = RecordSections | TakeOverEconomicFile
