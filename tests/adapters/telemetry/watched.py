"""A system whose lines, metrics and spans a test can look at."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from attrs import evolve, field, frozen
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from adapters.services import telemetry_of
from adapters.settings import Settings
from adapters.system import System
from adapters.telemetry.spans import command_spans
from adapters.wiring import open_system
from tests.village import OPEN


@frozen
class Watched:
    """A system in memory with all that it told since its journal was opened."""

    system: System
    lines: list[dict[str, Any]] = field(factory=list)
    exporter: InMemorySpanExporter = field(factory=InMemorySpanExporter)

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        """The spans that have ended."""
        return self.exporter.get_finished_spans()

    @property
    def metrics(self) -> dict[str, float]:
        """The samples of /metrics by their names with labels."""
        rows = self.system.telemetry.exposed().decode().splitlines()
        pairs = (row.rsplit(" ", 1) for row in rows if not row.startswith("#"))
        return {name: float(value) for name, value in pairs}

    def told(self) -> list[tuple[str, str]]:
        """Return how the commands ended, by the lines, and by the spans, which must agree."""
        lines = [(line["command"], line["event"]) for line in self.lines if "command" in line]
        spans = [(span.name, (span.attributes or {})["loanfold.outcome"]) for span in self.spans]
        assert lines == spans
        return lines


@contextmanager
def watched(database: str = ":memory:") -> Iterator[Watched]:
    """Yield a system with an open journal, watched from then on."""
    with open_system(Settings(database=database)) as system:
        system.bus("teller").run("log.open", OPEN)
        seen = Watched(system)
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(seen.exporter))
        told = telemetry_of(system, "stderr")
        system.telemetry = evolve(
            told,
            log=lambda event, **said: seen.lines.append({"event": event, **said}),
            span=command_spans(provider),
        )
        yield seen
