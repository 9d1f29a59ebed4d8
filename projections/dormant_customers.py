"""Customers with whom nothing happens any more: the list from which they are won back.

A customer without an open loan counts as dormant, and later as lost, when so many months have gone
by since the last thing happened with them: on their own record, economic file or relationship, a
request of theirs, a loan, a lead or a visit, at the counter, or when a campaign reached them.  How
many months is the institution's policy.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from domain.calendar.months import months_after
from domain.customer.events import LoanReleased, LoanTied
from domain.facts.policy import PolicyBook
from domain.labels import Label
from domain.party import Standing
from domain.relationship import RELATIONSHIP
from projections.contacts import CONTACTS, Contact, contacts_of
from projections.customers import CUSTOMERS, CustomerOn, customers_on
from projections.history import HISTORY, Recorded, events_of, histories, in_effect
from projections.loans import LOANS
from projections.policy_book import policy_known
from projections.service_requests import REQUESTS
from projections.view import Answer, Line, Parameter, Question, Reader, View, columns

DORMANT: Final = "dormant"
LOST: Final = "lost"
_OWN: Final = ("customer", "economic_file", "relationship")


def _answer(reader: Reader, question: Question) -> Answer:
    limit = question.limit
    ids = reader.keys(CUSTOMERS, "customer_id", after=question.after or "", limit=limit + 1)
    book = policy_known(reader).book
    streams = _streams(reader, ids[:limit])
    known = histories(reader, [stream for each in streams.values() for stream in each])
    contacts = contacts_of(reader, ids[:limit])
    rows = []
    for customer in customers_on(reader, ids[:limit]):
        pasts = [known[stream] for stream in streams[customer.customer_id]]
        row = _row(customer, pasts, contacts[customer.customer_id])
        status = _status(row["last_activity"], reader.day, book)
        if status and not _is_busy(customer) and question.text("status") in (None, status):
            rows.append({**row, "status": status})
    return Answer(rows=rows, next=ids[limit - 1] if len(ids) > limit else None)


def _streams(reader: Reader, customer_ids: Sequence[str]) -> Mapping[str, list[str]]:
    """Return the streams on which something happens with each customer."""
    found = {one: [f"{category}-{one}" for category in _OWN] for one in customer_ids}
    for mark in reader.lines(LOANS, {"customer_id": customer_ids}):
        found[str(mark.row.customer_id)].append(f"loan-{mark.row.loan_id}")
    for request in reader.lines(REQUESTS, {"customer_id": customer_ids}):
        found[request.row.customer_id].append(f"service_request-{request.row.request_id}")
    return found


def _is_busy(customer: CustomerOn) -> bool:
    """Tell whether a loan is open, or the customer is none any more."""
    ties: dict[str, bool] = {}
    for event in customer.events(LoanTied, LoanReleased):
        ties[event.loan_id] = isinstance(event, LoanTied)
    return any(ties.values()) or customer.standing is not Standing.ACTIVE


def _row(
    customer: CustomerOn,
    pasts: Sequence[Sequence[Line[Recorded]]],
    contacts: Sequence[Line[Contact]],
) -> dict[str, Any]:
    lines = [line for past in pasts for line in in_effect(past, customer.day)]
    every: list[Line[Recorded] | Line[Contact]] = [*lines, *contacts]
    last = max(every, key=lambda line: (line.on, line.index))
    about = [line for line in lines if line.row.stream.startswith("relationship-")]
    known = RELATIONSHIP.fold(events_of(about))
    stage, tier = known.stage.on(customer.day), known.tier.on(customer.day)
    return {
        "customer_id": customer.customer_id,
        "kind": customer.kind.value,
        "name": customer.particular("name"),
        "status": None,
        "last_activity": last.on.isoformat(),
        "activity": last.row.name,
        "tier": tier and tier.tier.value,
        "life_stage": stage and stage.life_stage.value,
        "contact_due": stage and stage.contact_due.isoformat(),
    }


def _status(last: str, day: date, book: PolicyBook) -> str | None:
    """Return dormant or lost by the months since the last activity, or None."""
    since = date.fromisoformat(last)
    for status in (LOST, DORMANT):
        months = book.count(f"bank.relationship.{status}_months", day)
        if months_after(since, months, since.day) <= day:
            return status
    return None


DORMANT_CUSTOMERS: Final = View(
    name="dormant_customers",
    title=Label("休眠与流失客户", "dormant and lost customers"),
    tables=(CUSTOMERS, LOANS, REQUESTS, CONTACTS, HISTORY),
    parameters=(Parameter(name="status", choices=(DORMANT, LOST)),),
    columns=columns(
        customer_id="text",
        kind="text",
        name="text",
        status="text",
        last_activity="date",
        activity="text",
        tier="text",
        life_stage="text",
        contact_due="date",
    ),
    answer=_answer,
)
