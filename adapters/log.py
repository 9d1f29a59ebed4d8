"""One structured line per command: who did what with which result, never what was in it."""

import logging
import sys
from collections.abc import Callable
from typing import Any

Log = Callable[..., None]


def no_log(_event: str, **_fields: Any) -> None:
    """Say nothing: a command line shows the result itself."""


def make_log(where: str) -> Log:
    """Return a function that writes one JSON line a call, to "stderr" or to the end of a file."""
    import structlog  # Costs a fifth of a second, which a command line need not pay.

    stream = sys.stderr if where == "stderr" else open(where, "a", encoding="utf-8")  # noqa: SIM115
    logger = structlog.wrap_logger(
        structlog.WriteLogger(stream),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
    return logger.info  # type: ignore[no-any-return]
