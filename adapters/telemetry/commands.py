"""Every command that ends is told of once: in a line, and where installed in a count and a span.

What is told never holds a field of the command, nor what an error says: either may be personal.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from time import perf_counter, time_ns
from typing import Any, Final

from attrs import frozen

from adapters.bus import Outcome
from adapters.log import Log, no_log
from adapters.problems import Unavailable, problem
from adapters.telemetry.parent import trace_id
from domain.catalogue import SPECS

UNKNOWN: Final = "unknown"  # Stands for every name that the catalogue does not have.
KEY_LONGEST: Final = 128

Count = Callable[[str, str, float], None]  # Command, how it ended, seconds.
End = Callable[[dict[str, Any]], None]  # Ends a span with the fields of the line.
# Begins the span of a command by its name; the second is when it began, None for now.
Span = Callable[[str, int | None], AbstractContextManager[End]]


@frozen(kw_only=True)
class Sent:
    """Who sends which command under which key."""

    name: str
    key: str = ""  # "" where none was read.
    actor: str = ""  # "" where nobody knows.


def _uncounted(_name: str, _outcome: str, _seconds: float) -> None:
    """Count nothing."""


def _unexposed() -> bytes:
    raise Unavailable("this process keeps no metrics: install loanfold[metrics] and start it again")


_NO_SPAN: Final[AbstractContextManager[End]] = nullcontext(lambda _line: None)


@frozen(kw_only=True)
class Telemetry:
    """Where it is told how commands end."""

    log: Log = no_log
    count: Count = _uncounted
    # The metrics as Prometheus reads them; Unavailable where they are not kept.
    exposed: Callable[[], bytes] = _unexposed
    span: Span = lambda _name, _began: _NO_SPAN

    def run(self, sent: Sent, act: Callable[[], Outcome]) -> Outcome:
        """Run a command, and tell how it ended, whichever way it does."""
        began = perf_counter()
        with self.span(_known(sent.name), None) as end:
            try:
                outcome = act()
            except Exception as error:
                end(self._tell(sent, began, error))
                raise
            end(self._tell(sent, began, outcome))
            return outcome

    def ended(self, sent: Sent, result: Outcome | Exception, began: float | None = None) -> None:
        """Tell of a command that ended: one of many, or one that never reached the core.

        began is a reading of perf_counter; None where it took no time to speak of.
        """
        began = perf_counter() if began is None else began
        start = time_ns() - int((perf_counter() - began) * 1e9)
        with self.span(_known(sent.name), start) as end:
            end(self._tell(sent, began, result))

    def delivered(self, began: float, **line: Any) -> None:
        """Tell of a message that an adapter has dealt with: a line of its own."""
        self.log("delivered", milliseconds=round(1000 * (perf_counter() - began), 2), **line)

    def _tell(self, sent: Sent, began: float, result: Outcome | Exception) -> dict[str, Any]:
        seconds, name = perf_counter() - began, _known(sent.name)
        outcome, said = _said(result)
        self.count(name, outcome, seconds)
        key = sent.key if len(sent.key) <= KEY_LONGEST else ""
        line = {"command": name, "command_id": key, "actor": sent.actor, **said}
        if trace := trace_id():
            line["trace"] = trace
        self.log(outcome, milliseconds=round(1000 * seconds, 2), **line)
        return {"outcome": outcome, **line}


QUIET: Final = Telemetry()  # Tells nobody.


def _known(name: str) -> str:
    """Return the name of a command; one constant for what senders make up."""
    return name if name in SPECS else UNKNOWN


def _said(result: Outcome | Exception) -> tuple[str, dict[str, Any]]:
    """Return how a command ended, and what may be told of that."""
    if isinstance(result, Outcome):
        told = {"stream": result.stream, "version": result.version, "events": len(result.events)}
        return "repeated" if result.repeated else "recorded", told
    known = problem(result)
    if known is None:
        return "failed", {"code": ""}
    return "unavailable" if known.status == 503 else "refused", {"code": known.code}
