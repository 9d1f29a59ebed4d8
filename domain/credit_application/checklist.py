"""Whether an application's papers are complete: what is in, missing, run out or running out.

Source: the checklist of the kind of customer, what the product asks of an application, and the
signed application itself.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from attrs import frozen

from domain.dated import Dated
from domain.facts.papers import Paper, best
from domain.kinds import DocumentKind
from domain.terms import Terms


class PaperState(StrEnum):
    """Whether a paper that is asked for is there."""

    FILED = "filed"
    EXPIRING = "expiring"  # There, and runs out soon.
    EXPIRED = "expired"
    MISSING = "missing"


@frozen(kw_only=True)
class Item:
    """A paper that is asked for, and what stands in its place."""

    kind: DocumentKind
    state: PaperState
    paper: Paper | None

    @property
    def lacks(self) -> bool:
        """Whether the customer has to bring it."""
        return self.state in (PaperState.MISSING, PaperState.EXPIRED)


def required(
    checklist: Dated[tuple[DocumentKind, ...]] | None, offered: Terms | None, day: date
) -> tuple[DocumentKind, ...]:
    """Return what an application must bring on a day, each once; None asks for nothing more."""
    of_kind = (checklist.on(day) if checklist else None) or ()
    of_product = offered.application_documents if offered else ()
    return tuple(dict.fromkeys((DocumentKind.LOAN_APPLICATION, *of_kind, *of_product)))


def items(
    asked: Iterable[DocumentKind], papers: Sequence[Paper], day: date, alarm_days: int
) -> Sequence[Item]:
    """Return the state of each paper asked for; it runs out soon within the days of alarm."""
    return [_item(kind, best(papers, kind), day, alarm_days) for kind in asked]


def lacking(found: Iterable[Item]) -> tuple[DocumentKind, ...]:
    """Return what the customer has to bring."""
    return tuple(item.kind for item in found if item.lacks)


def _item(kind: DocumentKind, paper: Paper | None, day: date, alarm_days: int) -> Item:
    if paper is None:
        state = PaperState.MISSING
    elif not paper.valid_on(day):
        state = PaperState.EXPIRED
    elif not paper.valid_on(day + timedelta(days=alarm_days + 1)):
        state = PaperState.EXPIRING
    else:
        state = PaperState.FILED
    return Item(kind=kind, state=state, paper=paper)
