"""A bus that asks the policies before it does anything."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from attrs import evolve, frozen

from adapters.access.caller import EVERYWHERE, VIEWS, Caller, Decision, Question
from adapters.bus import Bus, Outcome, Page
from adapters.intake import command_spec
from adapters.named import stream_of, streams_in
from adapters.problems import Forbidden
from adapters.sight import Sight
from adapters.telemetry.commands import Sent
from projections.catalogue import VIEWS as CATALOGUE

# What somebody says of themselves, the customers with whom they are connected among it.
_OWN: Final = "staff"

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
    sight: Sight  # What the caller sees; the bus behind leaves the rest out of its answers.
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
            caller=self.caller,
            action=name,
            acting=self.acting,
            home=self._home_of(stream),
            connected=spec.decider.category != _OWN
            and self.sight.hides({**fields, "stream": stream}),
        )

    def read(self, view: str, query: Mapping[str, str], *, purpose: str | None = None) -> Page:
        """Answer a view where the policies permit it, with the rows that are in scope."""
        asked = Question(
            caller=self.caller,
            action=f"{VIEWS}.{view}",
            acting=self.acting,
            purpose=query.get("purpose"),
        )
        named = [self._home_of(stream) for stream in streams_in(query)]
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
        homes = [self._home_of(stream) for stream in streams_in(row)]
        return bool(homes) and all(home is None or self.caller.covers(home) for home in homes)

    def _home_of(self, stream: str) -> str | None:
        return self.home(stream)


def _has_objects(columns: Sequence[Any]) -> bool:
    return any(stream_of(column.name, "x") for column in columns)
