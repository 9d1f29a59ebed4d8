"""What one call of the command line works with: its settings, and a toolbox once it is needed."""

import sys
from collections.abc import Callable
from contextlib import suppress

import click
from attrs import define, field

from adapters.cli.toolbox import Toolbox
from adapters.settings import Settings

EXIT_FAULTY = 1  # A check ran to its end and found something wrong.


@define
class Session:
    """The settings of one call and the toolbox that they name."""

    open_toolbox: Callable[[Settings], Toolbox]
    settings: Settings = field(factory=Settings)
    debug: bool = False
    _toolbox: Toolbox | None = field(default=None, init=False)

    @property
    def toolbox(self) -> Toolbox:
        """The toolbox, opened when it is first asked for."""
        if self._toolbox is None:
            self._toolbox = self.open_toolbox(self.settings)
        return self._toolbox

    def close(self) -> None:
        """Close what was opened."""
        if self._toolbox is not None:
            self._toolbox.close()
            self._toolbox = None


def session_of(context: click.Context) -> Session:
    """Return the session that a command runs in."""
    session = context.find_object(Session)
    assert session is not None, "the command line is started through main"
    return session


def show_progress(what: str, done: int, of: int) -> None:
    """Write how far something is, on one line of a terminal; nothing where nobody looks."""
    with suppress(BrokenPipeError):
        if sys.stderr.isatty():
            click.echo(f"\r{what}: {done} / {of}\033[K", err=True, nl=done >= of)
