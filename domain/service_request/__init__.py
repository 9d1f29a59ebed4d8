"""A service request or a complaint: received, perhaps extended, answered in time, fed back."""

from typing import Final, get_args

from domain.decider import Decider
from domain.service_request import labels, rules
from domain.service_request.commands import ServiceRequestCommand
from domain.service_request.decisions import decide
from domain.service_request.events import ServiceRequestEvent
from domain.service_request.state import Request, evolve

SERVICE_REQUEST: Final[Decider[ServiceRequestCommand, Request, ServiceRequestEvent]] = Decider(
    category="service_request",
    identity="request_id",
    initial=Request(),
    decide=decide,
    evolve=evolve,
    commands=get_args(ServiceRequestCommand),
    events=get_args(ServiceRequestEvent),
    rules=(rules,),
    labels=labels,
)
