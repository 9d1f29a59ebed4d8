"""The scorecards with every version, and those that ship where the institution has none."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from domain.dated import From
from domain.facts.scorecard import Card, Scorecard
from domain.facts.shipped_cards import SHIPPED_CARDS
from domain.labels import Label
from domain.recorded import Fact
from domain.scorecard.events import ScorecardDefined
from domain.scorecard.state import Versions, evolve, fact
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


def cards_known(reader: Reader) -> Mapping[str, Scorecard]:
    """Return all scorecards as known, whatever day they count from: own before shipped."""
    own = reader.on(FOREVER).keys(SCORECARDS_DEFINED, "scorecard_id", limit=_MOST)
    known = histories(reader, [f"scorecard-{name}" for name in own])
    found = dict(SHIPPED_CARDS)
    for name in own:
        events: list[Any] = [line.row.event for line in known[f"scorecard-{name}"]]
        card = fact(name, reduce(evolve, events, Versions()))
        assert card is not None
        found[name] = card
    return found


def versions_known(reader: Reader, scorecard_id: str) -> Mapping[int, Card]:
    """Return the versions of a scorecard as known, by number; 0 is the one that ships."""
    own, ships = cards_known(reader).get(scorecard_id), SHIPPED_CARDS.get(scorecard_id)
    entries = [entry for card in (ships, own) if card for entry in card.versions.values]
    return {e.value.version: e.value for e in entries if e.value}


def _answer(reader: Reader, question: Question) -> Answer:
    asked = question.text("scorecard_id")
    cards = cards_known(reader)
    rows = [
        _row(card, entry, reader.day)
        for name, card in sorted(cards.items())
        if asked in (None, name)
        for entry in card.versions.values
        if entry.value is not None
    ]
    return Answer(rows=rows)


def _row(card: Scorecard, entry: From[Card | None], day: date) -> dict[str, Any]:
    assert entry.value is not None
    shipped = entry.value.version == 0
    return {
        "scorecard_id": card.scorecard_id,
        "version": entry.value.version,
        "since": None if shipped else plain(entry.day),
        "source": entry.source,
        "shipped": shipped,
        "in_force": card.versions.on(day) == entry.value,
        "customer_kinds": plain(card.customer_kinds),
        "characteristics": plain(entry.value.characteristics),
        "grades": plain(entry.value.grades),
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
