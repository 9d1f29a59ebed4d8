"""How a customer behaves (客户行为特征分析): figures by period, and the signs in them.

Every figure is counted from recorded acts and says how; `records` names each act that counts.
Signs look back over a window that ends on the day; figures are of whole months, quarters or years,
the newest PERIODS_MAX of them, the last up to the day.

Source: the institution's own; from when a figure is a sign says its policy (bank.behaviour.…).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final

from domain.calendar.months import months_after
from domain.facility import FACILITY
from domain.facility.events import FacilityGranted
from domain.facility.state import Granted
from domain.facts.ratios import shown
from domain.labels import Label
from projections.application import APPLICATIONS
from projections.behaviour.acts import TOUCHED, acts_of
from projections.behaviour.figures import COMPUTED, Act, Figure, How, standing, value_of
from projections.behaviour.repaying import loan_acts
from projections.behaviour.signs import WINDOW, Observed, Sign, Use, signs_of
from projections.facilities import FACILITIES
from projections.history import HISTORY, Recorded, histories, in_effect
from projections.loans import LOANS
from projections.policy_book import policy_known
from projections.service_requests import REQUESTS
from projections.view import Answer, Line, Parameter, Question, Reader, View, columns

PERIODS_MAX: Final = 12
_DAY: Final = timedelta(days=1)
_MONTHS: Final[Mapping[str, int]] = {"month": 1, "quarter": 3, "year": 12}

By = Mapping[Figure, Sequence[Act]]
Limits = Mapping[str, Sequence[Line[Recorded]]]
Rows = Iterator[dict[str, Any]]


def _answer(reader: Reader, question: Question) -> Answer:
    customer_id = question.values["customer_id"]
    acts = [*loan_acts(reader, customer_id), *acts_of(reader, customer_id)]
    known = [act for act in standing(acts) if act.on <= reader.day]
    limits = _limits(reader, customer_id)
    if not known:
        return Answer(rows=[])
    months = _MONTHS[question.text("period_length") or "quarter"]
    periods = list(_periods(min(act.on for act in known), reader.day, months))
    rows = [*_signs(reader, known, limits), *_figures(known, limits, periods)]
    return Answer(rows=[{"customer_id": customer_id, **row} for row in rows])


def _by(acts: Sequence[Act], first: date, last: date) -> By:
    found: dict[Figure, list[Act]] = defaultdict(list)
    for act in acts:
        if first <= act.on <= last:
            found[act.figure].append(act)
    return found


def _periods(first: date, day: date, months: int) -> Iterator[tuple[date, date]]:
    """Yield the first and last days of the newest periods up to a day, the oldest first."""
    begins = date(day.year, (day.month - 1) // months * months + 1, 1)
    starts = [months_after(begins, -months * back, 1) for back in range(PERIODS_MAX)]
    for start in reversed(starts):
        last = months_after(start, months, 1) - _DAY
        if last >= first:
            yield start, min(last, day)


def _figures(acts: Sequence[Act], limits: Limits, periods: Sequence[tuple[date, date]]) -> Rows:
    shown_at_all = {act.figure for act in acts}
    by_period = {period: _by(acts, *period) for period in periods}
    for figure, (how, says) in COMPUTED.items():
        for (start, last), by in by_period.items():
            use = _use(limits, last) if figure is Figure.USE_OF_LIMIT else None
            value, records = _value(figure, how, by.get(figure, ()), use)
            if value is not None and (figure in shown_at_all or use is not None):
                yield _row("figure", figure.value, f"{start}/{last}") | {
                    "value": value,
                    "says": says,
                    "records": records,
                }


def _value(
    figure: Figure, how: How, acts: Sequence[Act], use: Use | None
) -> tuple[str | None, list[str]]:
    """Return a figure of a period with its records; None where there is nothing to say."""
    if use is not None:
        return shown(use.share), list(use.records)
    if not acts:
        return ("0" if how is How.COUNT else None), []
    return value_of(figure, acts), list(dict.fromkeys(act.record for act in acts))


def _signs(reader: Reader, acts: Sequence[Act], limits: Limits) -> Rows:
    book, day = policy_known(reader).book, reader.day
    first = months_after(day, -book.count(WINDOW, day), day.day) + _DAY
    observed = Observed(
        book=book,
        day=day,
        recent=_by(acts, first, day),
        ever=_by(acts, date.min, day),
        use=_use(limits, day),
    )
    for sign in signs_of(observed):
        yield _row(sign.part, sign.name, f"{first}/{day}") | _told(sign)


def _told(sign: Sign) -> dict[str, Any]:
    return {
        "value": sign.value,
        "says": sign.says,
        "setting": f"{sign.setting.parameter} {sign.setting.setting}",
        "source": sign.setting.source,
        "records": list(sign.records),
    }


def _row(part: str, figure: str, period: str) -> dict[str, Any]:
    names = (column.name for column in BEHAVIOUR.columns if column.name != "customer_id")
    return {**dict.fromkeys(names), "part": part, "figure": figure, "period": period}


def _limits(reader: Reader, customer_id: str) -> Limits:
    lines = reader.lines(FACILITIES, {"customer_id": customer_id})
    return histories(reader, sorted({f"facility-{line.row.facility_id}" for line in lines}))


def _use(limits: Limits, day: date) -> Use | None:
    """Return the use of the limits that stand under no other of the customer's; None of none."""
    stood = {stream: in_effect(lines, day) for stream, lines in limits.items()}
    states = {stream: _granted(lines) for stream, lines in stood.items()}
    known = {stream: state for stream, state in states.items() if state is not None}
    tops = [s for s, state in known.items() if f"facility-{state.granted.parent_id}" not in known]
    limit = sum(known[stream].limit.fen for stream in tops)
    if not limit:
        return None
    used = sum(known[stream].used.fen for stream in tops)
    records = tuple(f"{stream}@{stood[stream][-1].row.version}" for stream in tops)
    return Use(share=Fraction(used, limit), records=records)


def _granted(lines: Sequence[Line[Recorded]]) -> Granted | None:
    events: list[Any] = [line.row.event for line in lines]
    return FACILITY.fold(events) if events and isinstance(events[0], FacilityGranted) else None


BEHAVIOUR: Final = View(
    name="behaviour",
    title=Label("客户行为特征分析", "how a customer behaves"),
    tables=(HISTORY, LOANS, REQUESTS, APPLICATIONS, FACILITIES, TOUCHED),
    parameters=(
        Parameter(name="customer_id", required=True),
        Parameter(name="period_length", choices=tuple(_MONTHS)),
    ),
    columns=columns(
        customer_id="text",
        part="text",
        figure="text",
        period="text",
        value="text",
        says="text",
        setting="text",
        source="text",
        records="list",
    ),
    answer=_answer,
)
