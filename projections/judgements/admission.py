"""Admissions, asked again."""

from collections.abc import Mapping
from typing import Any, Final

from domain.credit_application.commands import AdmitCreditApplication
from domain.credit_application.events import AdmissionJudged
from domain.facts.related import Related, RelatedCustomer, Tie
from domain.fields import look_ups
from projections.history import Recorded
from projections.judgements import Ask, Asked
from projections.view import Line


def admitted(line: Line[Recorded]) -> Asked:
    """Return the admission as it was asked for; its inputs say what the graph had found."""
    event: Any = line.row.event
    assert isinstance(event, AdmissionJudged)
    given: dict[str, Any] = {
        "application_id": line.row.stream.partition("-")[2],
        "stated": event.inputs.stated,
        "waivers": event.waivers,
        "actor": event.judged_by,
        "today": event.on,
        **dict.fromkeys(look_ups(AdmitCreditApplication)),
    }
    return Asked(AdmitCreditApplication(**given), {"seen": event.seen, "related": _found(event)})


def _found(event: AdmissionJudged) -> Related:
    found, customer = event.inputs.found, event.inputs.customer_id
    return Related(
        found=(RelatedCustomer(customer, Tie.INSIDER),) if found.insider else (),
        guarantee_ring=found.guarantee_ring,
        known_by=-1,  # Not said; no criterion looks at it.
    )


ASKED: Final[Mapping[type, Ask]] = {AdmissionJudged: admitted}
