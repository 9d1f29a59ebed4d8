"""Table 701: credit limits of customers and of groups.

A customer's maximum and a group's limit are reported; what they are divided into is within them,
and the limit on all related parties together is a ceiling of ours.  Handlers and opinions are those
of the applications for which something of a limit was reserved.

Source: EAST 5.0, table 701.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.approval.events import ApplicationReviewed, CreditApproved
from domain.credit_application.events import CreditApplicationSubmitted
from domain.facility.events import HeadroomReserved
from domain.facility.state import Granted
from domain.facts.facility import FacilityKind
from domain.labels import Label
from projections.customers import CUSTOMERS
from projections.facilities import FACILITIES, limits_on
from projections.history import HISTORY, histories, in_effect
from projections.labels import LABELS
from projections.loans import LOANS
from projections.returns.contracts import parties_of
from projections.returns.customers import Subject, document_kind, document_number, name
from projections.returns.security_fields import FACILITY
from projections.returns.shape import ReturnTable, Supply, fields, since
from projections.returns.writing import amount, day
from projections.view import Question, Reader

_REPORTED: Final = (FacilityKind.MAXIMUM, FacilityKind.GROUP)


@frozen(kw_only=True)
class Limit:
    """A limit on the day, whose it is, and what was said when it was drawn on by approvals."""

    facility_id: str
    state: Granted
    branch: str | None
    party: Subject | None  # None of a group's.
    handlers: str | None
    opinions: str | None
    day: date

    @property
    def validity(self) -> str:
        """Whether something can be taken from it."""
        if self.day > self.state.granted.until:
            return "失效"
        return "冻结" if self.state.frozen else "有效"


def _subjects(reader: Reader, question: Question) -> tuple[Sequence[Limit], str | None]:
    one, after, limit = question.text("row"), question.after or "", question.limit
    ids: Sequence[str] = [one] if one else ()
    if not one:
        ids = reader.keys(FACILITIES, "facility_id", after=after, limit=limit + 1)
    last = since(reader, question)
    found = {
        number: state
        for number, state in limits_on(reader, ids[:limit]).items()
        if state.granted.kind in _REPORTED and state.granted.until > last
    }
    whose = [state.granted.customer_id for state in found.values()]
    parties = parties_of(reader, [who for who in whose if who is not None])
    rows = [_limit(reader, number, state, parties) for number, state in found.items()]
    return rows, ids[limit - 1] if len(ids) > limit else None


def _limit(reader: Reader, number: str, state: Granted, parties: Mapping[str, Subject]) -> Limit:
    stream = f"facility-{number}"
    lines = in_effect(histories(reader, [stream])[stream], reader.day)
    reserved = [e.row.event for e in lines if isinstance(e.row.event, HeadroomReserved)]
    files = list(dict.fromkeys(event.application_id for event in reserved))
    return Limit(
        facility_id=number,
        state=state,
        branch=lines[0].row.branch,
        party=parties.get(state.granted.customer_id or ""),
        handlers=_each(
            event.taken_by
            for event in _said(reader, "credit_application", files)
            if isinstance(event, CreditApplicationSubmitted)
        ),
        opinions=_each(_opinion(event) for event in _said(reader, "approval", files)),
        day=reader.day,
    )


def _said(reader: Reader, category: str, ids: Sequence[str]) -> Sequence[Any]:
    """Return the events of streams that count by the day."""
    known = histories(reader, [f"{category}-{name}" for name in ids])
    return [
        line.row.event
        for name in ids
        for line in in_effect(known[f"{category}-{name}"], reader.day)
    ]


def _opinion(event: Any) -> str | None:
    match event:
        case ApplicationReviewed():
            return event.comment
        case CreditApproved():
            return event.reason
    return None


def _each(said: Any) -> str | None:
    """Return several texts joined, each once; None for none."""
    return ";".join(dict.fromkeys(text for text in said if text)) or None


def _kind(limit: Limit) -> str | None:
    """Return what kind of customer it is granted to."""
    if limit.state.granted.kind is FacilityKind.GROUP:
        return "集团客户"
    kind = limit.party.customer.kind if limit.party else None
    return LABELS[kind.value].zh if kind else None


_SUPPLY: Final[Supply] = {
    "NBJGH": lambda f: f.branch,
    "KHTYBH": lambda f: f.state.granted.customer_id or f.state.granted.group_id,
    "KHMC": lambda f: f.party and name(f.party),
    "KHZJLB": lambda f: f.party and document_kind(f.party),
    "KHZJHM": lambda f: f.party and document_number(f.party),
    "SXXYH": lambda f: f.facility_id,
    "SXXYMC": lambda f: LABELS[f.state.granted.kind.value].zh,
    "SXZTZL": _kind,
    "SXZL": lambda f: "循环额度" if f.state.granted.revolving else "非循环额度",
    "BZ": lambda f: f.state.limit.currency,
    "SXED": lambda f: amount(f.state.limit),
    "YYED": lambda f: amount(f.state.used),
    "SXKSRQ": lambda f: day(f.state.granted.since),
    "SXDQRQ": lambda f: day(f.state.granted.until),
    "SXJCYJ": lambda f: f.opinions,
    "JBRGH": lambda f: f.handlers,
    "SPRGH": lambda f: f.state.granted.decided_by,
    "SXZT": lambda f: f.validity,
    "CJRQ": lambda f: day(f.day),
}
TABLE_701: Final = ReturnTable(
    number="701",
    code="SXXXB",
    title=Label("授信信息表", "credit facilities"),
    fields=fields(FACILITY),
    supply=_SUPPLY,
    tables=(FACILITIES, CUSTOMERS, LOANS, HISTORY),
    subjects=_subjects,
)
