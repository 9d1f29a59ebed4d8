"""What is known of a customer's economy: the figures of the economic file as it stands."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from domain.ids import CustomerId
from domain.kinds import CustomerKind
from domain.money import Money


class Opinion(StrEnum):
    """What the village, or those who trade with a customer, say of them (村评)."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


@frozen(kw_only=True)
class Economy:
    """The newest figures of an economic file; one is None while its section is not on file.

    The farm household is the unit: its members' figures are added up.  Amounts are of one
    currency.
    """

    customer_id: CustomerId
    kind: CustomerKind
    household_size: int | None  # People who live on it; of an enterprise, whom it employs.
    labour: int | None  # Those of them who can work.
    assets: Money | None  # Everything owned, at the value stated.
    debts: Money | None  # What is still owed to all creditors.
    shares: Money | None  # Of the assets: what is paid up in this institution.
    net_income: Money | None  # Last year's actual: income less costs over all lines.
    expected_income: Money | None  # The same, as expected of this year.
    spending: Money | None  # A year's household or private spending.
    disposable: Money | None  # A year's net income less spending and what falls due on debts.
    opinion: Opinion | None
    complete: bool  # Every item that this kind of file must hold is there.
    missing_items: tuple[str, ...]  # Items that are not.
    refreshed_on: date | None  # The day of the newest section.

    @property
    def net_assets(self) -> Money | None:
        """What is owned less what is owed."""
        if self.assets is None or self.debts is None:
            return None
        return self.assets - self.debts
