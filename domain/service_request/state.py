"""A service request as far as it is known."""

from datetime import date
from typing import assert_never

import attrs
from attrs import frozen

from domain.service_request.events import (
    ServiceRequestAnswered,
    ServiceRequestEvent,
    ServiceRequestExtended,
    ServiceRequestFedBack,
    ServiceRequestReceived,
)


@frozen(kw_only=True)
class Request:
    """What was received, and what became of it; nothing before it is received."""

    received: ServiceRequestReceived | None = None
    extended: ServiceRequestExtended | None = None
    answered: ServiceRequestAnswered | None = None
    fed_back: tuple[ServiceRequestFedBack, ...] = ()

    @property
    def due_on(self) -> date | None:
        """The last day to answer."""
        if self.extended:
            return self.extended.due_on
        return self.received.due_on if self.received else None


def evolve(request: Request, event: ServiceRequestEvent) -> Request:
    """Return the request after an event."""
    match event:
        case ServiceRequestReceived():
            return Request(received=event)
        case ServiceRequestExtended():
            return attrs.evolve(request, extended=event)
        case ServiceRequestAnswered():
            return attrs.evolve(request, answered=event)
        case ServiceRequestFedBack():
            return attrs.evolve(request, fed_back=(*request.fed_back, event))
    assert_never(event)
