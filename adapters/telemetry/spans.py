"""One span for each command, through the API of OpenTelemetry.

The API alone does next to nothing; a process that was started with an SDK (as by
`opentelemetry-instrument loanfold serve`) sends the spans where that is told to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from typing import Any

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace import Span as Open
from opentelemetry.trace import SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from adapters.telemetry.commands import End, Span
from adapters.telemetry.parent import current


def command_spans(provider: trace.TracerProvider | None = None) -> Span:
    """Return what begins a span for a command; None takes the provider of the process."""
    tracer = trace.get_tracer("loanfold", version("loanfold"), provider)
    read = TraceContextTextMapPropagator()

    @contextmanager
    def span(name: str, began: int | None) -> Iterator[End]:
        # An error may say what is personal, so the span does not keep it.
        with tracer.start_as_current_span(
            name,
            _parent(read),
            SpanKind.SERVER,
            start_time=began,
            record_exception=False,
            set_status_on_exception=False,
        ) as opened:
            yield partial(_end, opened)

    return span


def _parent(read: TraceContextTextMapPropagator) -> Context | None:
    """Return the trace that the command came with, unless a span of ours is under way in it."""
    if trace.get_current_span().get_span_context().is_valid or not (said := current()):
        return None
    return read.extract(dict(said))


def _end(span: Open, line: dict[str, Any]) -> None:
    """Write down how the command ended, as the line does."""
    if not span.is_recording():
        return
    told = {key: value for key, value in line.items() if key != "trace" and value not in (None, "")}
    span.set_attributes({f"loanfold.{key}": value for key, value in told.items()})
    if line["outcome"] == "failed" or line.get("code") == "unavailable":
        span.set_status(Status(StatusCode.ERROR))
