"""A bank that lives through acts in any order, and remembers what it was told on the way."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import Any, Final

from attrs import define, field

from adapters.bus import Page
from adapters.problems import Conflict, Unreadable
from adapters.settings import Settings
from adapters.system import System
from adapters.wiring import open_system
from domain.rules import Refused
from tests.laws.acts import Act
from tests.laws.histories import OPENING
from tests.simulation.auditor import Auditor

VIEWS: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    ("trial_balance", {}),
    ("loan_register", {}),
    ("loan_statement", {"loan_id": "L1"}),
)
EVERY = 8  # Acts between two looks at the books.
LATER = datetime(2026, 7, 1, tzinfo=UTC)


@define
class World:
    """The bank, its auditor, and the answers that were given."""

    system: System
    auditor: Auditor = field(factory=Auditor)
    told: list[tuple[str, dict[str, str], Page]] = field(factory=list)

    def live(self, acts: Sequence[Act]) -> None:
        """Send acts, two people in turn; refused ones change nothing."""
        buses = cycle((self.system.bus("zhao"), self.system.bus("qian")))
        for number, (bus, (name, fields)) in enumerate(zip(buses, acts, strict=False)):
            try:
                self.auditor.note(name, fields, bus.run(name, fields))
            except (Refused, Conflict, Unreadable):
                continue
            if number % EVERY == EVERY - 1:
                self.look()

    def look(self) -> None:
        """Read the books, and remember what they say."""
        bus = self.system.bus("auditor")
        for view, query in VIEWS:
            self.told.append((view, query, bus.read(view, query)))

    def again(self, view: str, query: dict[str, str], page: Page) -> Page:
        """Ask again what was asked before, on the same two dates."""
        dates = {"in_effect_on": page.in_effect_on, "known_by": str(page.known_by)}
        return self.system.bus("auditor").read(view, {**query, **dates})

    def rows(self, view: str, **query: Any) -> Sequence[Any]:
        """Return the rows of a view as of now."""
        return self.system.bus("auditor").read(view, query).rows


def world(acts: Sequence[Act]) -> World:
    """Return a bank that has lived through its opening and these acts."""
    clock = iter(LATER + timedelta(minutes=n) for n in range(100_000))
    made = World(open_system(Settings(database=":memory:"), lambda: next(clock)))
    made.live((*OPENING, *acts))
    made.look()
    return made
