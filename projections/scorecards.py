"""The scorecards with every version, and those that ship where the institution has none."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.facts.scorecard import Card
from domain.facts.scoring import holding
from domain.facts.shipped_cards import SHIPPED_CARDS
from domain.kinds import CustomerKind
from domain.labels import Label
from domain.recorded import Fact
from domain.scorecard.events import ScorecardDefined, ScorecardRevised
from domain.scorecard.state import Versions, card_of, evolve, fact
from projections.history import HISTORY, histories
from projections.plain import plain
from projections.view import FOREVER, Answer, Lines, Parameter, Question, Reader, View, columns


@frozen(kw_only=True)
class Defined:
    """A scorecard of the institution's own."""

    scorecard_id: str


def defined(of: Fact, _event: ScorecardDefined) -> Iterator[tuple[date, Defined]]:
    """Yield the scorecard, from the first day of its first version."""
    yield of.on, Defined(scorecard_id=of.id)


SCORECARDS_DEFINED: Final = Lines(
    name="scorecard", row=Defined, of={ScorecardDefined: defined}, by=("scorecard_id",)
)
_MOST: Final = 1000


def _history(reader: Reader, asked: str | None = None) -> Mapping[str, Sequence[Any]]:
    """Return what happened to the institution's own scorecards, whatever day it counts from."""
    own = reader.on(FOREVER).keys(SCORECARDS_DEFINED, "scorecard_id", limit=_MOST)
    names = [name for name in own if asked in (None, name)]
    known = histories(reader, [f"scorecard-{name}" for name in names])
    return {name: [line.row.event for line in known[f"scorecard-{name}"]] for name in names}


def versions_known(reader: Reader, scorecard_id: str) -> Mapping[int, Card]:
    """Return every version that a scorecard ever had, by number; 0 is the one that ships."""
    events = _history(reader, scorecard_id).get(scorecard_id, ())
    ships = SHIPPED_CARDS.get(scorecard_id)
    cards = [e.value for e in ships.versions.values if e.value] if ships else []
    return {card.version: card for card in (*cards, *map(_card, _versions(events)))}


def _versions(events: Sequence[Any]) -> Sequence[ScorecardDefined | ScorecardRevised]:
    return [e for e in events if isinstance(e, ScorecardDefined | ScorecardRevised)]


def _card(event: ScorecardDefined | ScorecardRevised) -> Card:
    return card_of(event, event.version if isinstance(event, ScorecardRevised) else 1)


def _answer(reader: Reader, question: Question) -> Answer:
    asked = question.text("scorecard_id")
    own = _history(reader, asked)
    rows: list[dict[str, Any]] = []
    for name in sorted({*SHIPPED_CARDS, *own} if asked is None else {asked}):
        rows += _rows(name, own.get(name, ()), reader.day)
    return Answer(rows=rows)


def _rows(name: str, events: Sequence[Any], day: date) -> Iterator[dict[str, Any]]:
    """Yield every version of a scorecard, the one that ships first."""
    card, ships = fact(name, reduce(evolve, events, Versions())), SHIPPED_CARDS.get(name)
    held = holding(name, card, day)
    in_force = held.versions.on(day) if held else None
    if ships:
        (entry,) = ships.versions.values
        assert entry.value is not None
        row = _row(name, entry.value, ships.customer_kinds, in_force)
        yield {**row, "since": None, "source": entry.source}
    for event in _versions(events):
        assert card is not None
        row = _row(name, _card(event), card.customer_kinds, in_force)
        yield {**row, "since": plain(event.since), "source": event.source}


def _row(
    name: str, card: Card, kinds: Sequence[CustomerKind], in_force: Card | None
) -> dict[str, Any]:
    return {
        "scorecard_id": name,
        "version": card.version,
        "since": None,
        "source": None,
        "shipped": card.version == 0,
        "in_force": card == in_force,
        "customer_kinds": plain(tuple(kinds)),
        "characteristics": plain(card.characteristics),
        "grades": plain(card.grades),
    }


SCORECARDS: Final = View(
    name="scorecards",
    title=Label("评分卡", "scorecards"),
    tables=(SCORECARDS_DEFINED, HISTORY),
    parameters=(Parameter(name="scorecard_id"),),
    columns=columns(
        scorecard_id="text",
        version="number",
        since="date",
        source="text",
        shipped="flag",
        in_force="flag",
        customer_kinds="list",
        characteristics="list",
        grades="list",
    ),
    answer=_answer,
)
