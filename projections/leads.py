"""The leads (营销线索) with their way through the funnel, and the funnel of each officer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from domain.facts.channel import Channel
from domain.labels import Label
from domain.lead import LEAD, Prospect
from domain.lead.commands import Stage
from domain.lead.events import LeadCaptured, LeadConverted, LeadLost
from domain.recorded import Fact
from projections.contacts import CONTACTS, leads_of
from projections.history import HISTORY
from projections.plain import plain
from projections.roster import Rows, known, roster
from projections.view import Answer, Lines, Parameter, Question, Reader, View, columns

LEADS_MAX: Final = 2_000  # That one page counts.


@frozen(kw_only=True)
class Found:
    """A lead that was captured, and what it is looked for by."""

    lead_id: str
    captured_by: str
    campaign_id: str | None


def found(fact: Fact, event: LeadCaptured) -> Iterator[tuple[date, Found]]:
    """Yield the lead."""
    yield (
        fact.on,
        Found(lead_id=fact.id, captured_by=event.captured_by, campaign_id=event.campaign_id),
    )


LEADS_FOUND: Final = Lines(
    name="lead",
    row=Found,
    of={LeadCaptured: found},
    by=("lead_id", "captured_by", "campaign_id"),
)
_ASKED: Final = ("stage", "channel", "scenario", "segment", "core_customer_id", "customer_id")


def _answer(reader: Reader, question: Question) -> Answer:
    def rows(names: Sequence[str]) -> Rows:
        for name, lead in known(reader, LEAD, names).items():
            row = _row(name, lead)
            asked = ((column, question.text(column)) for column in _ASKED)
            yield name, row if all(v in (None, row[c]) for c, v in asked) else None

    where = question.where("captured_by", "campaign_id")
    customer = question.text("customer_id")
    only = leads_of(reader, customer) if customer else None
    return roster(reader, question, LEADS_FOUND, rows, where=where, only=only)


def _row(lead_id: str, lead: Prospect) -> dict[str, Any]:
    first, ended = lead.captured, lead.ended
    assert first is not None
    return {
        "lead_id": lead_id,
        "unit_id": first.unit_id,
        "captured_by": first.captured_by,
        "found_on": first.found_on.isoformat(),
        "channel": first.channel.value,
        "scenario": first.scenario,
        "segment": first.segment,
        "campaign_id": first.campaign_id,
        "customer_id": lead.customer_id,
        "referred_by": first.referred_by,
        "core_customer_id": first.core_customer_id,
        "chain": plain(first.chain),
        "stage": "given_up" if isinstance(ended, LeadLost) else lead.stage.value,
        "way_through": [plain(step) for step in lead.stages],
        "needs": plain(lead.needs),
        "recommended": [_recommended(lead, name) for name in lead.recommended],
        "visits": len(lead.visits),
        "application_id": ended.application_id if isinstance(ended, LeadConverted) else None,
        "came_to": plain(ended),
    }


def _recommended(lead: Prospect, product_id: str) -> Mapping[str, Any]:
    outcome = lead.outcomes.get(product_id)
    return {
        "product_id": product_id,
        "reason": lead.recommended[product_id].reason,
        "taken": outcome.taken if outcome else None,
        "outcome": outcome.reason if outcome else None,
    }


def _funnel(reader: Reader, question: Question) -> Answer:
    """Count the leads of each officer by how far they have come: who is further was there too.

    A page ends where so many leads are counted, or so many officers.
    """
    campaign, one = question.where("campaign_id"), question.text("captured_by")
    after, limit = question.after or "", question.limit
    officers = [one] if one else _officers(reader, campaign, after, limit + 1)
    rows, counted = list[Mapping[str, Any]](), 0
    for last, officer in zip(["", *officers], officers[:limit], strict=False):
        found = reader.lines(LEADS_FOUND, {"captured_by": officer, **campaign})
        names = sorted({line.row.lead_id for line in found})
        counted += len(names)
        if rows and counted > LEADS_MAX:
            return Answer(rows=rows, next=last)
        rows += _counted(known(reader, LEAD, names).values())
    return Answer(rows=rows, next=officers[limit - 1] if len(officers) > limit else None)


def _officers(reader: Reader, campaign: Mapping[str, str], after: str, limit: int) -> Sequence[str]:
    return reader.keys(LEADS_FOUND, "captured_by", where=campaign, after=after, limit=limit)


def _counted(leads: Iterable[Prospect]) -> Iterator[Mapping[str, Any]]:
    """Yield a row for each unit and officer."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for lead in leads:
        if lead.captured is not None:
            place = (lead.captured.unit_id, lead.captured.captured_by)
            counts.setdefault(place, Counter()).update(_reached(lead))
    stages = (*(stage.value for stage in Stage), "given_up")
    for (unit_id, staff_id), count in sorted(counts.items()):
        ours = {stage: count[stage] for stage in stages}
        yield {"unit_id": unit_id, "captured_by": staff_id, **ours}


def _reached(lead: Prospect) -> Iterator[str]:
    stages = tuple(Stage)
    yield from (stage.value for stage in stages[: stages.index(lead.stage) + 1])
    if isinstance(lead.ended, LeadLost):
        yield "given_up"


LEADS: Final = View(
    name="leads",
    title=Label("营销线索", "leads"),
    tables=(LEADS_FOUND, CONTACTS, HISTORY),
    parameters=(
        Parameter(name="captured_by"),
        Parameter(name="campaign_id"),
        Parameter(name="customer_id"),
        Parameter(name="core_customer_id"),
        Parameter(name="scenario"),
        Parameter(name="segment"),
        Parameter(name="channel", choices=tuple(channel.value for channel in Channel)),
        Parameter(name="stage", choices=(*(stage.value for stage in Stage), "given_up")),
    ),
    columns=columns(
        lead_id="text",
        unit_id="text",
        captured_by="text",
        found_on="date",
        channel="text",
        scenario="text",
        segment="text",
        campaign_id="text",
        customer_id="text",
        referred_by="text",
        core_customer_id="text",
        chain="text",
        stage="text",
        way_through="list",
        needs="map",
        recommended="list",
        visits="number",
        application_id="text",
        came_to="map",
    ),
    answer=_answer,
)
FUNNEL: Final = View(
    name="funnel",
    title=Label("营销漏斗", "funnel"),
    tables=(LEADS_FOUND, HISTORY),
    parameters=(Parameter(name="captured_by"), Parameter(name="campaign_id")),
    columns=columns(
        unit_id="text",
        captured_by="text",
        find="number",
        know="number",
        reach="number",
        close="number",
        given_up="number",
    ),
    answer=_funnel,
)
