"""What would change under another version of a scorecard: the whole book, scored again.

Each customer's last rating with the scorecard is scored from its own inputs, under its own
version and under the one asked for.  Its own version gives the same points for ever.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.facts.scorecard import Card
from domain.facts.scoring import score
from domain.labels import Label
from domain.rating.events import CustomerRated
from projections.history import HISTORY
from projections.plain import plain
from projections.ratings import RATINGS_MADE
from projections.scorecards import SCORECARDS_DEFINED, versions_known
from projections.view import (
    Absent,
    Answer,
    Misread,
    Parameter,
    Question,
    Reader,
    View,
    columns,
)


def _answer(reader: Reader, question: Question) -> Answer:
    scorecard_id = question.values["scorecard_id"]
    versions = versions_known(reader, scorecard_id)
    other = _asked(versions, scorecard_id, question.text("version"))
    after, limit = question.after or "", question.limit
    where = {"scorecard_id": scorecard_id}
    found = reader.keys(RATINGS_MADE, "customer_id", where=where, after=after, limit=limit + 1)
    last = _last(reader, found[:limit], where)
    rows = [_row(name, event, versions[event.version], other) for name, event in last.items()]
    return Answer(rows=rows, next=found[limit - 1] if len(found) > limit else None)


def _asked(versions: Mapping[int, Card], scorecard_id: str, version: str | None) -> Card:
    """Return the version that is asked for; the newest where none is."""
    if version is not None and not (version.isascii() and version.isdigit()):
        raise Misread(f"version: {version!r} is no number of a version, like 2")
    number = max(versions, default=0) if version is None else int(version)
    if number not in versions:
        raise Absent(f"there is no version {number} of the scorecard {scorecard_id!r}")
    return versions[number]


def _last(
    reader: Reader, customers: Sequence[str], where: Mapping[str, str]
) -> Mapping[str, CustomerRated]:
    """Return the last rating of each customer with the scorecard, in order of customers."""
    if not customers:
        return {}
    lines = reader.lines(RATINGS_MADE, {**where, "customer_id": customers})
    last: dict[str, Any] = {line.row.customer_id: line.row.event for line in lines}
    return {name: last[name] for name in customers if name in last}


def _row(customer_id: str, event: CustomerRated, own: Card, other: Card) -> dict[str, Any]:
    then, again, now = event, score(own, event.inputs), score(other, event.inputs)
    return {
        "customer_id": customer_id,
        "rated_on": plain(then.rated_on),
        "version": then.version,
        "points": then.points,
        "grade": then.grade,
        "same_again": (again.scored, again.points, again.grade)
        == (then.scored, then.points, then.grade),
        "other_version": other.version,
        "other_points": now.points,
        "other_grade": now.grade,
        "grade_moves": now.grade != then.grade,
    }


RATING_COMPARISON: Final = View(
    name="rating_comparison",
    title=Label("评分卡版本比较", "ratings under another version"),
    tables=(RATINGS_MADE, SCORECARDS_DEFINED, HISTORY),
    parameters=(
        Parameter(name="scorecard_id", required=True, each=(("scorecards", "{}"),)),
        Parameter(name="version"),
    ),
    columns=columns(
        customer_id="text",
        rated_on="date",
        version="number",
        points="number",
        grade="text",
        same_again="flag",
        other_version="number",
        other_points="number",
        other_grade="text",
        grade_moves="flag",
    ),
    answer=_answer,
)
