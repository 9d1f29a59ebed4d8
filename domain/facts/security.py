"""What is known of what secures a credit: collateral, pledged rights or a guarantee."""

from datetime import date

from attrs import frozen

from domain.facts.terms import SecurityWay
from domain.ids import ContractId, CustomerId
from domain.money import Money


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

    @property
    def customer_id(self) -> CustomerId:
        """Whose its papers are: the owner's or guarantor's."""
        return self.given_by

    @property
    def effective(self) -> bool:
        """Whether money may be paid out on it: registered and held where it must be."""
        registered = self.registered_on is not None or not self.must_register
        return registered and (self.held or not self.must_be_held) and self.released_on is None
