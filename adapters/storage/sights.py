"""What each person sees today, kept while nothing is new."""

from collections.abc import Callable
from datetime import date

from attrs import define, field

from adapters.sight import EVERYTHING, Sight
from adapters.storage.journal import Journal
from adapters.storage.views import ViewStore
from adapters.whose import customer_of
from domain.staff import STAFF, Person
from projections.connected_customers import CONNECTED_CUSTOMERS


@define
class Sights:
    """Sights of the staff of one institution."""

    journal: Journal
    views: ViewStore
    _kept: dict[str, tuple[tuple[int, date], Sight]] = field(factory=dict, init=False)
    _customers: dict[str, str] = field(factory=dict, init=False)  # By stream.

    def of(self, actor: str, today: Callable[[], date]) -> Sight:
        """Return what an actor sees: not the files of customers with whom they are connected.

        Who declared none is asked no further.
        """
        person: Person = self.journal.state_of(STAFF, actor)
        if not person.connected:
            return EVERYTHING
        at = self.journal.head(), today()
        kept = self._kept.get(actor)
        if kept is None or kept[0] != at:
            kept = self._kept[actor] = at, self._sight(actor, at[1])
        return kept[1]

    def _sight(self, actor: str, today: date) -> Sight:
        rows = self.views.rows(CONNECTED_CUSTOMERS, {"staff_id": actor}, self.journal, today)
        return Sight(frozenset(row["stream"] for row in rows), self.customer_of)

    def customer_of(self, stream: str) -> str | None:
        """Return the customer whom a stream is about; None where it is about none.

        That never changes, so it is looked for once.
        """
        if stream not in self._customers:
            customer = customer_of(stream, self.journal.first)
            if customer is None:
                return None
            self._customers[stream] = customer
        return self._customers[stream]
