"""What follows from opening the journal."""

import re
from collections.abc import Sequence
from typing import Final

from domain.log.commands import LogCommand
from domain.log.events import LogEvent, LogOpened
from domain.log.rules import (
    JOURNAL_IS_OPENED_ONCE,
    LOG_NAME_IS_PLAIN,
    ONE_JOURNAL,
    TIME_ZONE_HAS_SHAPE,
)
from domain.log.state import Log

NAME: Final = "main"

_PLAIN: Final = re.compile(r"[^\s+]+")
_ZONE: Final = re.compile(r"[A-Za-z]+(/[A-Za-z0-9_+-]+)*")


def decide(command: LogCommand, log: Log) -> Sequence[LogEvent]:
    """Open the journal; () where it is open under the same name, time zone and currency.

    Whether the time zone exists is for the caller to check: the list of zones changes.
    """
    ONE_JOURNAL.require(command.log_id == NAME, log_id=command.log_id)
    LOG_NAME_IS_PLAIN.require(bool(_PLAIN.fullmatch(command.log_name)), log_name=command.log_name)
    TIME_ZONE_HAS_SHAPE.require(
        bool(_ZONE.fullmatch(command.time_zone)), time_zone=command.time_zone
    )
    opened = LogOpened(
        institution=command.institution,
        log_name=command.log_name,
        time_zone=command.time_zone,
        currency=command.currency,
    )
    if log.opened == opened:
        return ()
    JOURNAL_IS_OPENED_ONCE.require(log.opened is None)
    return (opened,)
