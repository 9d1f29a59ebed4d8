"""What runs until it is told to end, and what that takes: a server, a worker, keys for callers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from attrs import evolve, frozen

from adapters import worker
from adapters.door import Door
from adapters.log import make_log
from adapters.plugins import ADAPTERS, EXPORTS, check_packages, installed, loaded
from adapters.settings import Settings
from adapters.system import System, SystemBus
from adapters.telemetry.commands import Telemetry

LOOPBACK = "127.0.0.1"


@frozen
class Services:
    """The long-running processes on one system; see cli.toolbox.Services."""

    settings: Settings
    system: System

    def serve(self, host: str, port: int, **more: Any) -> None:
        """Answer HTTP until the process is told to end."""
        from adapters.http.serve import Place, serve  # A server's imports, for this command alone.

        self._begin()
        place = Place(address=host, port=port, **more)
        gate = worker.gate(self.system, self.settings.access)
        serve(self._bus(), place, gate.bus if gate else None, self.system.telemetry)

    def work(
        self, adapter: str, options: Mapping[str, str], metrics_port: int | None = None
    ) -> None:
        """Run an adapter until the process is told to end, and keep the views up to date."""
        self._begin()
        with _exposed(self.system.telemetry, metrics_port):
            worker.run(self.adapter(adapter, options), self.system.catch_up)

    def adapter(self, name: str, options: Mapping[str, str]) -> Any:
        """Return an adapter with its options, not running, and note it in the journal."""
        system = self.system
        gate = worker.gate(system, self.settings.access)
        door = Door(self._bus(), system.outbox(), gate.bus if gate else None, system.telemetry)
        allowed, beside = self.settings.plugins, system.plugins
        return worker.make(name, door, options, allowed=allowed, beside=beside)

    def export(self, name: str) -> tuple[str, Any]:
        """Return who brings the export of that name, and its class, and note it in the journal."""
        plugin, kind = loaded(EXPORTS, name, self.settings.plugins)
        worker.note_plugins(self._bus(), [*self.system.plugins, str(plugin)])
        return str(plugin), kind

    def issue_key(self, number: str, given: Mapping[str, Any]) -> str:
        """Issue an API key and return it; nobody keeps its secret here."""
        return worker.issue_key(self._bus(), number, given)

    def _begin(self) -> None:
        """Check our packages, and tell of every command: nobody sees each answer of a process."""
        check_packages()
        self.system.telemetry = telemetry_of(self.system, self.settings.log or "stderr")

    def _bus(self) -> SystemBus:
        settings = self.settings
        return self.system.bus(settings.actor, settings.branch, settings.purpose)


def telemetry_of(system: System, log: str) -> Telemetry:
    """Return all that is told of commands, as far as its libraries are installed."""
    told = Telemetry(log=make_log(log))
    try:
        from adapters.telemetry.metrics import Metrics
        from adapters.telemetry.spans import command_spans
    except ImportError:  # Whoever asks for metrics is told what to install.
        return told
    metrics = Metrics(partial(_view_lag, system), partial(_outbox_pending, system))
    return evolve(told, count=metrics.count, exposed=metrics.text, span=command_spans())


def _view_lag(system: System) -> Mapping[str, int]:
    standings = system.views.status(system.core.journal)
    return {s.table: s.behind for s in standings if s.behind is not None}


def _outbox_pending(system: System) -> Mapping[str, int]:
    return system.outbox().behind({plugin.name for plugin in installed(ADAPTERS)})


@contextmanager
def _exposed(telemetry: Telemetry, port: int | None) -> Iterator[None]:
    """Answer /metrics on a port of this machine meanwhile; None answers nothing."""
    if port is None:
        yield
        return
    from adapters.telemetry.exposition import exposing

    with exposing(telemetry.exposed, (LOOPBACK, port)):
        yield
