"""Where the program starts and ends: arguments in, an exit code out."""

import gc
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Final

import click

from adapters.cli.program import program
from adapters.cli.session import Session
from adapters.cli.show import show_problem
from adapters.cli.toolbox import Toolbox
from adapters.cli.tools.index import COMPLETE, PROGRAM
from adapters.problems import Unreadable, problem
from adapters.settings import Settings

EXIT_FAULT: Final = 70  # EX_SOFTWARE of sysexits.h.
EXIT_INTERRUPTED: Final = 130  # 128 + SIGINT, as a shell reports Ctrl-C.

OpenToolbox = Callable[[Settings], Toolbox]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line of this process and end it; what it writes is UTF-8."""
    # What modules hold is no garbage: looking for some while they load takes a tenth of a start.
    gc.set_threshold(50_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What is no character, as in a name that was refused, is written as JSON escapes it.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str], open_toolbox: OpenToolbox | None = None) -> int:
    """Run one command line and return its exit code; None takes the toolbox of the wiring."""
    session, as_json = Session(open_toolbox or _wired), "--json" in arguments
    try:
        _check_text(arguments)
        code = program.main(
            list(arguments),
            prog_name=PROGRAM,
            complete_var=COMPLETE,
            standalone_mode=False,
            obj=session,
        )
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        return _misused(error, as_json=as_json)
    except click.Abort:
        return EXIT_INTERRUPTED
    except Exception as error:
        return _failed(error, as_json=as_json, debug=session.debug)
    finally:
        session.close()


def _wired(settings: Settings) -> Toolbox:
    from adapters.wiring import toolbox

    return toolbox(settings)


def _check_text(arguments: Sequence[str]) -> None:
    for number, argument in enumerate(arguments, start=1):
        try:
            argument.encode()
        except UnicodeEncodeError as error:
            raise Unreadable((f"argument {number} is not UTF-8",)) from error


def _misused(error: click.ClickException, *, as_json: bool) -> int:
    """Show why click could not read the arguments."""
    unreadable = problem(Unreadable((error.format_message(),)))
    assert unreadable is not None, "what cannot be read is a known problem"
    if as_json:
        show_problem(unreadable, as_json=True)
    else:
        error.show()
    return unreadable.exit


def _failed(error: Exception, *, as_json: bool, debug: bool) -> int:
    """Show one of our errors as a sentence, and a fault of the program as such."""
    known = problem(error)
    if known is not None:
        show_problem(known, as_json=as_json)
        return known.exit
    if debug:
        import traceback

        traceback.print_exception(error)
    # What the error says is left out: it could quote what is personal.
    kind = type(error).__name__
    click.echo(f"The program is at fault ({kind}). With --debug it shows where.", err=True)
    return EXIT_FAULT


if __name__ == "__main__":
    main()
