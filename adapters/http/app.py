"""The web application: it names no command and no view, the catalogues do."""

from collections.abc import Awaitable, Callable, Collection
from functools import cache
from typing import Any, Final

from attrs import frozen
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from adapters.bus import Bus
from adapters.calculations.offers import CALCULATIONS
from adapters.door import Entrance
from adapters.http import answers, reading
from adapters.http.actus import actus
from adapters.http.calculations import calculate, terms_schema
from adapters.http.docs_page import CONTENT_POLICY, docs_page
from adapters.http.openapi import openapi, view_offer
from adapters.problems import (
    Conflict,
    Forbidden,
    Stale,
    TooMany,
    Unauthenticated,
    Unavailable,
    Unknown,
    Unreadable,
)
from adapters.schema import command_schema
from adapters.telemetry.commands import QUIET, Sent, Telemetry
from adapters.telemetry.parent import part_of
from domain.catalogue import COMMANDS, RULES
from domain.loan.plan import Contradiction
from domain.rules import Refused
from projections.catalogue import VIEWS

Answering = Callable[[Request], Awaitable[Response]]
LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")
_OURS: Final = (
    *(Unreadable, Unknown, Refused, Contradiction, Conflict, Stale, Unavailable),
    *(Unauthenticated, Forbidden, TooMany),
)


def make_app(
    bus: Bus,
    hosts: Collection[str] = LOOPBACK,
    entrance: Entrance | None = None,
    telemetry: Telemetry = QUIET,
) -> Starlette:
    """Return the application for requests to these host names.

    entrance tells who is asking; None takes everybody for the actor of the bus.
    """
    edge = Edge(bus, entrance, telemetry)
    ours: dict[Any, Any] = dict.fromkeys(_OURS, answers.our_error)
    return Starlette(
        routes=[
            Route("/commands/{name}", edge.run, methods=["POST"]),
            Route("/calculations/actus", edge.known(actus), methods=["POST"]),
            Route("/calculations/{name}", edge.known(calculate), methods=["POST"]),
            Route("/views", views),
            Route("/views/{name}", edge.read),
            Route("/catalogue", catalogue),
            Route("/openapi.json", description),
            Route("/docs", docs),
            Route("/health", health),
            Route("/ready", edge.ready),
            Route("/metrics", edge.known(edge.metrics)),
        ],
        exception_handlers={
            **ours,
            HTTPException: answers.http_error,
            Exception: answers.our_fault,
        },
        middleware=[Middleware(HostCheck, hosts=hosts)],
    )


@frozen
class Edge:
    """The routes that ask the core."""

    bus: Bus
    entrance: Entrance | None = None
    telemetry: Telemetry = QUIET

    async def _bus(self, request: Request) -> Bus:
        """Return the bus of whoever asks."""
        if self.entrance is None:
            return self.bus
        credential, branch = reading.read_caller(request)
        return await run_in_threadpool(self.entrance, credential, branch)

    def known(self, answer: Answering) -> Answering:
        """Return a route that is open to whoever may ask anything at all."""

        async def answered(request: Request) -> Response:
            await self._bus(request)
            return await answer(request)

        return answered

    async def run(self, request: Request) -> Response:
        """Run the command named in the path with the fields in the body."""
        name = request.path_params["name"]
        with part_of(reading.read_trace(request)):
            try:
                bus = await self._bus(request)
                key, expected = reading.read_key(request), reading.read_expected(request)
                fields = await reading.read_fields(request)
            except Exception as error:  # It never reaches the core, which tells of all others.
                self.telemetry.ended(Sent(name=name), answers.as_ours(error))
                raise
            outcome = await run_in_threadpool(bus.run, name, fields, key=key, expected=expected)
        return answers.outcome_answer(outcome)

    async def read(self, request: Request) -> Response:
        """Answer the view named in the path."""
        bus = await self._bus(request)
        query, purpose = reading.read_query(request), reading.read_purpose(request)
        name = request.path_params["name"]
        with part_of(reading.read_trace(request)):
            page = await run_in_threadpool(bus.read, name, query, purpose=purpose)
        return answers.page_answer(page)

    async def metrics(self, _request: Request) -> Response:
        """Return the metrics as Prometheus reads them: 503 where none are kept."""
        text = await run_in_threadpool(self.telemetry.exposed)
        return Response(text, headers=answers.GUARDED, media_type=answers.METRICS)

    async def ready(self, _request: Request) -> Response:
        """Say whether the store can be read: 503 where it cannot."""
        open_to_all = [v.name for v in VIEWS.values() if not any(p.required for p in v.parameters)]
        await run_in_threadpool(self.bus.read, open_to_all[0], {"limit": "1"})
        return answers.answer({"status": "ready"})


@frozen
class HostCheck:
    """Lets only requests to known hosts pass, so that no page elsewhere can rebind to us."""

    app: ASGIApp
    hosts: Collection[str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 421."""
        if scope["type"] == "http" and not self._is_ours(Request(scope)):
            error = HTTPException(421, "this server answers to its own host name only")
            await (await answers.http_error(Request(scope), error))(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_ours(self, request: Request) -> bool:
        said = request.headers.getlist("host")
        name, _, port = said[0].rpartition(":") if said else ("", "", "")
        whole = said[0] if said else ""
        return len(said) == 1 and (whole in self.hosts or (name in self.hosts and port.isdigit()))


async def health(_request: Request) -> Response:
    """Say that the process answers."""
    return answers.answer({"status": "ok"})


async def views(_request: Request) -> Response:
    """List the views with their parameters and columns."""
    return answers.answer({"views": [view_offer(view) for view in VIEWS.values()]})


async def catalogue(_request: Request) -> Response:
    """List commands, rules, views and calculations."""
    commands = [{"name": n, "fields": command_schema(spec)} for n, spec in COMMANDS.items()]
    rules = [{"code": r.code, "says": r.says, "source": r.source} for r in RULES.values()]
    offers = [view_offer(view) for view in VIEWS.values()]
    terms = [{"name": n, "fields": terms_schema(c)} for n, c in CALCULATIONS.items()]
    said = {"commands": commands, "rules": rules, "views": offers, "calculations": terms}
    return answers.answer(said)


async def description(_request: Request) -> Response:
    """Return the description in OpenAPI 3.1."""
    return answers.answer(_openapi())


async def docs(_request: Request) -> Response:
    """Return the page for people."""
    headers = {**answers.GUARDED, "Content-Security-Policy": CONTENT_POLICY}
    return Response(docs_page(), headers=headers, media_type="text/html")


@cache
def _openapi() -> dict[str, Any]:
    return openapi()
