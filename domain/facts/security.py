"""What is known of what secures a credit: collateral, pledged rights or a guarantee."""

from collections.abc import Container
from datetime import date

from attrs import frozen

from domain.facts.terms import SecurityWay
from domain.ids import ContractId, CustomerId, StaffId
from domain.money import Money


@frozen
class Binding:
    """For how much of a contract's debt a security stands."""

    contract_id: ContractId
    amount: Money


@frozen(kw_only=True)
class Security:
    """A security, what it is worth, and whether it stands."""

    stream: str  # "collateral-K1" or "guarantee-G1".
    way: SecurityWay
    given_by: CustomerId  # Owner or guarantor.
    contracts: tuple[ContractId, ...]  # The security contracts that bind it.
    value: Money  # As last valued; of a guarantee, its amount.
    counts: Money  # Value times the most that may be lent on it.
    must_register: bool  # The right exists only from registration on.
    registered_on: date | None
    must_be_held: bool  # Its documents or goods are handed over to the institution.
    held: bool
    released_on: date | None
    registered_until: date | None = None  # The last day of the right; None: as long as the debt.
    bindings: tuple[Binding, ...] = ()
    people: tuple[StaffId, ...] = ()  # Who brought it in, and valued it.

    @property
    def customer_id(self) -> CustomerId:
        """Whose its papers are: the owner's or guarantor's."""
        return self.given_by

    @property
    def covers(self) -> bool:
        """Whether it counts for all that it secures, by its last valuation."""
        return sum(each.amount.fen for each in self.bindings) <= self.counts.fen

    def effective(self, day: date) -> bool:
        """Say whether money may be paid out on it: registered and held where it must be."""
        until = self.registered_until
        registered = self.registered_on is not None and (until is None or day <= until)
        return (
            (registered or not self.must_register)
            and (self.held or not self.must_be_held)
            and self.released_on is None
        )

    def bound_for(self, contracts: Container[ContractId]) -> int:
        """Return the fen for which it stands by some contracts."""
        return sum(each.amount.fen for each in self.bindings if each.contract_id in contracts)
