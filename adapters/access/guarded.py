"""A bus that asks the policies before it does anything."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import evolve, frozen

from adapters.access.caller import EVERYWHERE, VIEWS, Caller, Decision, Question
from adapters.bus import Bus, Outcome, Page
from adapters.intake import command_spec
from adapters.problems import Forbidden
from adapters.telemetry.commands import Sent
from domain.catalogue import DECIDER_OF
from projections.catalogue import VIEWS as CATALOGUE

_STREAMS: Final = ("stream", "file_id")  # Columns that name a stream as it is.

Decide = Callable[[Question], Decision]
Home = Callable[[str], str | None]  # Stream -> the branch that recorded it first; None: of none.


@frozen(kw_only=True)
class GuardedBus:
    """The bus of one caller, for the branch that the caller acts for."""

    caller: Caller
    acting: str | None
    bus_of: Callable[[tuple[str, ...]], Bus]  # The policies that decided stand in the record.
    decide: Decide
    home: Home
    turned_away: Callable[[Sent, Exception], None]

    def run(
        self,
        name: str,
        fields: Mapping[str, Any],
        *,
        key: str | None = None,
        expected: int | None = None,
    ) -> Outcome:
        """Run a command where the policies permit it; Forbidden, and nothing is recorded, else."""
        try:
            policies = self._permitted(self._question(name, fields))
        except Exception as error:
            self.turned_away(Sent(name=name, key=key or "", actor=self.caller.name), error)
            raise
        return self.bus_of(policies).run(name, fields, key=key, expected=expected)

    def _question(self, name: str, fields: Mapping[str, Any]) -> Question:
        spec = command_spec(name)
        stream = f"{spec.decider.category}-{fields.get(spec.decider.identity)}"
        return Question(
            caller=self.caller, action=name, acting=self.acting, home=self._home_of(stream)
        )

    def read(self, view: str, query: Mapping[str, str], *, purpose: str | None = None) -> Page:
        """Answer a view where the policies permit it, with the rows that are in scope."""
        asked = Question(caller=self.caller, action=f"{VIEWS}.{view}", acting=self.acting)
        named = [self._home_of(stream) for stream in _streams(query)]
        for branch in named:
            self._permitted(evolve(asked, home=branch))
        known = CATALOGUE.get(view)
        tells_all = not named and known is not None and not _has_objects(known.columns)
        policies = self._permitted(evolve(asked, whole=tells_all))
        page = self.bus_of(policies).read(view, query, purpose=purpose)
        if named or EVERYWHERE in self.caller.scope:
            return page
        return evolve(page, rows=tuple(row for row in page.rows if self._in_scope(row)))

    def _permitted(self, asked: Question) -> tuple[str, ...]:
        """Return the policies that permit it; Forbidden where none does or one forbids."""
        decision = self.decide(asked)
        if not decision.allowed:
            why = f"forbidden by {', '.join(decision.policies)}" if decision.policies else ""
            raise Forbidden(asked.action, why or "no policy permits it to your roles")
        return decision.policies

    def _in_scope(self, row: Mapping[str, Any]) -> bool:
        """Tell whether a row is about objects of branches in scope, or of the head office."""
        homes = [self._home_of(stream) for stream in _streams(row)]
        return bool(homes) and all(home is None or self.caller.covers(home) for home in homes)

    def _home_of(self, stream: str) -> str | None:
        return self.home(stream)


def _streams(named: Mapping[str, Any]) -> Iterator[str]:
    """Yield the streams that a row or a query names by its columns."""
    for name, value in named.items():
        if isinstance(value, str) and value:
            if name in _STREAMS:
                yield value
            elif (category := name.removesuffix("_id")) != name and category in DECIDER_OF:
                yield f"{category}-{value}"


def _has_objects(columns: Sequence[Any]) -> bool:
    return any(True for _ in _streams({column.name: "x" for column in columns}))
