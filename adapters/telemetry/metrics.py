"""Four metrics, as Prometheus reads them: commands, their seconds, view lag, outbox pending."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import field, frozen
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

KIND: Final = CONTENT_TYPE_LATEST
# Seconds: from a command on warm streams to one that waits for a busy disk.
BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30)

Behind = Callable[[], Mapping[str, int]]  # By name, how many records are still to come.


@frozen
class Metrics:
    """The four metrics of one process."""

    view_lag: Behind  # By table.
    outbox_pending: Behind  # By adapter.
    registry: CollectorRegistry = field(factory=CollectorRegistry, init=False)
    _commands: Counter = field(init=False)
    _seconds: Histogram = field(init=False)

    @_commands.default
    def _make_commands(self) -> Counter:
        # When a series began would be a fifth metric.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        what = "Commands, by how they ended."
        return Counter("loanfold_commands", what, ("command", "outcome"), registry=self.registry)

    @_seconds.default
    def _make_seconds(self) -> Histogram:
        return Histogram(
            "loanfold_command_seconds",
            "How long commands took.",
            ("command",),
            registry=self.registry,
            buckets=BUCKETS,
        )

    def __attrs_post_init__(self) -> None:
        """Have the other two asked for when somebody reads."""
        self.registry.register(_Standing(self.view_lag, self.outbox_pending))

    def count(self, name: str, outcome: str, seconds: float) -> None:
        """Count a command that ended."""
        self._commands.labels(name, outcome).inc()
        self._seconds.labels(name).observe(seconds)

    def text(self) -> bytes:
        """Return all four as they stand now."""
        return generate_latest(self.registry)


@frozen
class _Standing(Collector):
    view_lag: Behind
    outbox_pending: Behind

    def collect(self) -> Iterator[GaugeMetricFamily]:
        yield _gauge("loanfold_view_lag", "Records not yet taken in.", "table", self.view_lag)
        what = "Records not yet sent out."
        yield _gauge("loanfold_outbox_pending", what, "adapter", self.outbox_pending)


def _gauge(name: str, what: str, label: str, behind: Behind) -> GaugeMetricFamily:
    gauge = GaugeMetricFamily(name, what, labels=[label])
    try:
        found = behind()
    except Exception:  # The store may be away: the counts of commands are told all the same.
        found = {}
    for key, count in found.items():
        gauge.add_metric([key], count)
    return gauge
