"""The shape of every view: dated lines that events add, and questions answered from them.

A line is a pure function of one event, with the day that it counts from and the log index at which
it became known; it is never changed.  What held on a day, as known by an index, is whatever the
lines up to both say: their list, their sums, or a fold of them.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Generic, NewType, Protocol, TypeVar

from attrs import field, frozen

from domain.calendar import WorkingCalendar
from domain.labels import Label
from domain.recorded import Fact
from projections.ends import Ends
from projections.walk import Walk

Row = TypeVar("Row")
Event = NewType("Event", object)  # A column that holds an event; it is kept with its name.
EVERY: Final = object  # As an event class in Lines.of: every event that is not named itself.
FOREVER: Final = date(2199, 12, 31)  # The last day that a caller can name.
Texts = Mapping[str, str]  # Columns and the text that each has.
NOTHING: Final[Texts] = MappingProxyType({})

Place = tuple[int, int]  # Log index and number within the event: the order of lines.


@frozen
class Line(Generic[Row]):
    """A row with its place: known from `index` on, in effect from `on` on."""

    index: int
    no: int  # From 0 within its event.
    on: date
    row: Row


@frozen(kw_only=True)
class Totals:
    """Sums that must be quick for any two dates."""

    by: tuple[str, ...]  # Text columns.
    sums: tuple[str, ...]  # Columns of whole numbers.


@frozen(kw_only=True, eq=False)
class Lines(Generic[Row]):
    """A table of dated lines: which rows each event adds, each with its own effective day."""

    name: str
    row: type[Row]  # A frozen class; its fields are the columns.
    of: Mapping[type, Callable[[Fact, Any], Iterable[tuple[date, Row]]]]
    by: tuple[str, ...]  # Columns by which lines are found, those with the fewest lines first.
    totals: Totals | None = None
    ends: Ends | None = None  # None: no line ends another.


class Reader(Protocol):
    """The lines in effect on a day, as known by a log index."""

    @property
    def day(self) -> date:
        """The day on which lines are in effect."""

    @property
    def known_by(self) -> int:
        """The index of the last record counted."""

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days, as announced."""

    def on(self, day: date) -> "Reader":
        """Return the same knowledge on another day."""

    def lines(
        self,
        table: Lines[Row],
        where: Mapping[str, str | Collection[str]],
        *,
        after: Place | None = None,
        last: int | None = None,
        limit: int | None = None,
        standing: bool = False,
    ) -> Sequence[Line[Row]]:
        """Return lines in order of knowing, whose columns have a value or one of several.

        Of those after a place, up to a last index; standing: of those that no later line ends.
        """

    def keys(
        self, table: Lines[Any], column: str, *, where: Texts = NOTHING, after: str = "", limit: int
    ) -> Sequence[str]:
        """Return the different texts of a column in order, those after one."""

    def walked(self, table: Lines[Row], starts: Collection[str], walk: Walk) -> Sequence[Line[Row]]:
        """Return the lines that lead on from some texts, however far, in order of knowing."""

    def totals(
        self, table: Lines[Any], *, where: Texts = NOTHING, largest: int | None = None
    ) -> Sequence[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Return the sums of a table's totals: (texts, sums), in order of the texts.

        where names texts that are wanted; largest only so many, the greatest first sum first.
        """


@frozen(kw_only=True)
class Parameter:
    """What a question may name."""

    name: str
    kind: str = "text"  # text; day; from or to: a moment, as the first or last index within it.
    required: bool = False
    choices: tuple[str, ...] = ()  # () for any text.
    each: tuple[tuple[str, str], ...] = ()  # All values: first columns of views, each in a form.


@frozen(kw_only=True)
class Column:
    """What an answer holds of each row."""

    name: str
    kind: str = "text"  # text, date, moment, money, number, flag, list or map.


@frozen(kw_only=True)
class Question:
    """What is asked of a view, beside the two dates."""

    values: Mapping[str, Any] = field(factory=dict)  # By parameter; what is not asked is missing.
    limit: int = 100
    after: str | None = None

    def text(self, name: str) -> str | None:
        """Return what a text parameter asks for; None where it asks for nothing."""
        return self.values.get(name)

    def where(self, *names: str) -> Mapping[str, str]:
        """Return which of these columns must have the value asked for."""
        return {name: self.values[name] for name in names if name in self.values}


@frozen(kw_only=True)
class Answer:
    """Rows of plain values, which may hold references and FirstOf, and where to go on."""

    rows: Sequence[Mapping[str, Any]]
    next: str | None = None  # None: there is no more.


class Absent(Exception):
    """What the question names is not there on these dates."""


class Misread(Exception):
    """A cursor or a parameter does not have the form that the view gives."""


@frozen(kw_only=True)
class View:
    """A question that can be asked on any two dates."""

    name: str
    title: Label
    tables: tuple[Lines[Any], ...]
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...]
    answer: Callable[[Reader, Question], Answer]
    every_day: bool = False  # Without a day asked for, what counts from any day is in the answer.


def columns(**kinds: str) -> tuple[Column, ...]:
    """Return columns of the kinds named, in order."""
    return tuple(Column(name=name, kind=kind) for name, kind in kinds.items())


def place_of(cursor: str | None) -> Place | None:
    """Return the place that a cursor like "17.2" names; Misread for another form."""
    if cursor is None:
        return None
    index, _, no = cursor.partition(".")
    if not (index.isascii() and index.isdigit() and no.isascii() and no.isdigit()):
        raise Misread(f"after: {cursor!r} is no place like 17.2")
    return int(index), int(no)


def page_of_lines(lines: Sequence[Line[Row]], limit: int) -> tuple[Sequence[Line[Row]], str | None]:
    """Return at most limit of the lines, and the cursor for the rest; None where there is none."""
    kept = lines[:limit]
    return kept, f"{kept[-1].index}.{kept[-1].no}" if len(lines) > limit else None
