"""A lead as known."""

from collections.abc import Mapping
from typing import assert_never

import attrs
from attrs import frozen

from domain.lead.commands import Stage
from domain.lead.events import (
    LeadAdvanced,
    LeadCaptured,
    LeadConverted,
    LeadEvent,
    LeadIdentified,
    LeadLost,
    NeedsNoted,
    OutcomeRecorded,
    ProductRecommended,
    VisitRecorded,
)


@frozen(kw_only=True)
class Prospect:
    """A lead, how far it has come, and what was found out; captured is None before it is found."""

    captured: LeadCaptured | None = None
    customer_id: str | None = None
    stages: tuple[LeadAdvanced, ...] = ()
    visits: Mapping[str, VisitRecorded] = attrs.field(factory=dict)
    needs: NeedsNoted | None = None
    recommended: Mapping[str, ProductRecommended] = attrs.field(factory=dict)
    outcomes: Mapping[str, OutcomeRecorded] = attrs.field(factory=dict)
    ended: LeadConverted | LeadLost | None = None

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if isinstance(self.ended, LeadConverted):
            return Stage.CLOSE
        return self.stages[-1].stage if self.stages else Stage.FIND


def evolve(lead: Prospect, event: LeadEvent) -> Prospect:
    """Return the lead after an event."""
    match event:
        case LeadCaptured():
            return Prospect(captured=event, customer_id=event.customer_id)
        case LeadIdentified():
            return attrs.evolve(lead, customer_id=event.customer_id)
        case LeadAdvanced():
            return attrs.evolve(lead, stages=(*lead.stages, event))
        case VisitRecorded():
            return attrs.evolve(lead, visits={**lead.visits, event.visit_no: event})
        case NeedsNoted():
            return attrs.evolve(lead, needs=event)
        case ProductRecommended():
            return attrs.evolve(lead, recommended={**lead.recommended, event.product_id: event})
        case OutcomeRecorded():
            return attrs.evolve(lead, outcomes={**lead.outcomes, event.product_id: event})
        case LeadConverted() | LeadLost():
            return attrs.evolve(lead, ended=event)
    assert_never(event)
