"""The register of approvals (审批台账): one row a file, from its first review on.

A page narrowed by outcome or to overdue reviews looks at SCAN_MAX files at most and may be short.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.approval import APPROVAL
from domain.approval.events import (
    ApplicationReviewed,
    CreditApproved,
    CreditDeclined,
    Escalated,
    ExpertOpinionAttached,
    FastTrackGranted,
    MotionPut,
)
from domain.approval.state import Case, outcome_of
from domain.facts.approval import ApprovalOutcome
from domain.labels import Label
from domain.recorded import Fact
from projections.history import HISTORY, Recorded, histories, in_effect
from projections.plain import plain
from projections.view import Answer, Line, Lines, Parameter, Question, Reader, View, columns

SCAN_MAX: Final = 1_000


@frozen(kw_only=True)
class Decided:
    """A file that people decide on; the file itself says how far it has come."""

    application_id: str
    customer_id: str


Begun = (
    ApplicationReviewed
    | FastTrackGranted
    | Escalated
    | MotionPut
    | ExpertOpinionAttached
    | CreditApproved
    | CreditDeclined
)


def decided(fact: Fact, event: Begun) -> Iterator[tuple[date, Decided]]:
    """Yield the file under its customer."""
    yield fact.on, Decided(application_id=fact.id, customer_id=event.customer_id)


APPROVALS: Final = Lines(
    name="approval",
    row=Decided,
    of={
        ApplicationReviewed: decided,
        FastTrackGranted: decided,
        Escalated: decided,
        MotionPut: decided,
        ExpertOpinionAttached: decided,
        CreditApproved: decided,
        CreditDeclined: decided,
    },
    by=("application_id", "customer_id"),
)


@frozen(kw_only=True)
class CaseOn:
    """A file on a day, as known by an index."""

    application_id: str
    case: Case
    lines: Sequence[Line[Recorded]]  # Of its history, that count on or before the day.
    day: date

    @property
    def unit_id(self) -> str | None:
        """Where the application was made."""
        said = (getattr(line.row.event, "unit_id", None) for line in self.lines)
        return next((unit for unit in said if unit is not None), None)

    @property
    def review_overdue(self) -> bool:
        """Whether the review after a fast track is overdue on the day."""
        track = self.case.fast_track
        return self.case.awaits_review and track is not None and track.review_due_on < self.day


def cases_on(reader: Reader, application_ids: Collection[str]) -> Iterator[CaseOn]:
    """Yield the files of these numbers that are decided on, on the day, in the order given."""
    known = histories(reader, [f"approval-{number}" for number in application_ids])
    for number in application_ids:
        lines = in_effect(known[f"approval-{number}"], reader.day)
        if lines:
            events: list[Any] = [line.row.event for line in lines]
            case = APPROVAL.fold(events)
            yield CaseOn(application_id=number, case=case, lines=lines, day=reader.day)


def _answer(reader: Reader, question: Question) -> Answer:
    narrowed = question.text("outcome") or question.text("review_overdue")
    size = SCAN_MAX if narrowed else question.limit
    found = _candidates(reader, question, size + 1)
    rows: list[Mapping[str, Any]] = []
    for one in cases_on(reader, found[:size]):
        if not _is_asked(one, question):
            continue
        if len(rows) == question.limit:
            return Answer(rows=rows, next=str(rows[-1]["application_id"]))
        rows.append(_row(one))
    return Answer(rows=rows, next=found[size - 1] if len(found) > size else None)


def _candidates(reader: Reader, question: Question, limit: int) -> Sequence[str]:
    after = question.after or ""
    if customer := question.text("customer_id"):
        lines = reader.lines(APPROVALS, {"customer_id": customer})
        own = sorted({line.row.application_id for line in lines})
        return [number for number in own if number > after][:limit]
    return reader.keys(APPROVALS, "application_id", after=after, limit=limit)


def _is_asked(one: CaseOn, question: Question) -> bool:
    outcome, overdue = question.text("outcome"), question.text("review_overdue")
    return (outcome is None or outcome_of(one.case).value == outcome) and (
        overdue is None or one.review_overdue is (overdue == "true")
    )


def _row(one: CaseOn) -> Mapping[str, Any]:
    case = one.case
    decision, track = case.decision, case.fast_track
    approved = decision if isinstance(decision, CreditApproved) else None
    return {
        "application_id": one.application_id,
        "customer_id": case.customer_id,
        "unit_id": one.unit_id,
        "outcome": outcome_of(case).value,
        "amount": plain(approved.terms.amount if approved else None),
        "months": approved.terms.months if approved else None,
        "rate_yearly": plain(approved.terms.rate_yearly if approved else None),
        "conditions": len(approved.conditions) if approved else 0,
        "decided_on": plain(decision.decided_on if decision else None),
        "decided_by": list(decision.decided_by) if decision else [],
        "mandate_id": decision.mandate_id if decision else None,
        "committee_id": _committee(case),
        "reviews": len(case.reviews),
        "escalated_to": case.escalated.mandate_id if case.escalated else None,
        "review_due_on": plain(track.review_due_on if track else None),
        "review_overdue": one.review_overdue,
        "notified_on": plain(case.notices[-1].on if case.notices else None),
        "valid_until": plain(approved.valid_until if approved else None),
        "ended": plain(case.ended.ending if case.ended else None),
    }


def _committee(case: Case) -> str | None:
    if case.decision is not None:
        return case.decision.ballot.committee_id if case.decision.ballot else None
    return case.motion.committee_id if case.motion else None


APPROVAL_REGISTER: Final = View(
    name="approvals",
    title=Label("审批台账", "register of approvals"),
    tables=(APPROVALS, HISTORY),
    parameters=(
        Parameter(name="customer_id"),
        Parameter(name="outcome", choices=tuple(ApprovalOutcome)),
        Parameter(name="review_overdue", choices=("true", "false")),
    ),
    columns=columns(
        application_id="text",
        customer_id="text",
        unit_id="text",
        outcome="text",
        amount="money",
        months="number",
        rate_yearly="text",
        conditions="number",
        decided_on="date",
        decided_by="list",
        mandate_id="text",
        committee_id="text",
        reviews="number",
        escalated_to="text",
        review_due_on="date",
        review_overdue="flag",
        notified_on="date",
        valid_until="date",
        ended="text",
    ),
    answer=_answer,
)
