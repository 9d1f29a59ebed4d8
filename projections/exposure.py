"""Exposure against capital on a day (集中度): customers, groups, the largest, insiders, industry.

Exposure is the principal that is out.  Of several caps the lowest is named; related parties' credit
is counted net of the cash cover of their limits.  Without capital on record, shares are not known.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from domain.customer_group import CUSTOMER_GROUP
from domain.customer_group.state import fact as group_fact
from domain.facts.facility import FacilityKind
from domain.facts.related import Tie
from domain.labels import Label
from domain.money import Money
from projections.concentration import GROWN, LENT, largest
from projections.exposed import Basis, Exposed, of_customer, of_group, row_of, together
from projections.facilities import FACILITIES
from projections.history import HISTORY, histories
from projections.industries import DRAWN, INDUSTRIES, by_section
from projections.links import LINKS, holding
from projections.loans import LOANS
from projections.policy_book import policy_known
from projections.postings import POSTINGS
from projections.relations import group_of, groups_of
from projections.view import FOREVER, Answer, Parameter, Question, Reader, View, columns

_TOP_TEN: Final = "concentration.top10.loans_to_capital_max"
_LARGE: Final = "large_exposure.report_threshold"


Part = Callable[[Basis, Question], tuple[Sequence[Exposed], str | None]]


def _customers(basis: Basis, question: Question) -> tuple[Sequence[Exposed], str | None]:
    """Return customers with loans, one by one, or the one asked for."""
    if one := question.text("customer_id"):
        return [of_customer(basis, one, basis.owed([one]))], None
    after, limit = question.after or "", question.limit
    ids = basis.reader.keys(LOANS, "customer_id", after=after, limit=limit + 1)
    rows = [of_customer(basis, one, basis.owed([one])) for one in ids[:limit]]
    return rows, ids[limit - 1] if len(ids) > limit else None


def _groups(basis: Basis, question: Question) -> tuple[Sequence[Exposed], str | None]:
    """Return groups that were formed, or the one found around a customer."""
    if one := question.text("customer_id"):
        found = (stream.removeprefix("customer-") for stream in group_of(basis.reader, one))
        return [of_group(basis, one, sorted({one, *found}))], None
    after, limit = question.after or "", question.limit
    if one := question.text("group_id"):
        return [of_group(basis, one, _members(basis.reader, one))], None
    prefix = "customer_group-"
    keys = basis.reader.keys(LINKS, "other", after=f"{prefix}{after}", limit=limit + 1)
    ids = [key.removeprefix(prefix) for key in keys if key.startswith(prefix)]
    rows = [of_group(basis, one, _members(basis.reader, one)) for one in ids[:limit]]
    return rows, ids[limit - 1] if len(ids) > limit else None


def _members(reader: Reader, group_id: str) -> Sequence[str]:
    stream = f"customer_group-{group_id}"
    events: list[Any] = [line.row.event for line in histories(reader, [stream])[stream]]
    known = group_fact(group_id, CUSTOMER_GROUP.fold(events))
    return known.members_on(reader.day) if known else ()


def _top_ten(basis: Basis, _question: Question) -> tuple[Sequence[Exposed], str | None]:
    """Return the ten who owe most, and all of them together."""
    found = largest(basis.reader, basis.currency, count=10)
    rows = [of_customer(basis, who, owed) for who, owed in found]
    ten, owed = [who for who, _ in found], sum(owed.fen for _, owed in found)
    whole = together(ten, Money(owed, basis.currency), basis.named(_TOP_TEN))
    return [*rows, whole], None


def _large(basis: Basis, _question: Question) -> tuple[Sequence[Exposed], str | None]:
    """Return who owes as much as a large exposure."""
    caps = basis.named(_LARGE, tier1=True)
    if not caps:
        return [], None
    least = max(caps[0][0].most.fen, 1)
    found = largest(basis.reader, basis.currency, least=least)
    return [of_customer(basis, who, owed) for who, owed in found], None


def _related(basis: Basis, question: Question) -> tuple[Sequence[Exposed], str | None]:
    """Return the institution's related parties and their groups, and on the last page their sum."""
    reader, after, limit = basis.reader, question.after or "", question.limit
    lines = reader.lines(LINKS, {"tie": Tie.INSIDER.value})
    numbers = sorted({line.row.number for line in lines})
    known = reader.on(FOREVER).lines(LINKS, {"number": numbers}) if numbers else ()
    insiders = {link.other.removeprefix("customer-") for link in holding(known, reader.day)}
    every = sorted(insiders | groups_of(reader, insiders))
    left = [one for one in every if one > after]
    rows = [of_customer(basis, one, basis.owed([one])) for one in left[:limit]]
    if len(left) > limit:
        return rows, left[limit - 1]
    caps = basis.caps(FacilityKind.RELATED_PARTIES)
    return [*rows, together(every, basis.owed(every), caps)], None


def _industry(basis: Basis, _question: Question) -> tuple[Sequence[Exposed], str | None]:
    """Return what is lent to each section of industry; what names none stands under no name."""
    sums = by_section(basis.reader, basis.currency)
    rows = [
        Exposed(name=section, customers=(), exposure=Money(fen, basis.currency))
        for section, fen in sums.items()
    ]
    return rows, None


_PARTS: Final[Mapping[str, Part]] = {
    "customer": _customers,
    "group": _groups,
    "top_ten": _top_ten,
    "large": _large,
    "related": _related,
    "industry": _industry,
}


def _answer(reader: Reader, question: Question) -> Answer:
    book = policy_known(reader).book
    basis = Basis(reader, book, book.capital.on(reader.day))
    rows, cursor = _PARTS[question.text("part") or "customer"](basis, question)
    return Answer(rows=[row_of(basis, row) for row in rows], next=cursor)


EXPOSURE: Final = View(
    name="exposure",
    title=Label("集中度", "exposure against capital"),
    tables=(LOANS, LENT, GROWN, INDUSTRIES, DRAWN, POSTINGS, LINKS, FACILITIES, HISTORY),
    parameters=(
        Parameter(name="part", choices=tuple(_PARTS)),
        Parameter(name="customer_id"),
        Parameter(name="group_id"),
    ),
    columns=columns(
        name="text",
        customers="list",
        exposure="money",
        reserved="money",
        cash_cover="money",
        share="text",
        share_tier1="text",
        most="money",
        parameter="text",
        within="flag",
    ),
    answer=_answer,
)
